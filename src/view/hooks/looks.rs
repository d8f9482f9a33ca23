//! How attributions look wherever their name stands.

use yew::prelude::*;

use crate::{
    annotation::{COLOURS, Look, PATTERNS, SourceStyle},
    browser::highlight::{adopt, replace},
};

/// Puts the rules of all looks into a style sheet of the page, once.
#[hook]
pub(in crate::view) fn use_looks() {
    use_effect_with((), |()| {
        let styles = (0..COLOURS.len() * PATTERNS.len()).map(SourceStyle::nth);
        let looks =
            [Look::OwnVoice, Look::Unattributed].into_iter().chain(styles.map(Look::Source));
        if let Some(sheet) = adopt() {
            replace(&sheet, &looks.map(Look::class_rule).collect::<String>());
        }
    });
}
