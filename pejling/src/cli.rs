//! The command line: what can be said. The words that explain it are in `locales/*/cli.ftl`.

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use std::net::SocketAddr;
use std::path::PathBuf;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "pejling",
    version,
    disable_help_subcommand = true,
    arg_required_else_help = true
)]
pub struct Cli {
    /// The language of messages.
    #[arg(long, global = true, env = "PEJLING_LANGUAGE", value_name = "da|en")]
    pub language: Option<String>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What one can ask Pejling to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Start the server.
    Serve(Serve),
    /// Progress forms.
    #[command(subcommand)]
    Form(FormCommand),
    /// Blank forms.
    #[command(subcommand)]
    Template(TemplateCommand),
    /// Reporting rounds.
    #[command(subcommand)]
    Round(RoundCommand),
    /// The aggregate report.
    Report(Report),
    /// People's accounts.
    #[command(subcommand)]
    Account(AccountCommand),
    /// Tokens of the JSON API.
    #[command(subcommand)]
    Token(TokenCommand),
    /// Integrity of the database.
    Check(Check),
    /// Shell completion.
    Completions(Completions),
    /// Reads documents for the process that started it.
    #[command(hide = true)]
    ReadDocuments,
    /// Typesets one report for the process that started it.
    #[command(hide = true)]
    Typeset,
}

/// Where the data are.
#[derive(Debug, Clone, Args)]
pub struct Store {
    /// The folder of the embedded database.
    #[arg(long, env = "PEJLING_DATA", value_name = "DIR", value_hint = ValueHint::DirPath, conflicts_with = "database")]
    pub data: Option<PathBuf>,
    /// The address of a database.
    #[arg(
        long,
        env = "PEJLING_DATABASE",
        value_name = "URL",
        hide_env_values = true
    )]
    pub database: Option<String>,
}

/// Starting the server.
#[derive(Debug, Args)]
pub struct Serve {
    /// Load the demonstration region if the database is empty.
    #[arg(long)]
    pub demo: bool,
    /// Where to listen.
    #[arg(
        long,
        env = "PEJLING_LISTEN",
        value_name = "ADDR",
        default_value = "127.0.0.1:8080"
    )]
    pub listen: SocketAddr,
    /// Whether a proxy stands before the server and says who asks.
    #[arg(long, env = "PEJLING_BEHIND_PROXY")]
    pub behind_proxy: bool,
    #[command(flatten)]
    pub store: Store,
    #[command(flatten)]
    pub mail: Mail,
    /// How many requests a minute one address may send to the API without a token.
    #[arg(long, env = "PEJLING_API_RATE", value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    pub api_rate: Option<u32>,
    /// How many requests a minute one token may send to the API.
    #[arg(long, env = "PEJLING_API_TOKEN_RATE", value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    pub api_token_rate: Option<u32>,
    /// Whether other systems are told what happens, and where they may be.
    #[arg(long, env = "PEJLING_WEBHOOKS", value_enum, default_value_t = Webhooks::Off)]
    pub webhooks: Webhooks,
    /// Show the gallery of page components.
    #[arg(long, hide = true)]
    pub gallery: bool,
}

/// Where letters go, and what stands in them.
#[derive(Debug, Clone, Args)]
pub struct Mail {
    /// The address that people reach the server by.
    #[arg(long, env = "PEJLING_PUBLIC_ADDRESS", value_name = "URL")]
    pub public_address: Option<String>,
    /// The mail server.
    #[arg(long, env = "PEJLING_SMTP", value_name = "URL", hide_env_values = true)]
    pub smtp: Option<String>,
    /// The file that holds the password for the mail server.
    #[arg(long, env = "PEJLING_SMTP_PASSWORD_FILE", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub smtp_password_file: Option<PathBuf>,
    /// Certificates of the house's own authorities.
    #[arg(long, env = "PEJLING_SMTP_CA_FILE", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub smtp_ca_file: Option<PathBuf>,
    /// Who letters are from.
    #[arg(long, env = "PEJLING_MAIL_FROM", value_name = "ADDR")]
    pub mail_from: Option<String>,
}

