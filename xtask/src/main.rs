//! Everything a person types: `cargo xtask --help` lists it.
//!
//! [`commands`] are what one can type, [`steps`] what `cargo xtask test` runs; each is one file and one line in a
//! list. [`site`] builds the page, [`tools`] installs what that takes, [`browsers`] what the tests take.

mod browsers;
mod commands;
mod lock;
mod process;
mod project;
mod server;
mod site;
mod steps;
mod tools;

use std::process::ExitCode;

fn main() -> ExitCode {
    match commands::run(lexopt::Parser::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
