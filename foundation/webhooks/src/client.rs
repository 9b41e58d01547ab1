//! The smallest client that can deliver a message: one POST over one connection, to an address
//! that was checked after its name was looked up. No redirect is followed and no answer is read
//! beyond its first line.

use crate::targets::Targets;
use std::net::SocketAddr;
use std::sync::{Arc, LazyLock};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};
use url::Url;

/// How long a delivery may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// How much of an answer is read.
const FIRST_LINE: usize = 256;

/// A message on its way.
pub struct Message<'a> {
    /// Where to.
    pub address: &'a Url,
    /// The body.
    pub body: &'a str,
    /// Further headers.
    pub headers: Vec<(&'static str, String)>,
}

static TLS: LazyLock<Option<Arc<ClientConfig>>> = LazyLock::new(|| {
    let roots = RootCertStore {
        roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
    };
    let ring = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
    let versions = ClientConfig::builder_with_provider(ring).with_safe_default_protocol_versions();
    let config = versions.ok()?.with_root_certificates(roots);
    Some(Arc::new(config.with_no_client_auth()))
});

/// Sends a message; the status of the answer, or why there is none.
pub async fn post(message: Message<'_>, targets: Targets) -> Result<u16, String> {
    match tokio::time::timeout(PATIENCE, sent(&message, targets)).await {
        Ok(answered) => answered,
        Err(_) => Err("no answer in time".to_owned()),
    }
}

async fn sent(message: &Message<'_>, targets: Targets) -> Result<u16, String> {
    let stream = connected(message.address, targets).await?;
    if message.address.scheme() == "http" {
        return exchange(stream, message).await;
    }
    let config = TLS.clone().ok_or("TLS is not available")?;
    let host = message.address.host_str().unwrap_or_default();
    let name = host.trim_matches(['[', ']']).to_owned();
    let name = ServerName::try_from(name).map_err(|error| error.to_string())?;
    let secured = TlsConnector::from(config).connect(name, stream).await;
    exchange(secured.map_err(|error| error.to_string())?, message).await
}

/// Connects to the first of the name's addresses, after every one of them was looked at: a name
/// that leads into the house is not followed, whatever else it leads to.
async fn connected(address: &Url, targets: Targets) -> Result<TcpStream, String> {
    let host = address
        .host_str()
        .unwrap_or_default()
        .trim_matches(['[', ']']);
    let port = address.port_or_known_default().unwrap_or(443);
    let found = tokio::net::lookup_host((host, port)).await;
    let found: Vec<SocketAddr> = found.map_err(|error| error.to_string())?.collect();
    if found.iter().any(|one| !targets.allows(one.ip())) {
        return Err("the name leads to an address that is not public".to_owned());
    }
    let first = found.first().ok_or("the name leads nowhere")?;
    TcpStream::connect(first)
        .await
        .map_err(|error| error.to_string())
}

async fn exchange(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    message: &Message<'_>,
) -> Result<u16, String> {
    let failed = |error: std::io::Error| error.to_string();
    stream
        .write_all(request(message).as_bytes())
        .await
        .map_err(failed)?;
    stream.flush().await.map_err(failed)?;
    let mut read = Vec::new();
    let mut buffer = [0u8; FIRST_LINE];
    while !read.contains(&b'\n') && read.len() < FIRST_LINE {
        match stream.read(&mut buffer).await.map_err(failed)? {
            0 => break,
            count => read.extend_from_slice(&buffer[..count]),
        }
    }
    status(&read).ok_or_else(|| "the answer is not HTTP".to_owned())
}

fn request(message: &Message<'_>) -> String {
    let address = message.address;
    let host = address.host_str().unwrap_or_default();
    let port = address
        .port()
        .map(|port| format!(":{port}"))
        .unwrap_or_default();
    let query = address
        .query()
        .map(|query| format!("?{query}"))
        .unwrap_or_default();
    let (path, body) = (address.path(), message.body);
    let length = body.len();
    let mut request = format!(
        "POST {path}{query} HTTP/1.1\r\nHost: {host}{port}\r\nUser-Agent: Pejling\r\n\
         Content-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n"
    );
    for (name, value) in &message.headers {
        request.push_str(&format!("{name}: {value}\r\n"));
    }
    request + "\r\n" + body
}

/// The number in `HTTP/1.1 204 No Content`.
fn status(answer: &[u8]) -> Option<u16> {
    let line = answer.split(|byte| *byte == b'\n').next()?;
    let line = std::str::from_utf8(line).ok()?;
    let mut words = line.split_ascii_whitespace();
    words.next().filter(|word| word.starts_with("HTTP/1."))?;
    words.next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::status;

    #[test]
    fn the_status_is_read_from_the_first_line_only() {
        assert_eq!(status(b"HTTP/1.1 204 No Content\r\nX: y"), Some(204));
        assert_eq!(status(b"SSH-2.0-OpenSSH"), None);
        assert_eq!(status(b""), None);
    }
}
