//! `cargo xtask serve`.

use anyhow::{Context, Result};
use lexopt::{Arg, Parser, ValueExt};

use super::Command;
use crate::{process, project::Project, server, site, tools};

pub(super) const COMMAND: Command = Command {
    name: "serve",
    options: "[--release] [--port N]",
    summary: "Serves the page on this machine, anew after each change; --release as it is published",
    run,
};

/// How to serve.
#[derive(Debug, Default, PartialEq, Eq)]
struct Options {
    release: bool,
    port: Option<u16>,
}

fn run(project: &Project, arguments: Parser) -> Result<()> {
    let options = Options::read(arguments)?;
    // Taken first: a build is long, and a taken port is known at once.
    let listener = server::listen(options.port)?;
    let address = server::address(&listener)?;
    if options.release {
        site::build(project)?;
        println!("Claimlight is served on {address} until Ctrl-C");
        return server::serve(listener, project.dist());
    }
    tools::wasm_target(project)?;
    tools::crates(project, &[&tools::TRUNK, &tools::WASM_BINDGEN])?;
    println!("Claimlight will be served on {address} as soon as it is built, until Ctrl-C");
    let port = listener.local_addr()?.port().to_string();
    drop(listener);
    let mut trunk = site::trunk(project)?;
    trunk.args(["serve", "--address", "127.0.0.1", "--port", &port]);
    // `dist` is for what is published.
    trunk.args(["--disable-address-lookup", "true", "--dist"]);
    process::take_over(trunk.arg(project.target().join("serve")))
}

impl Options {
    fn read(mut arguments: Parser) -> Result<Self> {
        let mut options = Self::default();
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("release") => options.release = true,
                Arg::Long("port") => options.port = Some(port(&arguments.value()?.string()?)?),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }
}

fn port(text: &str) -> Result<u16> {
    text.parse().ok().with_context(|| format!("--port takes a number up to 65535, not {text}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<Options> {
        Options::read(Parser::from_args(arguments))
    }

    #[test]
    fn options_are_understood() {
        assert_eq!(read(&[]).unwrap(), Options::default());
        let expected = Options { release: true, port: Some(9000) };
        assert_eq!(read(&["--port", "9000", "--release"]).unwrap(), expected);
        assert_eq!(read(&["--port=9000", "--release"]).unwrap(), expected);
    }

    #[test]
    fn wrong_options_are_said() {
        assert_eq!(read(&["--prot"]).unwrap_err().to_string(), "invalid option '--prot'");
        assert!(read(&["--port"]).unwrap_err().to_string().contains("--port"));
        assert_eq!(
            read(&["--port", "http"]).unwrap_err().to_string(),
            "--port takes a number up to 65535, not http"
        );
    }
}
