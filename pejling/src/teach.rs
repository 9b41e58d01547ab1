//! The command line's own words, in the reader's language: `--help` is made from
//! `locales/*/cli.ftl`, never from code.

use crate::cli::Cli;
use clap::{Command, CommandFactory};
use kernel::Language;
use std::ffi::OsString;
use std::process::ExitCode;
use web::languages::Texts;

/// The language for this call: `--language`, else `PEJLING_LANGUAGE`, else the system's, else
/// Danish. Read before anything else is, so that a wrong call too is explained in it.
pub fn language_of(arguments: &[OsString]) -> Language {
    said(arguments)
        .or_else(|| from_environment("PEJLING_LANGUAGE"))
        .or_else(|| from_environment("LC_ALL"))
        .or_else(|| from_environment("LC_MESSAGES"))
        .or_else(|| from_environment("LANG"))
        .unwrap_or_default()
}

fn said(arguments: &[OsString]) -> Option<Language> {
    let words = arguments
        .iter()
        .map(|word| word.to_str().unwrap_or_default());
    let after = words.clone().skip(1);
    words
        .zip(after)
        .find_map(|(word, next)| match word {
            "--language" => Language::from_tag(next),
            _ => None,
        })
        .or_else(|| {
            arguments
                .iter()
                .filter_map(|word| word.to_str()?.strip_prefix("--language="))
                .find_map(Language::from_tag)
        })
}

fn from_environment(name: &str) -> Option<Language> {
    Language::from_tag(&std::env::var(name).ok()?)
}

/// The command line with its explanations in a language.
pub fn command(language: Language) -> Command {
    let texts = Texts::of(language);
    taught(Cli::command(), "cli", texts)
        .after_help(texts.say("cli-examples"))
        .next_help_heading(texts.say("cli-heading-options"))
}

/// Explains a command and everything below it. The keys are the words on the way to it:
/// `cli-form-read`, and `cli-form-read-arg-template` or, where several commands share an
/// argument, `cli-arg-data`.
fn taught(command: Command, key: &str, texts: &Texts) -> Command {
    if command.is_hide_set() {
        return command;
    }
    let children: Vec<String> = command
        .get_subcommands()
        .map(|child| child.get_name().to_owned())
        .collect();
    let arguments: Vec<String> = command
        .get_arguments()
        .map(|argument| argument.get_id().to_string())
        .filter(|id| id != "help" && id != "version")
        .collect();
    let command = command.about(texts.say(key)).long_about(None);
    let command = arguments.into_iter().fold(command, |command, id| {
        let help = texts.say(&argument_key(key, &id));
        command.mut_arg(id, |argument| argument.help(help).long_help(None))
    });
    children.into_iter().fold(command, |command, name| {
        let key = format!("{key}-{name}");
        command.mut_subcommand(name, |child| taught(child, &key, texts))
    })
}

/// Arguments that mean the same everywhere have one text.
fn argument_key(command: &str, id: &str) -> String {
    match id {
        "language" | "data" | "database" | "json" | "words" | "round" | "template" | "gallery"
        | "public_address" => {
            format!("cli-arg-{id}")
        }
        _ => format!("{command}-arg-{id}"),
    }
}

/// Prints help to standard output, everything else to standard error; wrong usage is exit code 2.
pub fn refuse(error: &clap::Error) -> ExitCode {
    let printed = error.print();
    match error.exit_code() {
        0 if printed.is_ok() => ExitCode::SUCCESS,
        _ => ExitCode::from(2),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn unexplained(command: &Command, missing: &mut Vec<String>) {
        let about = command
            .get_about()
            .map(ToString::to_string)
            .unwrap_or_default();
        if about.is_empty() || about.starts_with("cli-") {
            missing.push(about);
        }
        for argument in command.get_arguments() {
            let help = argument
                .get_help()
                .map(ToString::to_string)
                .unwrap_or_default();
            if help.is_empty() || help.starts_with("cli-") {
                missing.push(format!("{} {help}", argument.get_id()));
            }
        }
        for child in command
            .get_subcommands()
            .filter(|child| !child.is_hide_set())
        {
            unexplained(child, missing);
        }
    }

    #[test]
    fn every_command_and_argument_is_explained_in_both_languages() {
        for language in Language::ALL {
            let mut built = command(language);
            built.build();
            let mut missing = Vec::new();
            unexplained(&built, &mut missing);
            missing.retain(|line| !line.starts_with("help") && !line.starts_with("version"));
            assert!(missing.is_empty(), "{language:?}: {missing:?}");
        }
    }

    #[test]
    fn the_language_can_be_said_in_two_ways() {
        let call = |words: &[&str]| words.iter().map(OsString::from).collect::<Vec<_>>();
        assert_eq!(
            language_of(&call(&["pejling", "--language", "en"])),
            Language::En
        );
        assert_eq!(
            language_of(&call(&["pejling", "--language=da"])),
            Language::Da
        );
    }

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }
}
