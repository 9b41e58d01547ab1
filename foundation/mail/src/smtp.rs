//! Handing a message to a mail server (RFC 5321), over TLS from the first byte or after STARTTLS
//! (RFC 3207), signed in with PLAIN or LOGIN (RFC 4954) where there is a password.

use crate::MailServer;
use crate::compose::Message;
use crate::outbox::one_line;
use crate::settings::Encryption;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::io;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;

/// A line of an answer is longer than this in no standard (RFC 5321, section 4.5.3.1.5 says 512).
const LONGEST_LINE: u64 = 4096;
/// Nor has an answer more lines.
const MOST_LINES: usize = 100;

/// Why a message was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Untaken {
    /// The server said so, with this code.
    Refused(u16, String),
    /// It was not reached, or hung up, or speaks something else.
    Unreached(String),
}

impl From<io::Error> for Untaken {
    fn from(error: io::Error) -> Self {
        Untaken::Unreached(error.to_string())
    }
}

trait Wire: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Wire for T {}

/// Hands a message over; when this is done the server answers for it.
pub(crate) async fn hand_over(
    server: &MailServer,
    tls: &TlsConnector,
    message: &Message,
) -> Result<(), Untaken> {
    let mut talk = connected(server, tls).await?;
    let abilities = talk.greet(server).await?;
    if let Some((user, password)) = &server.user {
        talk.sign_in(&abilities, user, password).await?;
    }
    let from = &server.from.address;
    talk.ask(&format!("MAIL FROM:<{from}>"), 250).await?;
    talk.ask(&format!("RCPT TO:<{}>", message.to), 250).await?;
    talk.ask("DATA", 354).await?;
    talk.send(&stuffed(&message.text)).await?;
    talk.ask(".", 250).await?;
    // The message is theirs now; how they say goodbye changes nothing.
    let _ = talk.ask("QUIT", 221).await;
    Ok(())
}

/// A line that begins with a dot gets another one (RFC 5321, section 4.5.2).
fn stuffed(text: &str) -> String {
    let stuffed = text.replace("\r\n.", "\r\n..");
    match stuffed.strip_prefix('.') {
        Some(_) => format!(".{stuffed}"),
        None => stuffed,
    }
}

async fn connected(server: &MailServer, tls: &TlsConnector) -> Result<Talk<'static>, Untaken> {
    let stream = TcpStream::connect((server.host.as_str(), server.port)).await?;
    let name = || {
        ServerName::try_from(server.host.clone())
            .map_err(|_| Untaken::Unreached(format!("{} is no name of a server", server.host)))
    };
    match server.encryption {
        Encryption::None => Talk::opened(stream).await,
        Encryption::Whole => Talk::opened(tls.connect(name()?, stream).await?).await,
        Encryption::Required => {
            let stream = upgraded(stream, server).await?;
            // Nothing is said between the upgrade and the greeting: no first answer to wait for.
            Ok(Talk::over(tls.connect(name()?, stream).await?))
        }
    }
}

/// Asks for encryption in the open and says nothing else there. Without it nothing is sent.
async fn upgraded(mut stream: TcpStream, server: &MailServer) -> Result<TcpStream, Untaken> {
    let mut talk = Talk::opened(&mut stream).await?;
    let abilities = talk.greet(server).await?;
    if !abilities.iter().any(|one| one == "STARTTLS") {
        let words = "the server does not offer STARTTLS".to_owned();
        return Err(Untaken::Unreached(words));
    }
    talk.ask("STARTTLS", 220).await?;
    // What somebody slipped in before the encryption would be taken for an answer after it.
    if !talk.wire.buffer().is_empty() {
        let words = "the server spoke before the encryption began".to_owned();
        return Err(Untaken::Unreached(words));
    }
    drop(talk);
    Ok(stream)
}

/// A conversation: one question, one answer.
struct Talk<'wire> {
    wire: BufReader<Box<dyn Wire + 'wire>>,
}

