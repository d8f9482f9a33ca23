//! How long it takes to open what readers have: `cargo bench --bench import`.
//!
//! Prints the median of some runs, and fails where it is above what issue 5 allows for a page of a megabyte. The pages
//! are made of those in `tests/pages`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::{
    fs,
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};

use claimlight::article::import::{Given, Hint, open};

const MEGABYTE: usize = 1024 * 1024;
const RUNS: usize = 9;

/// What issue 5 allows for a megabyte.
const ALLOWED: Duration = Duration::from_millis(300);

fn page(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages").join(name))
        .unwrap()
}

/// `part` so often that `whole` around it is a megabyte.
fn filled(whole: &str, part: &str, at: &str) -> String {
    let times = MEGABYTE.saturating_sub(whole.len()) / part.len();
    whole.replacen(at, &format!("{}{at}", part.repeat(times)), 1)
}

fn median(given: &str, name: &str) -> Duration {
    let hint = Hint { name: Some(name), ..Hint::default() };
    let mut runs: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let started = Instant::now();
            black_box(open(Given::Bytes(black_box(given.as_bytes())), &hint).unwrap());
            started.elapsed()
        })
        .collect();
    runs.sort_unstable();
    runs[RUNS / 2]
}

fn main() {
    let long_read = page("long-read-pull-quotes.html");
    let paragraph = "<p>The company arrived in 2009 with a cheque and a map. <a href=\"/holloway\">Its agent</a>, a quiet man \
        named Holloway, went from kitchen to kitchen. He told them, <em>several</em> recall, that nothing would change.</p>\n      ";
    let script = format!("<script>window.state={{\"a\":\"{}\"}}</script>", "x<y&z ".repeat(200));
    let cards = "<div class=\"card\"><a href=\"/c\"><img src=\"c.jpg\" alt=\"\"><h3>Ten walks for a rainy weekend</h3></a><p>By boat.</p></div>\n";
    let cases = [
        ("page, mostly text", "a.html", filled(&long_read, paragraph, "<h2>The dust years</h2>")),
        ("page, mostly scripts", "a.html", filled(&long_read, &script, "</head>")),
        (
            "page, mostly cards",
            "a.html",
            filled(&long_read, cards, "<footer class=\"site-footer\">"),
        ),
        ("page, all live entries", "a.html", {
            let live = page("live-blog.html");
            let start = live.find("<article class=\"live-entry\"").unwrap();
            let end = start + live[start..].find("</article>").unwrap() + "</article>".len();
            filled(&live, &live[start..end], "</div><button>Load older")
        }),
        (
            "page saved as one file",
            "a.mhtml",
            filled(
                &page("german-regional.mhtml"),
                &"<p>Das ist kein Geschenk, sondern eine Schuld.</p>=\r\n".repeat(4),
                "<h2>1,2",
            ),
        ),
        (
            "Markdown",
            "a.md",
            format!(
                "# Taxes\n\n{}",
                "The **mayor** said [so](https://a.example) on Tuesday.\n\n- one\n- two\n\n"
                    .repeat(MEGABYTE / 80)
            ),
        ),
        (
            "plain text",
            "a.txt",
            "Taxes fell twice in a year, the mayor said on Tuesday, and prices rose.\n\n"
                .repeat(MEGABYTE / 73),
        ),
    ];
    let mut is_slow = false;
    for (what, name, given) in cases {
        let took = median(&given, name);
        println!("{what:26}{:>8} KB{:>10.1} ms", given.len() / 1024, took.as_secs_f64() * 1e3);
        is_slow |= took > ALLOWED;
    }
    assert!(!is_slow, "issue 5 allows {ALLOWED:?}");
}
