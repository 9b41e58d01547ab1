use rustix::process::{Resource, Rlimit, setrlimit};
use rustix::time::{ClockId, clock_gettime};
use serde::{Deserialize, Serialize};
use std::io;
use std::time::Duration;

/// What a reader process may use. The defaults are for forms as municipalities send them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// How long one file may take, counted by the clock on the wall.
    pub wall: Duration,
    /// How much processor time one file may take, in whole seconds.
    pub cpu_seconds: u64,
    /// How much memory of its own the process may have, in bytes. Its code comes on top.
    pub memory: u64,
    /// The longest answer, in bytes.
    pub output: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            wall: Duration::from_secs(2),
            cpu_seconds: 2,
            memory: 184 << 20,
            output: 48 << 20,
        }
    }
}

/// Limits the process that calls this, for good: no file can grow, none beyond the standard
/// streams and what the program needs to look at itself can be opened, no core is dumped.
pub(super) fn confine(limits: &Limits) -> io::Result<()> {
    set(Resource::Data, limits.memory)?;
    set(Resource::Fsize, 0)?;
    set(Resource::Nofile, 8)?;
    set(Resource::Core, 0)
}

/// Gives the process its processor time for one more file, on top of what it has used.
pub(super) fn allow_cpu(limits: &Limits) -> io::Result<()> {
    let used = clock_gettime(ClockId::ProcessCPUTime).tv_sec;
    let used = u64::try_from(used).unwrap_or(0);
    let soft = Rlimit {
        current: Some(used + limits.cpu_seconds + 1),
        maximum: None,
    };
    Ok(setrlimit(Resource::Cpu, soft)?)
}

fn set(resource: Resource, limit: u64) -> io::Result<()> {
    let both = Rlimit {
        current: Some(limit),
        maximum: Some(limit),
    };
    Ok(setrlimit(resource, both)?)
}
