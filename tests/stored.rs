//! What released versions left in browsers, kept forever under `tests/data/stored-N`: each opens with nothing lost.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    rc::Rc,
};

use claimlight::{
    annotation::{Attribution, Creator, Mode, Origin, SourceKind, Verdict},
    article::Spot,
    formats::{ExportContext, FORMATS},
    record::{ArticleId, ClaimId, NodeId, SourceId, Timestamp},
    store::{
        Action, Command, Glance, Library, Session,
        edit::{ArticleEdit, ClaimEdit, Edit, Part, SourceEdit, Speaker, Taken},
        persist::{Keeper, MemoryStorage, Outcome, Storage},
        view_state::{Column, Draft, Settings, Theme},
    },
    suggest::NewSource,
    text::{ByteOffset, TextRange},
};

type Records = BTreeMap<String, String>;

/// What stands in one folder: both storages, and what they hold as an export.
const FILES: [&str; 3] = ["local-storage.json", "database.json", "export.json"];

fn folders() -> Vec<PathBuf> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let entries = fs::read_dir(data).unwrap().map(|entry| entry.unwrap().path());
    let stored =
        |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().starts_with("stored-");
    entries.filter(stored).collect()
}

fn storage(records: &Records) -> MemoryStorage {
    let storage = MemoryStorage::new(usize::MAX);
    records.iter().for_each(|(key, record)| storage.set(key, record).unwrap());
    storage
}

fn all(storage: &MemoryStorage) -> Records {
    let keys = storage.keys().unwrap().into_iter();
    keys.map(|key| (key.clone(), storage.get(&key).unwrap().unwrap())).collect()
}

fn at(millis: u64) -> Timestamp {
    Timestamp::from_millis(1_637_055_000_000 + millis)
}

/// A page opens on these.
fn open(local: &MemoryStorage, database: &Records) -> (Keeper, Rc<Session>) {
    let mut keeper = Keeper::open(local, 0, &[]);
    let stored = database.iter().map(|(key, record)| (key.clone(), record.clone())).collect();
    keeper.database(local, Ok(stored), at(0));
    let session = keeper.start(NodeId::from_u128(1), NodeId::from_u128(2), at(0));
    (keeper, session)
}

fn export(library: &Library) -> String {
    let creator = Creator { id: NodeId::from_u128(1), name: "Test".into() };
    let context = ExportContext { at: at(0), creator };
    FORMATS.first().unwrap().export(&library.to_dataset(None), &context)
}

#[test]
fn what_each_version_stored_opens_with_nothing_lost() {
    if let Ok(number) = std::env::var("STORED") {
        leave_a_fixture(&number);
    }
    assert!(!folders().is_empty());
    for folder in folders() {
        let [local, database, expected] =
            FILES.map(|name| fs::read_to_string(folder.join(name)).unwrap());
        let local: Records = serde_json::from_str(&local).unwrap();
        let database: Records = serde_json::from_str(&database).unwrap();
        let (keeper, session) = open(&storage(&local), &database);
        assert_eq!(keeper.problems(), [], "{}", folder.display());
        let expected = FORMATS.first().unwrap().import(&expected).unwrap();
        assert_eq!(session.library.to_dataset(None), expected.data, "{}", folder.display());
        assert_eq!(session.view.settings.theme, Theme::Dark);
        assert!(session.view.draft.is_some() && session.view.hint_seen);
        // Either alone has all but what the other was written last.
        for (local, database) in [(&local, &Records::new()), (&Records::new(), &database)] {
            let (keeper, session) = open(&storage(local), database);
            assert_eq!(keeper.problems(), []);
            assert_eq!(session.library.shelf().len(), 1);
        }
    }
}

/// Leaves what this version stores in `tests/data/stored-N`: for the release that first stores otherwise
/// (`STORED=N cargo test --test stored`).
fn leave_a_fixture(number: &str) {
    let folder = format!("tests/data/stored-{number}");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let (local, mut database) = (storage(&Records::new()), Records::new());
    let (mut keeper, mut session) = open(&local, &database);
    let mut now = 0;
    let mut act = |keeper: &mut Keeper, session: &mut Rc<Session>, action: Action| {
        now += 1_000;
        *session = session.clone().after(Command { at: at(now), action });
        keeper.keep(&local, session, at(now));
    };
    let article = session.view.open.unwrap();
    for action in actions(article) {
        act(&mut keeper, &mut session, action);
    }
    write(&mut keeper, &mut database);
    // A second tab, and an edit that the database never saw.
    let mut second = Keeper::open(&local, 1, &[]);
    let stored = database.clone().into_iter().collect();
    second.database(&local, Ok(stored), at(0));
    let mut other = second.start(NodeId::from_u128(1), NodeId::from_u128(3), at(60_000));
    let note = ClaimEdit::Note(ClaimId::from_u128(2), "From another tab".into());
    act(&mut second, &mut other, Action::Edit(Edit::Claim(note)));
    write(&mut second, &mut database);
    let tags = ClaimEdit::Tags(ClaimId::from_u128(1), "border, late".into());
    act(&mut keeper, &mut session, Action::Edit(Edit::Claim(tags)));

    let (_, session) = open(&storage(&all(&local)), &database);
    fs::create_dir_all(&folder).unwrap();
    let json = |records: &Records| serde_json::to_string_pretty(records).unwrap() + "\n";
    let files = [json(&all(&local)), json(&database), export(&session.library)];
    for (name, content) in FILES.iter().zip(files) {
        fs::write(folder.join(name), content).unwrap();
    }
}

