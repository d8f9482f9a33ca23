//! Installs packages where that needs no question: on Debian and its kin, as root.

use std::fs;

use anyhow::Result;

use crate::{process, project::Project};

/// Whether this is such a machine.
pub(super) fn can_install(project: &Project) -> bool {
    // A file that is not there belongs to another system.
    let system = fs::read_to_string("/etc/os-release").unwrap_or_default();
    is_debian(&system) && is_root(project)
}

/// Installs `packages`.
///
/// # Errors
/// Where apt fails.
pub(super) fn install(project: &Project, packages: &[&str]) -> Result<()> {
    eprintln!("Installing {} with apt-get: one or two minutes", packages.join(", "));
    let apt = |arguments: &[&str]| -> Result<()> {
        let mut command = project.command("apt-get")?;
        command.arg("-q").args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        process::run(&mut command)
    };
    apt(&["update"])?;
    apt(&[&["install", "-y"], packages].concat())
}

fn is_debian(os_release: &str) -> bool {
    os_release
        .lines()
        .filter_map(|line| line.strip_prefix("ID=").or_else(|| line.strip_prefix("ID_LIKE=")))
        .flat_map(|names| names.trim_matches('"').split(' '))
        .any(|name| name == "debian")
}

fn is_root(project: &Project) -> bool {
    let said = project.command("id").and_then(|mut id| process::output(id.arg("-u")));
    said.is_ok_and(|number| number.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debian_and_its_kin_are_recognised() {
        assert!(is_debian("NAME=\"Debian GNU/Linux\"\nID=debian\n"));
        assert!(is_debian("ID=ubuntu\nID_LIKE=debian\n"));
        assert!(is_debian("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"));
        assert!(!is_debian("ID=fedora\nHOME_URL=\"https://debian.example/\"\n"));
        assert!(!is_debian(""));
    }
}
