use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The header that carries the signature.
pub const SIGNATURE: &str = "Pejling-Signature";

/// The signature of a body at a moment (seconds since 1970): `t=1511771400,v1=…`, where `v1` is
/// HMAC-SHA256 over `t`, a full stop and the body. Whoever receives it computes the same and
/// refuses what is older than a few minutes.
pub fn signature(secret: &str, moment: i64, body: &str) -> String {
    let signed = format!("{moment}.{body}");
    // A key of any length will do.
    let hash = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).map(|mut mac| {
        mac.update(signed.as_bytes());
        mac.finalize().into_bytes()
    });
    let letters: String = hash
        .map(|hash| hash.iter().map(|byte| format!("{byte:02x}")).collect())
        .unwrap_or_default();
    format!("t={moment},v1={letters}")
}

#[cfg(test)]
mod tests {
    use super::signature;

    #[test]
    fn the_signature_is_hmac_sha256_over_moment_and_body() {
        // printf '1511771400.{}' | openssl dgst -sha256 -hmac hemmelig
        let signed = signature("hemmelig", 1_511_771_400, "{}");
        assert_eq!(
            signed,
            "t=1511771400,v1=70b1bb7d35875d3329140e24c743781ffbbc43f8e5d70a7afef676278e0b137c"
        );
    }
}