/// Whether other systems are told what happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Webhooks {
    /// Nothing is sent.
    Off,
    /// To addresses on the open internet, by https.
    Public,
    /// To any address, also inside the operator's own networks.
    Any,
}

/// What can be done with filled-in forms.
#[derive(Debug, Subcommand)]
pub enum FormCommand {
    /// Show what is in forms.
    Read(FormRead),
    /// Store forms.
    Import(FormImport),
    /// Accept submitted forms.
    Accept(FormAccept),
}

/// Reading forms without storing anything.
#[derive(Debug, Args)]
pub struct FormRead {
    /// The blank form.
    #[arg(long, value_name = "BLANK", value_hint = ValueHint::FilePath)]
    pub template: PathBuf,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
    /// Words that say a status.
    #[arg(long = "word", value_name = "WORD=STATUS")]
    pub words: Vec<String>,
    /// The forms.
    #[arg(required = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub files: Vec<PathBuf>,
}

/// Storing forms in a round.
#[derive(Debug, Args)]
pub struct FormImport {
    /// The round.
    #[arg(long, value_name = "KEY")]
    pub round: String,
    /// Whose form it is, where the file does not tell.
    #[arg(long, value_name = "CODE")]
    pub municipality: Option<String>,
    /// Store as drafts.
    #[arg(long)]
    pub draft: bool,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub store: Store,
    /// The forms.
    #[arg(required = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub files: Vec<PathBuf>,
}

/// Accepting submitted forms.
#[derive(Debug, Args)]
pub struct FormAccept {
    /// The round.
    #[arg(long, value_name = "KEY")]
    pub round: String,
    /// Whose form; without it every submitted form of the round.
    #[arg(long, value_name = "CODE")]
    pub municipality: Option<String>,
    #[command(flatten)]
    pub store: Store,
}

/// What can be done with blank forms.
#[derive(Debug, Subcommand)]
pub enum TemplateCommand {
    /// A blank form becomes a recommendation set.
    Import(TemplateImport),
}

/// Importing a blank form.
#[derive(Debug, Args)]
pub struct TemplateImport {
    /// The programme; it is made if it does not exist.
    #[arg(long, value_name = "KEY")]
    pub programme: String,
    /// The period of the recommendations.
    #[arg(long, value_name = "FROM-TO")]
    pub period: String,
    /// The programme's title, when it is made.
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// The contact council that the programme reports to.
    #[arg(long, value_name = "NAME")]
    pub recipient: Option<String>,
    /// How the recommendations descend from the period before.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub lineage: Option<PathBuf>,
    #[command(flatten)]
    pub store: Store,
    /// The blank form.
    #[arg(value_name = "BLANK", value_hint = ValueHint::FilePath)]
    pub file: PathBuf,
}

/// What can be done with rounds.
#[derive(Debug, Subcommand)]
pub enum RoundCommand {
    /// Open a round.
    Open(RoundOpen),
    /// List the rounds.
    List(RoundList),
    /// Freeze the report of a round.
    Release(RoundRelease),
}

/// Opening a round.
#[derive(Debug, Args)]
pub struct RoundOpen {
    /// The round's key.
    #[arg(long, value_name = "KEY")]
    pub round: String,
    /// The programme.
    #[arg(long, value_name = "KEY")]
    pub programme: String,
    /// The report's title.
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// The last day for answers.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub due: chrono::NaiveDate,
    /// The period whose recommendations are asked about.
    #[arg(long, value_name = "FROM-TO")]
    pub period: Option<String>,
    /// Words that say a status.
    #[arg(long = "word", value_name = "WORD=STATUS")]
    pub words: Vec<String>,
    #[command(flatten)]
    pub store: Store,
}

/// Listing the rounds.
#[derive(Debug, Args)]
pub struct RoundList {
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub store: Store,
}

