//! What happens while somebody only reads.

use super::{Notice, Session};
use crate::{record::Timestamp, store::action::Glance};

impl Session {
    pub(super) fn glance(&mut self, at: Timestamp, glance: Glance) {
        match glance {
            Glance::Hover(id) => self.hovered = id.filter(|id| self.is_here(*id)),
            Glance::Scrolled(place) => {
                if let Some(id) = self.view.open {
                    self.view.places.insert(id, place);
                }
            }
            Glance::HideHint => self.view.hint_seen = true,
            Glance::HideNotice => self.notice = None,
            Glance::Say(text) => self.notice = Some(Notice { text, undoes: false, at }),
        }
    }

    /// Whether a glance would change nothing.
    pub(super) fn has_seen(&self, glance: &Glance) -> bool {
        match glance {
            Glance::Hover(id) => self.hovered == id.filter(|id| self.is_here(*id)),
            Glance::Scrolled(place) => {
                self.view.open.is_none_or(|id| self.view.places.get(&id) == Some(place))
            }
            Glance::HideHint => self.view.hint_seen,
            Glance::HideNotice => self.notice.is_none(),
            Glance::Say(_) => false,
        }
    }
}
