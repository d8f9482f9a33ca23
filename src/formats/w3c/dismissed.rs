//! The proposals that are not wanted in an article, in code points.

use super::{
    blocks::{read_range, write_range},
    json::{Aside, Found, Node, Writer},
    terms::{CUE, DISMISSED, END, STAMP, START, TAKEN_BACK},
};
use crate::{
    article::{Body, Dismissed, Spot},
    record::{Register, Stamp},
    text::{ByteOffset, CodePointOffset},
};

const KNOWN: &[&str] = &[START, END, CUE, STAMP, TAKEN_BACK];

/// Writes what was ever dismissed, and what of it was taken back.
pub(super) fn write(w: &mut Writer, body: &Body, dismissed: &Dismissed) {
    let (text, offsets) = (body.text(), body.offsets());
    if dismissed.is_empty() {
        return;
    }
    w.list(DISMISSED, |w| {
        for (spot, dismissed) in dismissed.iter() {
            w.object_element(|w| {
                write_range(w, text, offsets, spot.range);
                if let Some(cue) = spot.cue {
                    w.number(CUE, offsets.to_code_points(text, cue).get());
                }
                w.flag(TAKEN_BACK, !**dismissed);
                w.text(STAMP, &dismissed.stamp().to_string());
            });
        }
    });
}

/// Reads it; what does not fit the text is set aside.
pub(super) fn read(article: &Node<'_>, body: &Body, aside: &mut Aside) -> Dismissed {
    let mut found = Vec::new();
    article.for_each(DISMISSED, |node| match read_one(&node, body, aside) {
        Some(one) => {
            aside.unknown(&node, &[KNOWN]);
            found.push(one);
        }
        None => aside.put(&node, "This should be a range of the text, with a stamp."),
    });
    found.into_iter().collect()
}

fn read_one(node: &Node<'_>, body: &Body, aside: &mut Aside) -> Option<(Spot, Register<bool>)> {
    let range = read_range(node, body.text(), body.offsets())?;
    let cue = match node.get(CUE) {
        Some(cue) => Some(place(body, cue.number()?)?),
        None => None,
    };
    let stamp: Stamp = node.text_of(STAMP)?.parse().ok()?;
    let taken_back = Found::flag(node, TAKEN_BACK, aside).given();
    Some((Spot { range, cue }, Register::new(taken_back != Some(true), stamp)))
}

/// So many code points into the text.
fn place(body: &Body, at: u32) -> Option<ByteOffset> {
    let (text, offsets, at) = (body.text(), body.offsets(), CodePointOffset::new(at as usize));
    let length = offsets.to_code_points(text, ByteOffset::new(text.len()));
    (at <= length).then(|| offsets.from_code_points(text, at))
}
