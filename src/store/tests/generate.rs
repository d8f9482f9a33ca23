//! Anything a person could do, as proptest strategies. Identities are few, so that edits meet.

use std::rc::Rc;

use proptest::{collection::vec, prelude::*, sample::select};

use super::fixture::{Desk, STORY, article, article_id, claim_id, source_id};
use crate::{
    annotation::{Attribution, Dataset, Mode, Origin, SourceKind, SourceStyle, Verdict},
    article::{Article, Spot},
    store::{
        Action, Glance, Input,
        edit::{ArticleEdit, ClaimEdit, Edit, Part, SourceEdit, Speaker, Taken},
        filter::Filter,
        view_state::{Column, Draft, Place, Settings, Theme},
    },
    suggest::NewSource,
    text::{ByteOffset, TextRange},
};

/// Another version of either.
const REVISED: &str = "Late news.\n\nThe mayor said taxes fell once.\n\nThe minister said that taxes never fell.\n\nTaxes rose, \"twice\", in 2021.";

/// The text of article `n`.
fn text(n: u128) -> &'static str {
    if n == 1 { STORY } else { "Taxes rose, “twice”, in 2021.\n\nSo said the clerk." }
}

fn number() -> std::ops::Range<u128> {
    1..5
}

fn range() -> impl Strategy<Value = TextRange> {
    (0..80_usize, 0..80_usize).prop_map(|(a, b)| TextRange::bytes(a, b))
}

fn name() -> impl Strategy<Value = String> {
    select(vec!["Mayor", "mayor ", "Minister", "Clerk", " ", "<b>EU</b>"]).prop_map(str::to_owned)
}

fn attribution() -> impl Strategy<Value = Attribution> {
    prop_oneof![
        Just(Attribution::Unattributed),
        Just(Attribution::OwnVoice),
        number().prop_map(|n| Attribution::Source(source_id(n))),
    ]
}

fn new_source() -> impl Strategy<Value = NewSource> {
    let kind = select(SourceKind::ALL.to_vec());
    (name(), vec(name(), 0..3), kind, prop::option::of(name()))
        .prop_map(|(name, aliases, kind, parent)| NewSource { name, aliases, kind, parent })
}

fn taken() -> impl Strategy<Value = Taken> {
    let origin = prop_oneof![Just(Origin::Hand), Just(Origin::Engine("1".into()))];
    let marks = (prop::option::of(range()), prop::option::of(range()));
    let id = number().prop_map(claim_id);
    (id, origin, vec(range(), 0..3), speaker(), marks, select(Mode::ALL.to_vec())).prop_map(
        |(id, origin, content, speaker, (mention, cue), mode)| Taken {
            id,
            origin,
            content,
            speaker,
            mention,
            cue,
            mode,
        },
    )
}

fn spot() -> impl Strategy<Value = Spot> {
    let cue = prop::option::of((0..40_usize).prop_map(ByteOffset::new));
    // Few, so that they meet.
    (0..3_usize, cue).prop_map(|(n, cue)| Spot { range: TextRange::bytes(n * 10, n * 10 + 9), cue })
}

fn speaker() -> impl Strategy<Value = Speaker> {
    prop_oneof![
        attribution().prop_map(Speaker::Known),
        (number(), name()).prop_map(|(n, name)| Speaker::Named { id: source_id(n), name }),
        (number(), new_source()).prop_map(|(n, source)| Speaker::Proposed {
            id: source_id(n),
            parent: source_id(n + 1),
            source,
        }),
    ]
}

