pub mod back_off;
pub mod mail_address;
pub mod password;
pub mod person_name;
pub mod program;
mod unseen;
