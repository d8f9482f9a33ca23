//! Claims that overlap, as paint layers that do not.

use std::cmp::Reverse;

use super::Look;
use crate::{
    order::{self, Map},
    text::{ByteOffset, TextRange},
};

/// One stretch of text to paint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Where.
    pub range: TextRange,
    /// How its attribution looks.
    pub look: Look,
}

/// What one CSS highlight stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LayerKey {
    /// How the attribution looks.
    pub look: Look,
    /// Which of the stacked underlines, 0 being nearest to the words.
    pub lane: u8,
}

/// The ranges painted alike. Ranges of one layer never overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// How.
    pub key: LayerKey,
    /// Where, in order.
    pub ranges: Vec<TextRange>,
}

/// Lays overlapping intervals into lanes: from the left, the longer first, each takes the lowest lane that
/// is free over its whole length. There are at most `lanes` (0 counts as 1); what needs more shares the
/// last, where overlapping ranges of one style become one range and those of different styles lie on
/// top of each other.
///
/// Empty intervals are left out. The layers are sorted by lane, then look, and do not depend on the order
/// of `intervals`. Takes time n log n in intervals, times `lanes`.
pub fn layers(intervals: &[Interval], lanes: u8) -> Vec<Layer> {
    let mut from_left: Vec<Interval> =
        intervals.iter().copied().filter(|interval| !interval.range.is_empty()).collect();
    order::sort_by_key(&mut from_left, |Interval { range, look }| {
        (range.start(), Reverse(range.end()), *look)
    });

    let last = lanes.saturating_sub(1);
    // Where the lanes used so far become free.
    let mut free_from: Vec<ByteOffset> = Vec::new();
    let mut painted: Map<(u8, Look), Vec<TextRange>> = Map::new();
    for Interval { range, look } in from_left {
        let lane = (0..last)
            .zip(&free_from)
            .find_map(|(lane, free)| (*free <= range.start()).then_some(lane))
            .unwrap_or_else(|| last.min(u8::try_from(free_from.len()).unwrap_or(last)));
        match free_from.get_mut(usize::from(lane)) {
            Some(free) => *free = range.end().max(*free),
            None => free_from.push(range.end()),
        }
        add(painted.get_or_insert((lane, look), Vec::new), range);
    }
    painted
        .into_iter()
        .map(|((lane, look), ranges)| Layer { key: LayerKey { look, lane }, ranges })
        .collect()
}

