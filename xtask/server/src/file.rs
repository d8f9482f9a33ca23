//! From addresses to files.

use std::path::{Component, Path, PathBuf};

/// The file of `folder` that a path asks for, and its query aside; nothing outside the folder.
pub fn inside(url: &str, folder: &Path) -> Option<PathBuf> {
    let name = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let name = if name.is_empty() { "index.html" } else { name };
    let plain = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    let file = folder.join(name);
    (plain && file.is_file()).then_some(file)
}

/// The media type of a file of the site, by its ending.
pub fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        Some("jsonld") => "application/ld+json",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_the_folder_are_served() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert_eq!(inside("/Cargo.toml?now", folder), Some(folder.join("Cargo.toml")));
        for url in ["/../Cargo.toml", "//etc/passwd", "/src", "/", "/none", "Cargo.toml"] {
            assert_eq!(inside(url, folder), None, "{url}");
        }
    }
}
