//! As much of HTTP/1.1 as a browser needs that stays connected.

use super::Trouble;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// How long an answer may take before it counts as none.
const PATIENCE: Duration = Duration::from_secs(30);

/// An answer.
pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
}

/// A browser with a session: its connection stays open as long as both sides want.
pub struct Browser {
    address: SocketAddr,
    cookie: String,
    connection: Option<BufReader<TcpStream>>,
}

impl Browser {
    pub fn new(address: SocketAddr, session: &str) -> Self {
        Self {
            address,
            cookie: format!("pejling_session={session}"),
            connection: None,
        }
    }

    pub fn get(&mut self, path: &str) -> Result<Answer, Trouble> {
        self.ask(&format!("GET {path} HTTP/1.1\r\n"), "text/html", None)
    }

    /// Sends a form as the page's own script does.
    pub fn post(&mut self, path: &str, form: &str) -> Result<Answer, Trouble> {
        let line = format!("POST {path} HTTP/1.1\r\n");
        self.ask(&line, "application/json", Some(form))
    }

    fn ask(&mut self, line: &str, accept: &str, form: Option<&str>) -> Result<Answer, Trouble> {
        let answered = self.try_to_ask(line, accept, form);
        if answered.is_err() {
            self.connection = None;
        }
        answered
    }

    fn try_to_ask(
        &mut self,
        line: &str,
        accept: &str,
        form: Option<&str>,
    ) -> Result<Answer, Trouble> {
        let mut request = format!(
            "{line}Host: {}\r\nAccept: {accept}\r\nCookie: {}\r\nSec-Fetch-Site: same-origin\r\n",
            self.address, self.cookie
        );
        if let Some(form) = form {
            request.push_str("Content-Type: application/x-www-form-urlencoded\r\n");
            request.push_str(&format!("Content-Length: {}\r\n", form.len()));
        }
        request.push_str("\r\n");
        request.push_str(form.unwrap_or_default());
        let connection = match &mut self.connection {
            Some(connection) => connection,
            none => none.insert(connect(self.address)?),
        };
        connection.get_mut().write_all(request.as_bytes())?;
        let (answer, stays) = read(connection)?;
        if !stays {
            self.connection = None;
        }
        Ok(answer)
    }
}

fn connect(address: SocketAddr) -> Result<BufReader<TcpStream>, Trouble> {
    let stream = TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    Ok(BufReader::new(stream))
}

/// The next answer, and whether the connection stays.
fn read(connection: &mut BufReader<TcpStream>) -> Result<(Answer, bool), Trouble> {
    let first = line(connection)?;
    let status = first.split(' ').nth(1).and_then(|word| word.parse().ok());
    let status = status.ok_or_else(|| Trouble::new(format!("no answer: {first:?}")))?;
    let (mut length, mut chunked, mut stays) = (0, false, true);
    loop {
        let header = line(connection)?.to_ascii_lowercase();
        match header
            .split_once(':')
            .map(|(name, value)| (name, value.trim()))
        {
            Some(("content-length", value)) => length = value.parse().unwrap_or(0),
            Some(("transfer-encoding", value)) => chunked = value.contains("chunked"),
            Some(("connection", value)) => stays = value != "close",
            Some(_) => {}
            None => break,
        }
    }
    let body = match chunked {
        true => chunks(connection)?,
        false => exactly(connection, length)?,
    };
    Ok((Answer { status, body }, stays))
}

fn chunks(connection: &mut BufReader<TcpStream>) -> Result<Vec<u8>, Trouble> {
    let mut body = Vec::new();
    loop {
        let size = line(connection)?;
        let size = usize::from_str_radix(size.split(';').next().unwrap_or_default(), 16)
            .map_err(|_| Trouble::new(format!("not a chunk: {size:?}")))?;
        body.extend(exactly(connection, size)?);
        line(connection)?;
        if size == 0 {
            return Ok(body);
        }
    }
}

fn exactly(connection: &mut BufReader<TcpStream>, length: usize) -> Result<Vec<u8>, Trouble> {
    let mut body = vec![0; length];
    connection.read_exact(&mut body)?;
    Ok(body)
}

fn line(connection: &mut BufReader<TcpStream>) -> Result<String, Trouble> {
    let mut line = String::new();
    if connection.read_line(&mut line)? == 0 {
        return Err(Trouble::new("the server hung up"));
    }
    Ok(line.trim_end().to_owned())
}

/// A form field's value as it is sent.
pub fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut sent, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
                sent.push(char::from(byte));
            }
            byte => sent.push_str(&format!("%{byte:02X}")),
        }
        sent
    })
}