fn write(keeper: &mut Keeper, database: &mut Records) {
    let mut batch = keeper.batch().unwrap();
    while !batch.go_on(usize::MAX) {}
    for draft in batch.drafts {
        match draft.meet(database.get(&draft.name()).map(|it| &**it)) {
            Outcome::Put(record) => drop(database.insert(draft.name(), record)),
            Outcome::Kept => {}
            Outcome::Next(_) => panic!("nothing here is unreadable"),
        }
    }
}

/// Something of everything that is stored.
fn actions(article: ArticleId) -> Vec<Action> {
    let claim = ClaimId::from_u128;
    let create = |n, from, to, speaker| ClaimEdit::Create {
        id: claim(n),
        range: TextRange::bytes(from, to),
        speaker,
    };
    let named = |n, name: &str| Speaker::Named { id: SourceId::from_u128(n), name: name.into() };
    let source = NewSource {
        name: "Pier Authority".into(),
        aliases: vec!["the authority".into()],
        kind: SourceKind::Government,
        parent: Some("Harbour Ministry".into()),
    };
    let [id, parent] = [4, 5].map(SourceId::from_u128);
    let proposed = Taken {
        id: claim(5),
        origin: Origin::Engine("1".into()),
        content: vec![TextRange::bytes(250, 270), TextRange::bytes(280, 290)],
        speaker: Speaker::Proposed { id, parent, source },
        mention: Some(TextRange::bytes(271, 275)),
        cue: None,
        mode: Mode::Direct,
    };
    let claims = [
        create(1, 0, 40, named(1, "The “Harbour” Board")),
        create(2, 60, 90, Speaker::Known(Attribution::OwnVoice)),
        create(3, 100, 130, named(2, "Élodie 😀")),
        create(4, 140, 170, Speaker::Known(Attribution::Unattributed)),
        ClaimEdit::Extend(claim(1), TextRange::bytes(200, 240)),
        ClaimEdit::Mark(claim(1), Part::Mention, Some(TextRange::bytes(45, 50))),
        ClaimEdit::Mark(claim(1), Part::Cue, Some(TextRange::bytes(50, 55))),
        ClaimEdit::Mode(claim(1), Mode::Mixed),
        ClaimEdit::Verdict(claim(1), Verdict::Disputed),
        ClaimEdit::Evidence(claim(1), "https://example.org/a\nhttps://example.org/b".into()),
        ClaimEdit::Note(claim(1), "Line one\n“line” two \u{1f600}".into()),
        ClaimEdit::Delete(vec![claim(4)]),
        ClaimEdit::Take(vec![proposed]),
    ];
    let sources = [
        SourceEdit::Aliases(SourceId::from_u128(1), "Board, The Board".into()),
        SourceEdit::Add { id: SourceId::from_u128(3), name: "Harbour".into() },
        SourceEdit::Parent(SourceId::from_u128(1), Some(SourceId::from_u128(2))),
        SourceEdit::Merge { from: SourceId::from_u128(3), into: SourceId::from_u128(1) },
    ];
    let mut actions: Vec<Action> = Vec::new();
    actions.extend(claims.map(|edit| Action::Edit(Edit::Claim(edit))));
    actions.extend(sources.map(|edit| Action::Edit(Edit::Source(edit))));
    let settings = Settings {
        theme: Theme::Dark,
        text_size: 2,
        column: Column::Wide,
        letter_keys: false,
        propose: true,
        name: "Ada".into(),
    };
    let spot = |from, to, cue| Spot { range: TextRange::bytes(from, to), cue };
    for spot in [spot(300, 320, Some(ByteOffset::new(330))), spot(340, 360, None)] {
        actions.push(Action::Edit(Edit::Article(ArticleEdit::Dismiss(article, spot))));
    }
    // The last is wanted again.
    actions.push(Action::Undo);
    actions.extend([
        Action::Settings(settings),
        Action::Draft(Some(Draft { claim: claim(2), text: "Half a th".into() })),
        Action::Glance(Glance::HideHint),
    ]);
    actions
}
