//! Cards beside their text: as near to it as can be, in its order, never overlapping.

/// A card that wants to stand at some height. All in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Card {
    /// Where its text starts.
    pub wanted: i32,
    /// How tall it is.
    pub height: i32,
}

/// Cards pushed together: they stand one under another from `top` on.
struct Pool {
    first: usize,
    count: i32,
    /// Sum over the cards of where the pool's top would be for that card to stand where it wants.
    sum: i64,
    height: i32,
    pinned: Option<i32>,
}

impl Pool {
    fn top(&self) -> i32 {
        let mean = || i32::try_from(self.sum / i64::from(self.count.max(1))).unwrap_or(i32::MAX);
        self.pinned.unwrap_or_else(mean)
    }
}

/// The top of each card, so that the squares of the distances from where they want to be are least (Robertson,
/// Wright, Dykstra, “Order Restricted Statistical Inference”, 1988: pool adjacent violators). The `pinned` card stands
/// exactly where it wants; no card stands above 0 unless the pinned one pushes it there. Linear time.
pub fn place(cards: &[Card], gap: i32, pinned: Option<usize>) -> Vec<i32> {
    let mut pools: Vec<Pool> = Vec::new();
    for (i, card) in cards.iter().enumerate() {
        let is_pinned = pinned == Some(i);
        let wanted = if is_pinned { card.wanted } else { card.wanted.max(0) };
        let mut pool = Pool {
            first: i,
            count: 1,
            sum: i64::from(wanted),
            height: card.height + gap,
            pinned: is_pinned.then_some(wanted),
        };
        while let Some(above) = pools.pop_if(|above| above.top() + above.height > pool.top()) {
            // Seen from the top of the two together, the lower ones want to be higher up by the upper ones' height.
            let moved = i64::from(above.height) * i64::from(pool.count);
            pool = Pool {
                first: above.first,
                count: above.count + pool.count,
                sum: above.sum + pool.sum - moved,
                height: above.height + pool.height,
                pinned: above.pinned.or(pool.pinned.map(|top| top - above.height)),
            };
        }
        pools.push(pool);
    }
    let mut tops = Vec::with_capacity(cards.len());
    for pool in &pools {
        let mut top = pool.top();
        let until = pool.first + usize::try_from(pool.count).unwrap_or_default();
        for card in cards.get(pool.first..until).unwrap_or_default() {
            tops.push(top);
            top += card.height + gap;
        }
    }
    tops
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cards(list: &[(i32, i32)]) -> Vec<Card> {
        list.iter().map(|&(wanted, height)| Card { wanted, height }).collect()
    }

    #[test]
    fn cards_with_room_stand_where_they_want() {
        assert_eq!(place(&cards(&[(0, 20), (50, 20), (80, 20)]), 10, None), [0, 50, 80]);
    }

    #[test]
    fn cards_for_one_line_share_the_push() {
        // Both want 100; together they are 60 tall with the gap, so each is 15 off.
        assert_eq!(place(&cards(&[(100, 20), (100, 20)]), 10, None), [85, 115]);
    }

    #[test]
    fn the_pinned_card_pushes_the_others() {
        let three = cards(&[(100, 20), (100, 20), (100, 20)]);
        assert_eq!(place(&three, 10, Some(2)), [40, 70, 100]);
        assert_eq!(place(&three, 10, Some(0)), [100, 130, 160]);
    }

    #[test]
    fn nothing_stands_above_the_article() {
        assert_eq!(place(&cards(&[(-40, 20)]), 10, None), [0]);
    }

    proptest! {
        #[test]
        fn cards_keep_their_order_and_never_overlap(
            list in prop::collection::vec((0..2_000, 1..200), 0..40),
            pin in any::<prop::sample::Index>(),
            pinning: bool,
        ) {
            let cards = cards(&{ let mut l = list; l.sort_unstable(); l });
            let pinned = (pinning && !cards.is_empty()).then(|| pin.index(cards.len()));
            let tops = place(&cards, 8, pinned);
            prop_assert_eq!(tops.len(), cards.len());
            for i in 1..tops.len() {
                prop_assert!(tops[i - 1] + cards[i - 1].height + 8 <= tops[i]);
            }
            if let Some(i) = pinned {
                prop_assert_eq!(tops[i], cards[i].wanted);
            }
        }
    }
}
