//! A mail server that keeps what it is given, and can be told to refuse it, to hang up or to say
//! nothing.
#![allow(dead_code, clippy::unwrap_used)]

use mail::{PostOffice, PublicAddress, Said};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

/// How the server meets the next letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// Takes it.
    Take,
    /// Refuses its recipient with this answer.
    Refuse(&'static str),
    /// Takes the whole text and hangs up without a word.
    HangUp,
    /// Takes the whole text and says nothing more.
    Silence,
}

#[derive(Default)]
struct Kept {
    manners: VecDeque<Manner>,
    letters: Vec<String>,
    secrets: Vec<String>,
}

pub struct Sink {
    pub port: u16,
    kept: Arc<Mutex<Kept>>,
    heard: Arc<Notify>,
}

impl Sink {
    /// A server that meets the first letters in these manners and takes all others.
    pub async fn meeting(manners: &[Manner]) -> Self {
        Self::spoken_to(Way::Open, manners).await
    }

    /// The same, spoken to in some way.
    pub async fn spoken_to(way: Way, manners: &[Manner]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let kept = Arc::new(Mutex::new(Kept {
            manners: manners.iter().copied().collect(),
            ..Kept::default()
        }));
        let sink = Self {
            port: listener.local_addr().unwrap().port(),
            kept: Arc::clone(&kept),
            heard: Arc::default(),
        };
        let heard = Arc::clone(&sink.heard);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(receive(stream, way, Arc::clone(&kept), Arc::clone(&heard)));
            }
        });
        sink
    }

    /// The texts that came whole, head and body.
    pub fn letters(&self) -> Vec<String> {
        self.kept.lock().unwrap().letters.clone()
    }

    /// The lines by which somebody signed in.
    pub fn secrets(&self) -> Vec<String> {
        self.kept.lock().unwrap().secrets.clone()
    }

    /// Waits until a text has come whole.
    pub async fn hears(&self) {
        self.heard.notified().await;
    }

    pub fn office(&self) -> PostOffice {
        office(Said {
            smtp: Some(format!("smtp://127.0.0.1:{}", self.port)),
            ..said()
        })
    }
}

/// What is said at start in these tests, but for the mail server.
pub fn said() -> Said {
    Said {
        from: Some("KKR-sekretariatet <sekretariat@kkr.example>".to_owned()),
        public_address: Some("https://pejling.example".to_owned()),
        ..Said::default()
    }
}

pub fn office(said: Said) -> PostOffice {
    let settings = said.read().unwrap();
    let address: PublicAddress = settings.address.unwrap();
    PostOffice::at(&settings.server.unwrap(), &address).unwrap()
}

/// How a server of these tests may be spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// In the open only.
    Open,
    /// In the open until it is asked for encryption.
    Upgraded,
    /// Encrypted from the first byte.
    Whole,
}

async fn receive(stream: TcpStream, way: Way, kept: Arc<Mutex<Kept>>, heard: Arc<Notify>) {
    if way == Way::Whole {
        if let Ok(stream) = acceptor().accept(stream).await {
            converse(stream, (way, true), &kept, &heard).await;
        }
        return;
    }
    let upgrade = converse(stream, (way, true), &kept, &heard).await;
    if let Some(stream) = upgrade
        && let Ok(stream) = acceptor().accept(stream).await
    {
        converse(stream, (Way::Whole, false), &kept, &heard).await;
    }
}

