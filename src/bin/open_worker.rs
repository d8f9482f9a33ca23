//! The worker that opens articles: hands what the page gives it to the importers, and what they understood back.

#[cfg(target_arch = "wasm32")]
fn main() {
    claimlight::browser::worker::serve(|request, bytes, say| {
        // What is no request of this page's is not answered.
        if let Ok(opening) = serde_json::from_str(request)
            && let Some((message, text)) =
                claimlight::worker::tell(claimlight::worker::open(&opening, bytes))
        {
            say(&message, Some(text.as_bytes()));
        }
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Claimlight's page starts this in a browser.");
}