impl<'wire> Talk<'wire> {
    fn over(wire: impl Wire + 'wire) -> Self {
        let wire = BufReader::new(Box::new(wire) as Box<dyn Wire + 'wire>);
        Self { wire }
    }

    async fn opened(wire: impl Wire + 'wire) -> Result<Self, Untaken> {
        let mut talk = Self::over(wire);
        talk.answer(220).await?;
        Ok(talk)
    }

    /// Says who we are; what the server can do, in capital letters.
    async fn greet(&mut self, server: &MailServer) -> Result<Vec<String>, Untaken> {
        let ourselves = server.from.address.domain();
        let lines = self.ask(&format!("EHLO {ourselves}"), 250).await?;
        let abilities = lines.into_iter().skip(1);
        Ok(abilities.map(|line| line.to_ascii_uppercase()).collect())
    }

    async fn sign_in(
        &mut self,
        abilities: &[String],
        user: &str,
        password: &str,
    ) -> Result<(), Untaken> {
        let ways = abilities.iter().find_map(|one| one.strip_prefix("AUTH "));
        let offers = |way: &str| ways.is_some_and(|ways| ways.split(' ').any(|one| one == way));
        if offers("PLAIN") {
            let secret = STANDARD.encode(format!("\0{user}\0{password}"));
            self.ask(&format!("AUTH PLAIN {secret}"), 235).await?;
        } else if offers("LOGIN") {
            self.ask("AUTH LOGIN", 334).await?;
            self.ask(&STANDARD.encode(user), 334).await?;
            self.ask(&STANDARD.encode(password), 235).await?;
        } else {
            let words = "the server offers neither AUTH PLAIN nor AUTH LOGIN".to_owned();
            return Err(Untaken::Unreached(words));
        }
        Ok(())
    }

    async fn ask(&mut self, line: &str, expected: u16) -> Result<Vec<String>, Untaken> {
        self.send(&format!("{line}\r\n")).await?;
        self.answer(expected).await
    }

    async fn send(&mut self, text: &str) -> Result<(), Untaken> {
        self.wire.write_all(text.as_bytes()).await?;
        Ok(self.wire.flush().await?)
    }

    /// The lines of the answer, if it has the expected code.
    async fn answer(&mut self, expected: u16) -> Result<Vec<String>, Untaken> {
        let mut lines = Vec::new();
        while lines.len() < MOST_LINES {
            let (code, is_last, words) = self.line().await?;
            lines.push(words);
            if is_last {
                return match code == expected {
                    true => Ok(lines),
                    false => Err(refused(code, &lines)),
                };
            }
        }
        Err(Untaken::Unreached("the answer has no end".to_owned()))
    }

    /// `250-more` or `250 last`.
    async fn line(&mut self) -> Result<(u16, bool, String), Untaken> {
        let mut bytes = Vec::new();
        let mut wire = (&mut self.wire).take(LONGEST_LINE);
        wire.read_until(b'\n', &mut bytes).await?;
        if bytes.is_empty() {
            return Err(Untaken::Unreached("the server hung up".to_owned()));
        }
        let line = String::from_utf8_lossy(&bytes);
        let line = line.trim_end();
        let code = line.get(..3).and_then(|code| code.parse().ok());
        let Some(code) = code else {
            let words = format!("the server said {:?}", shortened(line));
            return Err(Untaken::Unreached(words));
        };
        let is_last = line.as_bytes().get(3) != Some(&b'-');
        let words = line.get(4..).unwrap_or_default().to_owned();
        Ok((code, is_last, words))
    }
}

fn refused(code: u16, lines: &[String]) -> Untaken {
    Untaken::Refused(code, shortened(&format!("{code} {}", lines.join(" "))))
}

fn shortened(text: &str) -> String {
    one_line(text).chars().take(300).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lone_dot_does_not_end_the_letter() {
        assert_eq!(stuffed("a\r\n.\r\n..b\r\n"), "a\r\n..\r\n...b\r\n");
        assert_eq!(stuffed(".a\r\n"), "..a\r\n");
    }
}
