//! `cargo xtask test`.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser, ValueExt};

use super::Command;
use crate::{
    browsers::{self, Browser},
    project::Project,
    steps::{self, Run, Step},
};

pub(super) const COMMAND: Command = Command {
    name: "test",
    options: "[--browser chromium|firefox|webkit]... [--only STEP]...",
    summary: "Runs all tests, in all browsers; --browser and --only limit that, and may be repeated",
    run,
};

/// What to test, in the order of the lists.
#[derive(Debug)]
struct Options {
    browsers: Vec<&'static Browser>,
    steps: Vec<&'static Step>,
}

/// How a step went.
struct Outcome {
    step: &'static Step,
    took: Duration,
    passed: bool,
}

fn run(project: &Project, arguments: Parser) -> Result<()> {
    let options = Options::read(arguments)?;
    let run = Run::new(project, options.browsers);
    let mut outcomes = Vec::new();
    for step in options.steps {
        eprintln!("\n== {}: {}\n", step.name, step.summary);
        let start = Instant::now();
        let result = (step.run)(&run);
        if let Err(error) = &result {
            eprintln!("\nerror: {error:#}");
        }
        let outcome = Outcome { step, took: start.elapsed(), passed: result.is_ok() };
        eprintln!("\n== {}", outcome.line());
        outcomes.push(outcome);
    }
    let failed = outcomes.iter().filter(|outcome| !outcome.passed).count();
    println!("\n== Summary\n");
    for outcome in &outcomes {
        println!("{}", outcome.line());
    }
    println!("\n{} passed, {failed} failed", outcomes.len() - failed);
    if failed > 0 {
        bail!("not all steps passed; `cargo xtask test --only STEP` repeats one");
    }
    Ok(())
}

impl Options {
    fn read(mut arguments: Parser) -> Result<Self> {
        let mut browsers = Vec::new();
        let mut steps = Vec::new();
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("browser") => browsers.push(arguments.value()?.string()?),
                Arg::Long("only") => steps.push(arguments.value()?.string()?),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(Self {
            browsers: chosen(browsers::ALL, &browsers, |browser| browser.name, "browser")?,
            steps: chosen(steps::ALL, &steps, |step| step.name, "step")?,
        })
    }
}

/// Those of `all` whose names are `wanted`; all, if none is.
fn chosen<T>(
    all: &'static [T],
    wanted: &[String],
    name: fn(&T) -> &'static str,
    kind: &str,
) -> Result<Vec<&'static T>> {
    for wanted in wanted {
        all.iter().find(|one| name(one) == wanted).with_context(|| {
            let names = all.iter().map(name).collect::<Vec<_>>().join(", ");
            format!("there is no {kind} {wanted}: choose from {names}")
        })?;
    }
    let is_wanted = |one: &&T| wanted.is_empty() || wanted.iter().any(|wanted| name(one) == wanted);
    Ok(all.iter().filter(is_wanted).collect())
}

impl Outcome {
    fn line(&self) -> String {
        let how = if self.passed { "passed" } else { "FAILED" };
        format!("{:10}{how} in {}", self.step.name, duration(self.took))
    }
}

fn duration(took: Duration) -> String {
    match took.as_secs() {
        seconds @ 60.. => format!("{} min {} s", seconds / 60, seconds % 60),
        _ => format!("{:.1} s", took.as_secs_f32()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<(Vec<&'static str>, Vec<&'static str>)> {
        let options = Options::read(Parser::from_args(arguments))?;
        let browsers = options.browsers.iter().map(|browser| browser.name).collect();
        Ok((browsers, options.steps.iter().map(|step| step.name).collect()))
    }

    #[test]
    fn everything_is_tested_unless_limited() {
        let (browsers, steps) = read(&[]).unwrap();
        assert_eq!(browsers, ["chromium", "firefox", "webkit"]);
        assert_eq!(steps.len(), steps::ALL.len());
    }

    #[test]
    fn what_is_chosen_runs_in_the_order_of_the_list() {
        let (browsers, steps) =
            read(&["--only", "size", "--browser=webkit", "--only", "format"]).unwrap();
        assert_eq!(browsers, ["webkit"]);
        assert_eq!(steps, ["format", "size"]);
    }

    #[test]
    fn an_unknown_name_gets_the_known_ones() {
        assert_eq!(
            read(&["--browser", "lynx"]).unwrap_err().to_string(),
            "there is no browser lynx: choose from chromium, firefox, webkit"
        );
        assert!(read(&["--only", "lunch"]).unwrap_err().to_string().contains("choose from format"));
    }

    #[test]
    fn durations_are_short_to_read() {
        assert_eq!(duration(Duration::from_millis(1240)), "1.2 s");
        assert_eq!(duration(Duration::from_secs(125)), "2 min 5 s");
    }
}