/// Speaks until the other end leaves; gives the stream back when encryption is asked for.
async fn converse<S: AsyncRead + AsyncWrite + Unpin>(
    stream: S,
    (way, greets): (Way, bool),
    kept: &Mutex<Kept>,
    heard: &Notify,
) -> Option<S> {
    let mut wire = BufReader::new(stream);
    if greets {
        say(&mut wire, "220 sink").await?;
    }
    let mut manner = Manner::Take;
    loop {
        let line = next(&mut wire).await?;
        let answer = match line.get(..4).unwrap_or_default() {
            "EHLO" if way == Way::Upgraded => "250-sink\r\n250 STARTTLS",
            "EHLO" => "250-sink\r\n250 AUTH LOGIN PLAIN",
            "STAR" => {
                say(&mut wire, "220 go on").await?;
                return Some(wire.into_inner());
            }
            "AUTH" => {
                kept.lock().unwrap().secrets.push(line);
                "235 welcome"
            }
            "MAIL" => {
                manner = kept.lock().unwrap().manners.pop_front().unwrap_or(manner);
                "250 ok"
            }
            "RCPT" => match manner {
                Manner::Refuse(answer) => answer,
                _ => "250 ok",
            },
            "QUIT" => "221 bye",
            "DATA" => {
                say(&mut wire, "354 go on").await?;
                let mut text = String::new();
                loop {
                    match next(&mut wire).await? {
                        line if line == "." => break,
                        line => text.push_str(line.strip_prefix('.').unwrap_or(&line)),
                    }
                    text.push('\n');
                }
                kept.lock().unwrap().letters.push(text);
                heard.notify_one();
                match manner {
                    Manner::HangUp => return None,
                    Manner::Silence => std::future::pending().await,
                    _ => "250 taken",
                }
            }
            _ => "250 ok",
        };
        say(&mut wire, answer).await?;
    }
}

async fn say<S: AsyncRead + AsyncWrite + Unpin>(
    wire: &mut BufReader<S>,
    answer: &str,
) -> Option<()> {
    let line = format!("{answer}\r\n");
    wire.get_mut().write_all(line.as_bytes()).await.ok()?;
    wire.get_mut().flush().await.ok()
}

async fn next<S: AsyncRead + Unpin>(wire: &mut BufReader<S>) -> Option<String> {
    let mut line = String::new();
    let read = wire.read_line(&mut line).await.ok()?;
    (read > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned())
}

/// The certificate of `localhost` that the tests trust; it is nobody else's.
pub const AUTHORITY: &str = include_str!("../tls/authority.pem");

fn acceptor() -> TlsAcceptor {
    let certificate = CertificateDer::from_pem_slice(AUTHORITY.as_bytes()).unwrap();
    let key = PrivateKeyDer::from_pem_slice(include_bytes!("../tls/key.pem")).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key);
    TlsAcceptor::from(Arc::new(config.unwrap()))
}

/// A head of a letter, its folded lines joined.
pub fn head(letter: &str, name: &str) -> Option<String> {
    let heads = letter.split("\n\n").next()?.replace("\n ", " ");
    let wanted = format!("{name}: ");
    let mut lines = heads.lines().filter_map(|line| line.strip_prefix(&wanted));
    lines.next().map(str::to_owned)
}

/// The body of a letter as it was written.
pub fn body(letter: &str) -> String {
    let (_, body) = letter.split_once("\n\n").unwrap();
    match head(letter, "Content-Transfer-Encoding").unwrap().as_str() {
        "quoted-printable" => from_quoted_printable(body),
        "base64" => from_base64(body),
        _ => body.to_owned(),
    }
}

/// RFC 2045, section 6.7.
fn from_quoted_printable(text: &str) -> String {
    let joined = text.replace("=\n", "");
    let mut pieces = joined.split('=');
    let mut bytes = pieces.next().unwrap().as_bytes().to_vec();
    for piece in pieces {
        bytes.push(u8::from_str_radix(&piece[..2], 16).unwrap());
        bytes.extend(&piece.as_bytes()[2..]);
    }
    String::from_utf8(bytes).unwrap()
}

fn from_base64(text: &str) -> String {
    use base64::Engine;
    let joined: String = text.split_whitespace().collect();
    let bytes = base64::engine::general_purpose::STANDARD.decode(joined);
    String::from_utf8(bytes.unwrap()).unwrap()
}

/// A head with its encoded words read (RFC 2047).
pub fn words(head: &str) -> String {
    let mut read = String::new();
    let mut rest = head;
    while let Some((before, encoded)) = rest.split_once("=?utf-8?B?") {
        read.push_str(before.trim_end());
        let (word, after) = encoded.split_once("?=").unwrap();
        read.push_str(&from_base64(word));
        rest = after;
    }
    read + rest
}