fn claim_edit() -> impl Strategy<Value = ClaimEdit> {
    let id = || number().prop_map(claim_id);
    let words = || select(vec!["", "tax, city", "city", "https://a.example\nhttps://b.example"]);
    let part = select(vec![Part::Mention, Part::Cue]);
    prop_oneof![
        6 => (id(), range(), speaker())
            .prop_map(|(id, range, speaker)| ClaimEdit::Create { id, range, speaker }),
        2 => vec(taken(), 0..3).prop_map(ClaimEdit::Take),
        2 => (id(), speaker()).prop_map(|(id, speaker)| ClaimEdit::Attribute(id, speaker)),
        2 => (id(), range()).prop_map(|(id, range)| ClaimEdit::Extend(id, range)),
        1 => (id(), 0..3_usize).prop_map(|(id, index)| ClaimEdit::DropFragment(id, index)),
        1 => (id(), 0..3_usize, range())
            .prop_map(|(id, index, range)| ClaimEdit::MoveFragment(id, index, range)),
        1 => (id(), range()).prop_map(|(id, range)| ClaimEdit::Reattach(id, range)),
        1 => (id(), part, prop::option::of(range()))
            .prop_map(|(id, part, range)| ClaimEdit::Mark(id, part, range)),
        1 => (id(), select(Mode::ALL.to_vec())).prop_map(|(id, mode)| ClaimEdit::Mode(id, mode)),
        1 => (id(), select(Verdict::ALL.to_vec())).prop_map(|(id, it)| ClaimEdit::Verdict(id, it)),
        1 => (id(), words()).prop_map(|(id, words)| ClaimEdit::Evidence(id, words.into())),
        1 => (id(), words()).prop_map(|(id, words)| ClaimEdit::Note(id, words.into())),
        1 => (id(), words()).prop_map(|(id, words)| ClaimEdit::Tags(id, words.into())),
        2 => vec(id(), 0..3).prop_map(ClaimEdit::Delete),
    ]
}

fn source_edit() -> impl Strategy<Value = SourceEdit> {
    let id = || number().prop_map(source_id);
    prop_oneof![
        2 => (id(), name()).prop_map(|(id, name)| SourceEdit::Add { id, name }),
        1 => (id(), name()).prop_map(|(id, name)| SourceEdit::Rename(id, name)),
        1 => (id(), name()).prop_map(|(id, names)| SourceEdit::Aliases(id, names)),
        1 => (id(), select(SourceKind::ALL.to_vec())).prop_map(|(id, it)| SourceEdit::Kind(id, it)),
        2 => (id(), prop::option::of(id())).prop_map(|(id, of)| SourceEdit::Parent(id, of)),
        1 => (id(), 0..60_usize)
            .prop_map(|(id, nth)| SourceEdit::Style(id, SourceStyle::nth(nth))),
        2 => (id(), id()).prop_map(|(from, into)| SourceEdit::Merge { from, into }),
        1 => id().prop_map(SourceEdit::Delete),
    ]
}

fn article_edit() -> impl Strategy<Value = ArticleEdit> {
    let id = || number().prop_map(article_id);
    let words = || select(vec!["", "News", " https://news.example/ "]);
    prop_oneof![
        3 => number().prop_map(|n| ArticleEdit::Add(article(n, text(n)))),
        1 => (id(), words()).prop_map(|(id, words)| ArticleEdit::Rename(id, words.into())),
        1 => (id(), words()).prop_map(|(id, words)| ArticleEdit::Address(id, words.into())),
        1 => id().prop_map(ArticleEdit::Delete),
        2 => (id(), spot()).prop_map(|(id, spot)| ArticleEdit::Dismiss(id, spot)),
        2 => (id(), vec(number().prop_map(claim_id), 0..3)).prop_map(|(of, accepted)| {
            let new = Article::clone(&article(9, REVISED)).as_version_of(of);
            ArticleEdit::Revise { version: Rc::new(new), accepted: accepted.into_iter().collect() }
        }),
    ]
}

fn simple_edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        6 => claim_edit().prop_map(Edit::Claim),
        3 => source_edit().prop_map(Edit::Source),
        1 => article_edit().prop_map(Edit::Article),
    ]
}

/// What somebody else made of the same articles, at about the same time or with a clock that is quite wrong. The
/// file may know of what was thrown away.
fn file() -> impl Strategy<Value = Dataset> {
    let start = prop_oneof![Just(0_u64), Just(1_000), Just(1_050), Just(253_402_300_000_000)];
    // Two files of one writer never say different things at one stamp, so each has a writer of its own.
    let writer = 0x100..u128::from(u64::MAX);
    let parts = (start, writer, vec(simple_edit(), 0..8), any::<bool>());
    parts.prop_map(|(start, writer, edits, with_deleted)| {
        let mut desk = Desk::empty(writer);
        desk.now = start;
        desk.article(ArticleEdit::Add(article(1, STORY)));
        for edit in edits {
            desk.act(Action::Edit(edit));
        }
        let library = &desk.session.library;
        if !with_deleted {
            return library.to_dataset(None);
        }
        Dataset {
            articles: library.articles().values().cloned().collect(),
            sources: library.sources().values().cloned().collect(),
            claims: library.all_claims().values().flat_map(|it| it.values()).cloned().collect(),
        }
    })
}

