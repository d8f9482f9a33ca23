//! Mounts the app, nothing else.

#[cfg(target_arch = "wasm32")]
fn main() {
    claimlight::view::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Claimlight runs in a browser: start it with `cargo xtask serve`.");
}
