//! The clock that stamps writes.

use super::{NodeId, Stamp, Timestamp};

/// Gives stamps that always increase, even while the wall clock stands still or goes backward.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    latest: Stamp,
}

impl Clock {
    /// A clock of `node` that has seen nothing yet.
    pub const fn new(node: NodeId) -> Self {
        Self { latest: Stamp { at: Timestamp::from_millis(0), counter: 0, node } }
    }

    /// The latest stamp given or seen.
    pub const fn latest(&self) -> Stamp {
        self.latest
    }

    /// The stamp of a write made now, later than everything given or seen before.
    pub fn tick(&mut self, now: Timestamp) -> Stamp {
        if now > self.latest.at {
            self.latest.at = now;
            self.latest.counter = 0;
        } else if let Some(counter) = self.latest.counter.checked_add(1) {
            self.latest.counter = counter;
        } else {
            self.latest.at = Timestamp::from_millis(self.latest.at.millis() + 1);
            self.latest.counter = 0;
        }
        self.latest
    }

    /// Takes note of a stamp that came from elsewhere: what follows here is later than it.
    pub fn observe(&mut self, seen: Stamp) {
        if (seen.at, seen.counter) > (self.latest.at, self.latest.counter) {
            self.latest = Stamp { node: self.latest.node, ..seen };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_goes_back_when_the_wall_clock_does() {
        let mut clock = Clock::new(NodeId::from_u128(1));
        let first = clock.tick(Timestamp::from_millis(1000));
        let second = clock.tick(Timestamp::from_millis(400));
        assert!(second > first);
    }

    #[test]
    fn what_follows_an_observed_stamp_is_later() {
        let mut clock = Clock::new(NodeId::from_u128(1));
        let far =
            Stamp { at: Timestamp::from_millis(9000), counter: 4, node: NodeId::from_u128(2) };
        clock.observe(far);
        assert!(clock.tick(Timestamp::from_millis(10)) > far);
    }

    #[test]
    fn a_full_counter_carries_into_the_time() {
        let mut clock = Clock::new(NodeId::from_u128(1));
        let full = Stamp {
            at: Timestamp::from_millis(9000),
            counter: u32::MAX,
            node: NodeId::from_u128(u128::MAX),
        };
        clock.observe(full);
        let next = clock.tick(Timestamp::from_millis(10));
        assert_eq!((next.at.millis(), next.counter), (9001, 0));
        assert!(next > full);
    }
}
