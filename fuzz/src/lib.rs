//! What must hold whatever comes in.

use claimlight::article::{
    MarkKind,
    import::{Draft, Furniture, Given, Hint, ImportError, open},
};

/// Opens `given` with one importer, with and without furniture, and as something copied.
pub fn import(given: Given<'_>, importer: Option<&str>) {
    for (furniture, is_copied) in
        [(Furniture::LeaveOut, false), (Furniture::Keep, false), (Furniture::LeaveOut, true)]
    {
        let hint = Hint {
            importer,
            furniture,
            is_copied,
            address: Some("https://news.example/story"),
            ..Hint::default()
        };
        check(open(given, &hint).map(|imported| imported.draft));
    }
}

fn check(imported: Result<Draft, ImportError>) {
    let draft = match imported {
        Ok(draft) => draft,
        Err(error) => {
            assert!(error.to_string().ends_with('.'), "a sentence");
            return;
        }
    };
    assert!(!draft.title.trim().is_empty(), "a title");
    assert!(draft.url.as_deref().is_none_or(is_safe), "{:?}", draft.url);
    for block in draft.body.blocks() {
        assert!(!draft.body.slice(block.range).trim().is_empty(), "words in every block");
        for mark in &block.marks {
            if let MarkKind::Link(to) = &mark.kind {
                assert!(is_safe(to), "{to}");
            }
        }
    }
    let json = serde_json::to_string(&draft).expect("a draft can be handed over");
    let back: Draft = serde_json::from_str(&json).expect("and taken");
    assert_eq!(back, draft);
}

/// Whether an address leads to the web or to mail.
fn is_safe(address: &str) -> bool {
    ["http://", "https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme))
        && !address.contains(char::is_control)
}
