//! Where messages may be sent: not to the house itself, nor to networks behind it.

use kernel::Refusal;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use url::{Host, Url};

/// Which addresses may be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Targets {
    /// Addresses on the open internet, by https.
    Public,
    /// Any, also by http: for tests, and where the operator knows what stands there.
    Any,
}

impl Targets {
    /// The address, if messages may be sent there as far as it can be seen from its words.
    pub fn checked(self, address: &str) -> Result<Url, Refusal> {
        let url = Url::parse(address.trim()).map_err(|_| refusal("webhook-refusal-address"))?;
        let by_https = url.scheme() == "https" || (self == Targets::Any && url.scheme() == "http");
        if !by_https {
            return Err(refusal("webhook-refusal-https"));
        }
        if !url.username().is_empty() || url.password().is_some() || url.fragment().is_some() {
            return Err(refusal("webhook-refusal-address"));
        }
        let private = match url.host() {
            None => return Err(refusal("webhook-refusal-address")),
            Some(Host::Domain(name)) => is_local_name(name),
            Some(Host::Ipv4(address)) => !is_public(address.into()),
            Some(Host::Ipv6(address)) => !is_public(address.into()),
        };
        if private && self == Targets::Public {
            return Err(refusal("webhook-refusal-private"));
        }
        Ok(url)
    }

    /// Whether a message may be sent to this very address, which a name has led to.
    pub fn allows(self, address: IpAddr) -> bool {
        self == Targets::Any || is_public(address)
    }
}

fn refusal(key: &'static str) -> Refusal {
    Refusal::new(key).at("address")
}

fn is_local_name(name: &str) -> bool {
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    let local = [".localhost", ".local", ".internal", ".home.arpa"];
    name == "localhost" || !name.contains('.') || local.iter().any(|end| name.ends_with(end))
}

/// Whether an address belongs to the open internet (IANA's special-purpose registries).
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(four) => is_public_four(four),
        IpAddr::V6(six) => is_public_six(six),
    }
}

fn is_public_four(four: Ipv4Addr) -> bool {
    let [a, b, c, _] = four.octets();
    let special = four.is_private()
        || four.is_loopback()
        || four.is_link_local()
        || four.is_multicast()
        || four.is_documentation()
        || a == 0
        || a >= 240
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (18..20).contains(&b));
    !special
}

/// Only global unicast (2000::/3), and of that neither documentation nor what only wraps an
/// address of the old kind.
fn is_public_six(six: Ipv6Addr) -> bool {
    if let Some(four) = six.to_ipv4_mapped() {
        return is_public_four(four);
    }
    let [first, second, ..] = six.segments();
    let global = first & 0xe000 == 0x2000;
    let wraps = first == 0x2002 || (first == 0x2001 && second < 0x0200);
    let documentation = (first == 0x2001 && second == 0x0db8) || first & 0xfff0 == 0x3ff0;
    global && !wraps && !documentation
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn addresses_inside_the_house_are_not_told() {
        for address in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fc00::1",
            "fe80::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:db8::1",
            "ff02::1",
            "2001::1",
        ] {
            assert!(!is_public(address.parse().unwrap()), "{address}");
        }
        for address in ["193.162.1.1", "8.8.8.8", "2a01:4f8::1", "2606:4700::1111"] {
            assert!(is_public(address.parse().unwrap()), "{address}");
        }
    }

    #[test]
    fn only_https_to_a_name_or_an_address_of_the_open_internet() {
        for wrong in [
            "",
            "kommune.dk",
            "http://kommune.dk/x",
            "ftp://kommune.dk",
            "https://localhost/x",
            "https://intern/x",
            "https://a.local",
            "https://127.0.0.1",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://[::1]/",
            "https://bruger:kode@kommune.dk/",
        ] {
            assert!(Targets::Public.checked(wrong).is_err(), "{wrong}");
        }
        assert!(
            Targets::Public
                .checked("https://esdh.kommune.dk/pejling")
                .is_ok()
        );
        assert!(Targets::Any.checked("http://127.0.0.1:9999/").is_ok());
    }
}
