//! What one can type after `cargo xtask`.

mod attribution;
mod build;
mod bundle;
mod endure;
mod fuzz;
mod page;
mod serve;
mod test;

use anyhow::{Result, bail};
use lexopt::{Arg, Parser};

use crate::{project::Project, steps};

/// One command.
struct Command {
    name: &'static str,
    /// What may follow the name.
    options: &'static str,
    /// What it does, in one line.
    summary: &'static str,
    run: fn(&Project, Parser) -> Result<()>,
}

/// All commands, in the order of the help.
const ALL: &[&Command] = &[
    &serve::COMMAND,
    &build::COMMAND,
    &bundle::COMMAND,
    &test::COMMAND,
    &endure::COMMAND,
    &fuzz::COMMAND,
    &page::SCREENSHOT,
    &attribution::TRAIN,
    &attribution::EVALUATE,
    &attribution::PROPOSE,
    &attribution::SPEED,
    &page::FLUENCY,
];

/// Runs the command that `arguments` ask for.
///
/// # Errors
/// Where they ask for none, or it fails.
pub(crate) fn run(mut arguments: Parser) -> Result<()> {
    let name = match arguments.next()? {
        None | Some(Arg::Long("help") | Arg::Short('h')) => {
            print!("{}", help());
            return Ok(());
        }
        Some(Arg::Value(name)) => name,
        Some(other) => return Err(other.unexpected().into()),
    };
    let Some(command) = ALL.iter().find(|command| name == command.name) else {
        bail!("there is no command {}: `cargo xtask --help` lists them", name.display());
    };
    if asks_for_help(&arguments) {
        print!("{}", usage(command));
        return Ok(());
    }
    (command.run)(&Project::here()?, arguments)
}

fn asks_for_help(arguments: &Parser) -> bool {
    let mut rest = arguments.clone();
    let Ok(mut rest) = rest.raw_args() else { return false };
    rest.any(|argument| argument == "--help" || argument == "-h")
}

fn help() -> String {
    let mut help = String::from("Usage: cargo xtask COMMAND\n\n");
    for command in ALL {
        help += &usage(command);
    }
    help += "\nSteps of `cargo xtask test`, in their order:\n\n";
    for step in steps::ALL {
        help += &format!("  {:10}{}\n", step.name, step.summary);
    }
    help
}

fn usage(command: &Command) -> String {
    let typed = format!("{} {}", command.name, command.options);
    format!("  {}\n            {}\n", typed.trim_end(), command.summary)
}

/// # Errors
/// Where anything is left.
fn nothing_more(mut arguments: Parser) -> Result<()> {
    match arguments.next()? {
        Some(more) => Err(more.unexpected().into()),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(arguments: &[&str]) -> String {
        run(Parser::from_args(arguments)).unwrap_err().to_string()
    }

    #[test]
    fn wrong_arguments_get_one_sentence() {
        assert_eq!(refused(&["surf"]), "there is no command surf: `cargo xtask --help` lists them");
        assert_eq!(refused(&["--fast"]), "invalid option '--fast'");
        assert_eq!(refused(&["bundle", "now"]), "unexpected argument \"now\"");
    }

    #[test]
    fn help_names_every_command_and_step() {
        let help = help();
        assert!(ALL.iter().all(|command| help.contains(command.summary)), "{help}");
        assert!(steps::ALL.iter().all(|step| help.contains(step.summary)), "{help}");
    }
}
