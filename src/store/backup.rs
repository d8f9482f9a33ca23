//! When a back-up is due, and when it may be written over.

use super::library::Library;
use crate::{annotation::Dataset, record::Timestamp};

/// Work that is a day old, in milliseconds, is worth a reminder.
const DAY: u64 = 24 * 60 * 60 * 1000;

/// Whether to remind of a back-up in a browser that throws away what was not used for a week: there is no telling whether
/// a person comes back in time, so it must be said while they are here. Claims count from a day after they were made.
pub fn is_due(library: &Library, last: Option<Timestamp>, now: Timestamp) -> bool {
    let claims = library.all_claims().values().flat_map(|claims| claims.values());
    let mut live = claims.filter(|claim| !*claim.deleted);
    live.any(|claim| {
        let is_old = claim.created.millis().saturating_add(DAY) <= now.millis();
        is_old && last.is_none_or(|last| claim.modified() > last)
    })
}

/// Whether a back-up knows what the library does not: a claim made in another browser, or here before this browser lost
/// it. Such a back-up must not be written over unasked. What was thrown away here is known.
pub fn holds_more(library: &Library, backup: &Dataset) -> bool {
    let mut both = library.clone();
    both.merge(&Library::from_dataset(backup));
    both != *library
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        annotation::Attribution,
        store::{
            edit::{ClaimEdit, Speaker},
            tests::fixture::{Desk, claim_id, time},
        },
    };

    #[test]
    fn a_day_old_claim_is_reminded_of_until_it_is_backed_up() {
        let mut desk = Desk::with("The [m]mayor[/] said [c]taxes fell[/].");
        desk.create(1, "c", Speaker::Known(Attribution::OwnVoice));
        let due = |desk: &Desk, last, now| is_due(&desk.session.library, last, time(now));
        assert!(!due(&desk, None, desk.now));
        assert!(due(&desk, None, desk.now + DAY));
        let saved = time(desk.now + 1);
        assert!(!due(&desk, Some(saved), desk.now + 9 * DAY));
        desk.now += 10;
        desk.claim(ClaimEdit::Note(claim_id(1), "New".into()));
        assert!(due(&desk, Some(saved), desk.now + DAY));
        desk.claim(ClaimEdit::Delete(vec![claim_id(1)]));
        assert!(!due(&desk, None, desk.now + DAY));
    }

    #[test]
    fn a_back_up_that_knows_more_is_told_from_one_that_does_not() {
        let mut desk = Desk::with("The [m]mayor[/] said [c]taxes fell[/].");
        desk.create(1, "c", Speaker::Known(Attribution::OwnVoice));
        let file = desk.session.library.to_dataset(None);
        assert!(!holds_more(&desk.session.library, &file));
        assert!(holds_more(&Library::default(), &file));
        desk.claim(ClaimEdit::Delete(vec![claim_id(1)]));
        assert!(!holds_more(&desk.session.library, &file), "it was thrown away on purpose");
    }
}
