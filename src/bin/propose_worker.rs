//! The worker that proposes claims: hands what the page asks to the engine, and its answers back.

#[cfg(target_arch = "wasm32")]
fn main() {
    claimlight::browser::worker::serve(|request, text, say| {
        claimlight::worker::answer(request, text, |report| {
            // What has no JSON form is nothing the engine proposes.
            if let Ok(report) = serde_json::to_string(&report) {
                say(&report, None);
            }
        });
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Claimlight's page starts this in a browser.");
}
