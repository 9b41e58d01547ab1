use crate::compose::compose;
use crate::log::Posted;
use crate::settings::{MailServer, PublicAddress};
use crate::smtp::{Untaken, hand_over};
use kernel::{Fault, Message as Words};
use std::sync::Arc;
use std::time::Duration;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// How long one letter may take as a whole; a letter's lease is longer.
const PATIENCE: Duration = Duration::from_secs(120);

/// A mail server that takes our letters.
pub struct PostOffice {
    server: MailServer,
    address: PublicAddress,
    tls: TlsConnector,
}

/// Why a letter did not leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unsent {
    /// In words.
    pub words: Words,
    /// Whether it will not help to try again.
    pub for_good: bool,
}

impl PostOffice {
    /// A post office behind a mail server. Nothing is sent yet, and nobody is asked.
    ///
    /// # Errors
    /// A fault where the certificates to trust cannot be read.
    pub fn at(server: &MailServer, address: &PublicAddress) -> Result<Self, Fault> {
        Ok(Self {
            server: server.clone(),
            address: address.clone(),
            tls: TlsConnector::from(Arc::new(trusting(server)?)),
        })
    }

    /// Hands a letter over.
    pub(crate) async fn send(&self, letter: &Posted) -> Result<(), Unsent> {
        let message =
            compose(letter, &self.server.from, &self.address).map_err(Unsent::for_good)?;
        let handing = hand_over(&self.server, &self.tls, &message);
        match tokio::time::timeout(PATIENCE, handing).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(untaken)) => Err(Unsent::of(untaken)),
            Err(_) => Err(Unsent::for_now(Words::new("mail-failure-silence"))),
        }
    }
}

/// The authorities that browsers trust, and the ones of the house, if it has any.
fn trusting(server: &MailServer) -> Result<ClientConfig, Fault> {
    let mut roots = RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    for certificate in CertificateDer::pem_slice_iter(server.authorities.as_bytes()) {
        certificate
            .map_err(|error| error.to_string())
            .and_then(|found| roots.add(found).map_err(|error| error.to_string()))
            .map_err(|reason| Fault::new(format!("the mail server's authority: {reason}")))?;
    }
    let provider = Arc::new(ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| Fault::caused_by("setting up the encryption of mail", error))?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

impl Unsent {
    fn for_good(words: Words) -> Self {
        let for_good = true;
        Self { words, for_good }
    }

    fn for_now(words: Words) -> Self {
        let for_good = false;
        Self { words, for_good }
    }

    fn of(untaken: Untaken) -> Self {
        match untaken {
            Untaken::Refused(code, answer) => Self {
                words: Words::new("mail-failure-refused").with("answer", answer),
                for_good: is_about_the_recipient(code),
            },
            Untaken::Unreached(reason) => {
                Self::for_now(Words::new("mail-failure-connection").with("reason", reason))
            }
        }
    }
}

/// The answers of RFC 5321 that no later try will change: the mailbox is not there, not ours to
/// reach, or not allowed. Other refusals may be about us (a password that ran out) and pass.
fn is_about_the_recipient(code: u16) -> bool {
    matches!(code, 550 | 551 | 553 | 556)
}
