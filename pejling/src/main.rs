//! pejling
fn main() {}
