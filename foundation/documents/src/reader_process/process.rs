use super::frame;
use super::limits::Limits;
use crate::read::ReadError;
use document_model::Document;
use std::io::{self, BufWriter, Read};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;

/// Processor time used up, killed, and aborted, as Linux numbers its signals.
const SIGABRT: i32 = 6;
const SIGKILL: i32 = 9;
const SIGXCPU: i32 = 24;

/// A child process that reads files one after another. One that runs out of time or memory,
/// or crashes, is put away, and the next file gets a new one.
pub struct ReaderProcess {
    command: Command,
    limits: Limits,
    running: Option<Running>,
    peak: Option<u64>,
}

struct Running {
    child: Child,
    requests: Sender<Request>,
    answers: Receiver<io::Result<Vec<u8>>>,
    stderr: Option<ChildStderr>,
}

struct Request {
    name: String,
    bytes: Arc<[u8]>,
}

impl ReaderProcess {
    /// Starts a process by a command that calls [`super::serve`] on its standard streams.
    pub fn start(mut command: Command, limits: Limits) -> io::Result<Self> {
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut process = Self {
            command,
            limits,
            running: None,
            peak: None,
        };
        process.running = Some(process.spawn()?);
        Ok(process)
    }

    /// Reads one file; waits at most as long as the limits say.
    pub fn read(&mut self, name: &str, bytes: impl Into<Arc<[u8]>>) -> Result<Document, ReadError> {
        let mut running = match self.running.take() {
            Some(running) => running,
            None => self.spawn().map_err(crashed)?,
        };
        let request = Request {
            name: name.to_owned(),
            bytes: bytes.into(),
        };
        if running.requests.send(request).is_err() {
            return Err(running.autopsy());
        }
        match running.answers.recv_timeout(self.limits.wall) {
            Ok(Ok(answer)) => {
                self.peak = running.peak_memory();
                self.running = Some(running);
                serde_json::from_slice(&answer).unwrap_or_else(|error| Err(crashed(error)))
            }
            Err(RecvTimeoutError::Timeout) => {
                self.peak = running.peak_memory();
                running.kill();
                Err(ReadError::TookTooLong)
            }
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => Err(running.autopsy()),
        }
    }

    /// The most memory, in bytes, that the process had resident until its last answer; nothing
    /// where the system does not tell.
    pub fn peak_memory(&self) -> Option<u64> {
        self.peak
    }

    fn spawn(&mut self) -> io::Result<Running> {
        let mut child = self.command.spawn()?;
        let (requests, inbox) = channel();
        let (outbox, answers) = channel();
        let stderr = child.stderr.take();
        if let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) {
            let limits = self.limits;
            thread::spawn(move || {
                let outcome = converse(input, output, &limits, &inbox, &outbox);
                // Whoever waits learns of it; when nobody does, it does not matter.
                let _ = outcome.map_err(|error| outbox.send(Err(error)));
            });
        }
        Ok(Running {
            child,
            requests,
            answers,
            stderr,
        })
    }
}

/// Carries requests and answers until either side goes away.
fn converse(
    input: ChildStdin,
    mut output: ChildStdout,
    limits: &Limits,
    inbox: &Receiver<Request>,
    outbox: &Sender<io::Result<Vec<u8>>>,
) -> io::Result<()> {
    let mut input = BufWriter::new(input);
    frame::write(&mut input, &[&serde_json::to_vec(limits)?])?;
    while let Ok(request) = inbox.recv() {
        frame::write(&mut input, &[request.name.as_bytes(), &request.bytes])?;
        let answer = frame::read(&mut output, limits.output)?;
        let answer = answer.ok_or(io::ErrorKind::UnexpectedEof)?;
        if outbox.send(Ok(answer)).is_err() {
            break;
        }
    }
    Ok(())
}

impl Running {
    fn kill(&mut self) {
        // It may have ended by itself in the meantime.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Why the process stopped without an answer.
    fn autopsy(&mut self) -> ReadError {
        // A process that closed its output but goes on is of no use either.
        let _ = self.child.kill();
        let status = self.child.wait();
        let mut said = String::new();
        if let Some(stderr) = self.stderr.take() {
            let _ = stderr.take(4096).read_to_string(&mut said);
        }
        match status.map(|status| status.signal()) {
            Ok(Some(SIGXCPU)) => ReadError::TookTooLong,
            Ok(Some(SIGABRT)) if said.contains("memory allocation") => ReadError::TooMuchMemory,
            // The file did not even fit as it was: `serve` ended with an error of this kind.
            Ok(None) if said.contains("OutOfMemory") => ReadError::TooMuchMemory,
            // We killed it after it closed its output, or the system did for want of memory.
            Ok(Some(SIGKILL)) if said.is_empty() => ReadError::TooMuchMemory,
            Ok(signal) => ReadError::ReaderCrashed {
                detail: format!("signal {signal:?}: {}", said.trim()),
            },
            Err(error) => crashed(error),
        }
    }

    fn peak_memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:"))?;
        let kibibytes: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
        Some(kibibytes * 1024)
    }
}

fn crashed(error: impl ToString) -> ReadError {
    ReadError::ReaderCrashed {
        detail: error.to_string(),
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}