/// Adds `range`, which starts nowhere before the last of `ranges`, as part of that one where they overlap.
fn add(ranges: &mut Vec<TextRange>, range: TextRange) {
    match ranges.last_mut() {
        Some(last) if range.start() < last.end() => {
            *last = TextRange::new(last.start(), last.end().max(range.end()));
        }
        _ => ranges.push(range),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::annotation::{Pattern, SourceStyle};

    const RED: Look = Look::Source(SourceStyle { colour: 0, pattern: Pattern::Solid });
    const BLUE: Look = Look::Source(SourceStyle { colour: 1, pattern: Pattern::Solid });

    fn interval(start: usize, end: usize, look: Look) -> Interval {
        Interval { range: TextRange::bytes(start, end), look }
    }

    /// `lane look start-end …` for each layer.
    fn shown(layers: &[Layer]) -> Vec<String> {
        let look = |s| {
            if s == RED {
                "red"
            } else if s == BLUE {
                "blue"
            } else {
                "none"
            }
        };
        let ranges = |layer: &Layer| -> String {
            let show = |r: &TextRange| format!(" {}-{}", r.start().get(), r.end().get());
            layer.ranges.iter().map(show).collect()
        };
        layers.iter().map(|l| format!("{} {}{}", l.key.lane, look(l.key.look), ranges(l))).collect()
    }

    #[test]
    fn claims_side_by_side_share_the_lowest_lane() {
        let found = layers(&[interval(4, 8, RED), interval(0, 4, RED), interval(8, 9, BLUE)], 3);
        assert_eq!(shown(&found), ["0 red 0-4 4-8", "0 blue 8-9"]);
    }

    #[test]
    fn the_longer_of_two_that_start_together_lies_nearest_the_words() {
        let found = layers(&[interval(0, 3, RED), interval(0, 9, BLUE)], 3);
        assert_eq!(shown(&found), ["0 blue 0-9", "1 red 0-3"]);
    }

    #[test]
    fn a_lane_is_taken_again_once_it_is_free() {
        let all =
            [interval(0, 5, RED), interval(2, 9, RED), interval(5, 7, BLUE), interval(9, 12, RED)];
        assert_eq!(shown(&layers(&all, 3)), ["0 red 0-5 9-12", "0 blue 5-7", "1 red 2-9"]);
    }

    #[test]
    fn what_needs_more_lanes_shares_the_last() {
        let all = [
            interval(0, 9, Look::OwnVoice),
            interval(1, 6, RED),
            interval(2, 8, RED),
            interval(3, 5, BLUE),
        ];
        assert_eq!(shown(&layers(&all, 2)), ["0 none 0-9", "1 red 1-8", "1 blue 3-5"]);
        assert_eq!(shown(&layers(&all, 1)), ["0 none 0-9", "0 red 1-8", "0 blue 3-5"]);
    }

    #[test]
    fn no_lanes_count_as_one_and_empty_intervals_as_none() {
        assert_eq!(shown(&layers(&[interval(0, 3, RED), interval(5, 5, RED)], 0)), ["0 red 0-3"]);
        assert!(layers(&[], 3).is_empty());
    }

    fn intervals() -> impl Strategy<Value = Vec<Interval>> {
        let look = prop_oneof![Just(Look::OwnVoice), Just(RED), Just(BLUE)];
        prop::collection::vec((0usize..60, 0usize..25, look), 0..24).prop_map(|all| {
            all.into_iter().map(|(start, len, look)| interval(start, start + len, look)).collect()
        })
    }

    proptest! {
        #[test]
        fn ranges_of_a_layer_are_in_order_and_never_overlap(all in intervals(), lanes in 0u8..5) {
            for layer in layers(&all, lanes) {
                prop_assert!(layer.ranges.iter().all(|range| !range.is_empty()));
                prop_assert!(layer.ranges.windows(2).all(|two| two[0].end() <= two[1].start()));
            }
        }

        #[test]
        fn layers_are_in_order_and_do_not_depend_on_that_of_the_intervals(
            (all, mixed) in intervals().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
            lanes in 0u8..5,
        ) {
            let found = layers(&all, lanes);
            let keys: Vec<_> = found.iter().map(|layer| (layer.key.lane, layer.key.look)).collect();
            prop_assert!(keys.windows(2).all(|two| two[0] < two[1]));
            prop_assert_eq!(layers(&mixed, lanes), found);
        }

        #[test]
        fn a_style_is_painted_where_its_intervals_are_and_nowhere_else(all in intervals(), lanes in 0u8..5) {
            let found = layers(&all, lanes);
            for at in (0..90).map(ByteOffset::new) {
                for look in [Look::OwnVoice, RED, BLUE] {
                    let wanted = all.iter().any(|i| i.look == look && i.range.contains(at));
                    let painted = found
                        .iter()
                        .filter(|layer| layer.key.look == look)
                        .any(|layer| layer.ranges.iter().any(|range| range.contains(at)));
                    prop_assert_eq!(wanted, painted);
                }
            }
        }

        #[test]
        fn with_lanes_to_spare_each_interval_is_a_range_and_no_lane_is_wasted(all in intervals()) {
            let found = layers(&all, 30);
            let ranges = |found: &[Layer]| -> usize { found.iter().map(|layer| layer.ranges.len()).sum() };
            prop_assert_eq!(ranges(&found), all.iter().filter(|i| !i.range.is_empty()).count());
            let lane_is_used_at = |lane: u8, at: ByteOffset| {
                found.iter().filter(|layer| layer.key.lane == lane).any(|layer| {
                    layer.ranges.iter().any(|range| range.contains(at))
                })
            };
            for layer in &found {
                for range in &layer.ranges {
                    prop_assert!((0..layer.key.lane).all(|lower| lane_is_used_at(lower, range.start())));
                }
            }
        }
    }
}
