mod attribution;

use std::path::Path;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize()?;
    match arguments.first().map(String::as_str) {
        Some("evaluate") => attribution::evaluate(&root, &arguments[1..]),
        Some("show") => attribution::show(&root, &arguments[1..]),
        Some("speed") => attribution::speed(&root),
        Some("train") => attribution::train(&root, &arguments[1..]),
        other => anyhow::bail!("{other:?}: evaluate or train"),
    }
}
