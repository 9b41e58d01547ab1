//! One file per command. A command opens and commits the transactions that its deeds take.

mod account;
mod check;
mod completions;
mod form_accept;
mod form_import;
mod form_read;
mod report;
mod round;
mod serve;
mod support;
mod template_import;
mod token;

use crate::cli::{
    AccountCommand, Cli, Command, FormCommand, RoundCommand, TemplateCommand, TokenCommand,
};
use crate::exit::{self, Ended, Ending};
use crate::typesetting;
use kernel::Language;
use std::process::ExitCode;
use web::languages::Texts;

/// Does what was asked for, and says how it ended.
pub fn run(cli: Cli, language: Language) -> ExitCode {
    let texts = Texts::of(language);
    exit::code(dispatch(cli.command, texts), texts)
}

fn dispatch(command: Command, texts: &'static Texts) -> Ended {
    match command {
        Command::Serve(serve) => serve::run(serve, texts),
        Command::Form(FormCommand::Read(read)) => form_read::run(&read, texts),
        Command::Form(FormCommand::Import(import)) => form_import::run(&import, texts),
        Command::Form(FormCommand::Accept(accept)) => form_accept::run(&accept, texts),
        Command::Template(TemplateCommand::Import(import)) => template_import::run(&import, texts),
        Command::Round(RoundCommand::Open(open)) => round::open(&open, texts),
        Command::Round(RoundCommand::List(list)) => round::list(&list, texts),
        Command::Round(RoundCommand::Release(release)) => round::release(&release, texts),
        Command::Report(report) => report::run(&report, texts),
        Command::Account(AccountCommand::Invite(invite)) => account::invite(&invite, texts),
        Command::Account(AccountCommand::List(list)) => account::list(&list, texts),
        Command::Account(AccountCommand::Disable(disable)) => account::disable(&disable, texts),
        Command::Token(TokenCommand::Create(create)) => token::create(&create, texts),
        Command::Token(TokenCommand::List(list)) => token::list(&list, texts),
        Command::Token(TokenCommand::Revoke(revoke)) => token::revoke(&revoke, texts),
        Command::Check(check) => check::run(&check, texts),
        Command::Completions(completions) => completions::run(&completions),
        Command::ReadDocuments => support::answer_reader_requests(),
        Command::Typeset => {
            typesetting::answer()?;
            Ok(Ending::Done)
        }
    }
}
