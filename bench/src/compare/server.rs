//! The server: how soon it answers, how large it is, how many pages a second.

use super::{Tools, wrk};
use std::fs;
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a server may take before we give up.
const PATIENCE: Duration = Duration::from_secs(60);

/// First start (which loads the demonstration), second start, memory, requests.
pub fn lines(tools: &Tools<'_>) -> io::Result<Vec<String>> {
    let data = tools.folder.join("data");
    if data.exists() {
        fs::remove_dir_all(&data)?;
    }
    fs::create_dir_all(&data)?;
    let mut lines = Vec::new();
    for name in [
        "first start, loading the demonstration",
        "start with the demonstration loaded",
    ] {
        let Some(mut server) = Server::start(tools.pejling, &data)? else {
            lines.push(format!("{name}: the server did not answer"));
            return Ok(lines);
        };
        lines.push(format!(
            "{name}: {} ms until the first answer",
            server.took.as_millis()
        ));
        if name.starts_with("start") {
            lines.push(format!(
                "memory after the first page: {} MB",
                server.memory()
            ));
            lines.extend(wrk::lines(server.address));
            lines.push(format!("memory after the load: {} MB", server.memory()));
        }
        server.stop();
    }
    Ok(lines)
}

struct Server {
    child: Child,
    address: SocketAddr,
    took: Duration,
}

impl Server {
    fn start(program: &Path, data: &Path) -> io::Result<Option<Self>> {
        let address = free_address()?;
        let begun = Instant::now();
        let spawned = Command::new(program)
            .args(["serve", "--demo", "--listen", &address.to_string()])
            .arg("--data")
            .arg(data)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let Ok(child) = spawned else {
            return Ok(None);
        };
        let mut server = Self {
            child,
            address,
            took: Duration::ZERO,
        };
        while begun.elapsed() < PATIENCE {
            if get(address, "/").is_ok_and(|answer| answer.starts_with(b"HTTP/1.1 ")) {
                server.took = begun.elapsed();
                return Ok(Some(server));
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        server.stop();
        Ok(None)
    }

    /// Resident memory in mebibytes.
    fn memory(&self) -> u64 {
        let status =
            fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kibibytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
        kibibytes.unwrap_or(0) / 1024
    }

    fn stop(&mut self) {
        // It is ours and has nothing to lose.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_address() -> io::Result<SocketAddr> {
    TcpListener::bind("127.0.0.1:0")?.local_addr()
}

/// The whole answer to a GET.
pub fn get(address: SocketAddr, path: &str) -> io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(answer)
}
