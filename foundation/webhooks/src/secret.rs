use kernel::Fault;

/// Random bytes in hexadecimal.
pub fn fresh(bytes: usize) -> Result<String, Fault> {
    let mut random = vec![0u8; bytes];
    getrandom::fill(&mut random).map_err(|error| Fault::new(format!("random bytes: {error}")))?;
    Ok(random.iter().map(|byte| format!("{byte:02x}")).collect())
}