/// Any edit at all.
pub(in crate::store) fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        9 => simple_edit(),
        1 => file().prop_map(|data| Edit::Import(Rc::new(data))),
    ]
}

/// Edits that make nothing new under an identity that another desk could give away too.
pub(in crate::store) fn edits_of_desk(k: u128) -> impl Strategy<Value = Vec<Edit>> {
    let own = move |speaker| match speaker {
        Speaker::Named { name, .. } => {
            Speaker::Named { id: source_id(100 * k), name: format!("{name} {k}") }
        }
        Speaker::Proposed { source, .. } => Speaker::Proposed {
            id: source_id(100 * k + 50),
            parent: source_id(100 * k + 51),
            source: NewSource {
                name: format!("{} {k}", source.name),
                parent: source.parent.map(|name| format!("{name} of {k}")),
                ..source
            },
        },
        known => known,
    };
    let renamed = move |edit, i: usize| match edit {
        Edit::Claim(ClaimEdit::Create { range, speaker, .. }) => {
            let id = claim_id(100 * k + i as u128);
            Edit::Claim(ClaimEdit::Create { id, range, speaker: own(speaker) })
        }
        Edit::Claim(ClaimEdit::Take(taken)) => {
            let taken = taken.into_iter().enumerate().map(|(nth, one)| Taken {
                id: claim_id(100 * k + 20 + 3 * i as u128 + nth as u128),
                speaker: own(one.speaker),
                ..one
            });
            Edit::Claim(ClaimEdit::Take(taken.collect()))
        }
        Edit::Claim(ClaimEdit::Attribute(id, speaker)) => {
            Edit::Claim(ClaimEdit::Attribute(id, own(speaker)))
        }
        Edit::Source(SourceEdit::Add { name, .. }) => {
            Edit::Source(SourceEdit::Add { id: source_id(100 * k + i as u128), name })
        }
        other => other,
    };
    vec(simple_edit(), 0..12).prop_map(move |edits| {
        edits.into_iter().enumerate().map(|(i, edit)| renamed(edit, i)).collect()
    })
}

/// Anything a person could do, edits most of all.
pub(in crate::store) fn action() -> impl Strategy<Value = Action> {
    let claim = || number().prop_map(claim_id);
    let place = (0..9_usize, -50..50_i32).prop_map(|(block, above)| Place { block, above });
    let filter =
        (vec(attribution(), 0..2), select(vec!["", "tax"]), vec(select(Mode::ALL.to_vec()), 0..2))
            .prop_map(|(attributions, text, modes)| Filter {
                attributions: attributions.into_iter().collect(),
                modes: modes.into_iter().collect(),
                verdicts: [Verdict::Disputed].into(),
                tags: ["city".into()].into(),
                text: text.into(),
            });
    let settings = (any::<i8>(), any::<bool>()).prop_map(|(text_size, letter_keys)| Settings {
        propose: !letter_keys,
        theme: Theme::Dark,
        text_size,
        column: Column::Wide,
        letter_keys,
        name: "Ada".into(),
    });
    let draft = (claim(), "\\PC{0,8}").prop_map(|(claim, text)| Draft { claim, text });
    prop_oneof![
        12 => edit().prop_map(Action::Edit),
        2 => Just(Action::Undo),
        1 => Just(Action::Redo),
        1 => number().prop_map(|n| Action::Open(article_id(n))),
        1 => range().prop_map(|range| Action::Select(Some(range), Input::Pointer)),
        1 => (claim(), speaker()).prop_map(|(id, speaker)| Action::Attribute(id, speaker)),
        1 => prop::option::of(claim()).prop_map(Action::Choose),
        1 => place.prop_map(|it| Action::Glance(Glance::Scrolled(it))),
        1 => filter.prop_map(Action::Filter),
        1 => settings.prop_map(Action::Settings),
        1 => prop::option::of(draft).prop_map(Action::Draft),
        1 => Just(Action::Glance(Glance::HideHint)),
    ]
}