/// Releasing a round's report.
#[derive(Debug, Args)]
pub struct RoundRelease {
    /// The round.
    #[arg(long, value_name = "KEY")]
    pub round: String,
    /// What a correction corrects.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    #[command(flatten)]
    pub store: Store,
}

/// Writing the aggregate report.
#[derive(Debug, Args)]
pub struct Report {
    /// The round whose report is written.
    #[arg(
        long,
        value_name = "KEY",
        conflicts_with = "template",
        required_unless_present = "template"
    )]
    pub round: Option<String>,
    /// The blank form, when the report is made from files.
    #[arg(long, value_name = "BLANK", value_hint = ValueHint::FilePath, requires = "files")]
    pub template: Option<PathBuf>,
    /// The report's title, when it is made from files.
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Words that say a status, when it is made from files.
    #[arg(long = "word", value_name = "WORD=STATUS")]
    pub words: Vec<String>,
    /// Where to write; the ending says what.
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: PathBuf,
    #[command(flatten)]
    pub store: Store,
    /// The forms, when the report is made from files.
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub files: Vec<PathBuf>,
}

/// What can be done with people's accounts.
#[derive(Debug, Subcommand)]
pub enum AccountCommand {
    /// Invite somebody.
    Invite(AccountInvite),
    /// List the accounts.
    List(AccountList),
    /// Close an account.
    Disable(AccountDisable),
}

/// Inviting somebody.
#[derive(Debug, Args)]
pub struct AccountInvite {
    /// The name.
    #[arg(long, value_name = "TEXT")]
    pub name: String,
    /// The mail address.
    #[arg(long, value_name = "MAIL")]
    pub mail: String,
    /// The role, and for whom.
    #[arg(long, value_name = "ROLE@AUTHORITY")]
    pub role: String,
    /// The language of letters.
    #[arg(long, value_name = "da|en", default_value = "da")]
    pub letters: String,
    /// The address that people reach the server by.
    #[arg(
        long,
        env = "PEJLING_PUBLIC_ADDRESS",
        value_name = "URL",
        default_value = "http://127.0.0.1:8080"
    )]
    pub public_address: String,
    #[command(flatten)]
    pub store: Store,
}

/// Listing the accounts.
#[derive(Debug, Args)]
pub struct AccountList {
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub store: Store,
}

/// Closing an account.
#[derive(Debug, Args)]
pub struct AccountDisable {
    /// The mail address.
    #[arg(long, value_name = "MAIL")]
    pub mail: String,
    #[command(flatten)]
    pub store: Store,
}

/// What can be done with tokens.
#[derive(Debug, Subcommand)]
pub enum TokenCommand {
    /// Make a token.
    Create(TokenCreate),
    /// List the tokens.
    List(TokenList),
    /// Take a token back.
    Revoke(TokenRevoke),
}

/// Making a token.
#[derive(Debug, Args)]
pub struct TokenCreate {
    /// What it is for.
    #[arg(long, value_name = "TEXT")]
    pub name: String,
    /// The authority that it acts for.
    #[arg(long, value_name = "KEY")]
    pub authority: String,
    /// The roles that it acts in.
    #[arg(long = "role", value_name = "ROLE", required = true)]
    pub roles: Vec<String>,
    /// What it may be used for.
    #[arg(long = "scope", value_name = "SCOPE", required = true)]
    pub scopes: Vec<String>,
    /// The last day on which it works; a year from now where nothing is said.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub expires: Option<chrono::NaiveDate>,
    #[command(flatten)]
    pub store: Store,
}

/// Listing the tokens.
#[derive(Debug, Args)]
pub struct TokenList {
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub store: Store,
}

/// Taking a token back.
#[derive(Debug, Args)]
pub struct TokenRevoke {
    /// Its number, or its first letters.
    #[arg(value_name = "TOKEN")]
    pub token: String,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    #[command(flatten)]
    pub store: Store,
}

/// Checking the database.
#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    pub store: Store,
}

/// Shell completion.
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell.
    pub shell: clap_complete::Shell,
}
