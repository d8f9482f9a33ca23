//! Whatever fails, and whenever: what was shown as saved is there.

use proptest::{collection::vec, prelude::*, sample::Index};

use super::world::{Health, Records, World, assert_holds};
use crate::store::{Action, persist::Status, tests::generate::action};

/// What can happen to a browser. Numbers of tabs are taken modulo those that are open.
#[derive(Clone, Debug)]
enum Step {
    Act(usize, Action),
    /// The database writes; the tab may not live to hear of it.
    Write(usize, bool),
    Refuse(usize),
    Hear(usize),
    Introduce(usize),
    Open(bool),
    Close(usize),
    /// All tabs die at once.
    Crash,
    Local(Health, usize),
    /// localStorage is as it was some time ago.
    RollBack(Index),
    WipeLocal,
    Damage(Index, Damage),
    /// The clock goes back.
    Back(u64),
}

/// What can happen to a record.
#[derive(Clone, Copy, Debug)]
enum Damage {
    Cut(usize),
    Flip(usize),
    /// Half a surrogate pair, as a program reads it that has no such thing.
    Surrogate(usize),
    Copied,
}

fn damaged(record: &str, damage: Damage) -> String {
    let at = |n: usize| record.floor_char_boundary(n % (record.len() + 1));
    match damage {
        Damage::Cut(n) => record[..at(n)].to_owned(),
        Damage::Flip(n) => {
            let mut bytes = record.as_bytes().to_vec();
            if let Some(byte) = bytes.get_mut(n % record.len().max(1)) {
                *byte ^= 1 << (n % 7);
            }
            String::from_utf8_lossy(&bytes).into_owned()
        }
        Damage::Surrogate(n) => {
            let (head, tail) = record.split_at(at(n));
            format!("{head}\u{fffd}{tail}")
        }
        Damage::Copied => record.to_owned(),
    }
}

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        any::<usize>().prop_map(Damage::Cut),
        any::<usize>().prop_map(Damage::Flip),
        any::<usize>().prop_map(Damage::Surrogate),
        Just(Damage::Copied),
    ]
}

fn health() -> impl Strategy<Value = Health> {
    prop_oneof![
        2 => Just(Health::Well),
        2 => Just(Health::Full),
        1 => Just(Health::Blocked),
        1 => Just(Health::Odd),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let tab = || 0..3_usize;
    prop_oneof![
        24 => (tab(), action()).prop_map(|(tab, action)| Step::Act(tab, action)),
        10 => (tab(), prop::bool::weighted(0.9)).prop_map(|(tab, lives)| Step::Write(tab, lives)),
        2 => tab().prop_map(Step::Refuse),
        8 => tab().prop_map(Step::Hear),
        3 => tab().prop_map(Step::Introduce),
        3 => any::<bool>().prop_map(Step::Open),
        2 => tab().prop_map(Step::Close),
        1 => Just(Step::Crash),
        2 => (health(), 0..4_usize).prop_map(|(health, after)| Step::Local(health, after)),
        1 => any::<Index>().prop_map(Step::RollBack),
        1 => Just(Step::WipeLocal),
        2 => (any::<Index>(), damage()).prop_map(|(at, damage)| Step::Damage(at, damage)),
        1 => (0..2_000_u64).prop_map(Step::Back),
    ]
}

/// Damages one record of many; now and then puts it under the name of another.
fn damage_one(records: &mut Records, at: Index, damage: Damage) {
    let names: Vec<String> = records.keys().cloned().collect();
    if names.is_empty() {
        return;
    }
    let name = at.get(&names);
    let target = if matches!(damage, Damage::Copied) { &names[0] } else { name };
    let record = damaged(&records[name], damage);
    records.insert(target.clone(), record);
}

/// Opens a page, hears what both storages have, and looks whether all that was promised is there.
fn check(world: &mut World, when: &str) {
    if world.tabs() == 3 {
        world.close(2);
    }
    world.open(false);
    let tab = world.tabs() - 1;
    world.introduce(tab);
    assert_holds(&world.session(tab).library, &world.promised, when);
}

fn walk(world: &mut World, steps: Vec<Step>) {
    let mut snapshots = vec![world.local_records()];
    for step in steps {
        let when = format!("{step:?}");
        let tab = |n: usize| n % world.tabs().max(1);
        match step {
            Step::Open(at_once) if world.tabs() < 3 => world.open(at_once),
            Step::Crash => world.crash(),
            Step::Local(health, after) => world.local_fares(health, after),
            Step::RollBack(at) => world.replace_local(at.get(&snapshots)),
            Step::WipeLocal => world.replace_local(&Records::new()),
            Step::Damage(at, damage) => {
                let mut records = world.local_records();
                damage_one(&mut records, at, damage);
                world.replace_local(&records);
            }
            Step::Back(by) => world.now = world.now.saturating_sub(by),
            _ if world.tabs() == 0 => check(world, &when),
            Step::Act(n, action) => world.act(tab(n), action),
            Step::Write(n, lives) => {
                let n = tab(n);
                world.write(n, lives);
                if !lives {
                    world.close(n);
                    check(world, &when);
                }
            }
            Step::Refuse(n) => world.refuse(tab(n)),
            Step::Hear(n) => world.hear(tab(n)),
            Step::Introduce(n) => world.introduce(tab(n)),
            Step::Close(n) => world.close(tab(n)),
            Step::Open(_) => {}
        }
        snapshots.push(world.local_records());
    }
    check(world, "at the end");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn what_was_shown_as_saved_is_always_there(steps in vec(step(), 0..60)) {
        let mut world = World::new(true);
        world.open(true);
        walk(&mut world, steps);
    }

    /// Without a database, localStorage keeps each edit within its task.
    #[test]
    fn without_a_database_every_edit_is_in_local_storage(
        steps in vec(step(), 0..40),
        at in any::<Index>(),
    ) {
        let mut world = World::new(false);
        world.open(true);
        for step in steps {
            let tab = |n: usize| n % world.tabs();
            match step {
                Step::Act(n, action) => world.act(tab(n), action),
                Step::Hear(n) => world.hear(tab(n)),
                Step::Open(_) if world.tabs() < 3 => world.open(true),
                Step::Close(n) if world.tabs() > 1 => world.close(tab(n)),
                Step::Back(by) => world.now = world.now.saturating_sub(by),
                _ => {}
            }
            let fleeting = matches!(world.status(at.index(world.tabs())), Status::Fleeting(_));
            prop_assert!(fleeting);
        }
        world.crash();
        world.open(true);
        assert_holds(&world.session(0).library, &world.ever, "after a crash");
    }

    /// The other way round: the database is wiped, rolled back or damaged, and localStorage is well.
    #[test]
    fn a_database_that_forgets_costs_nothing(
        steps in vec(step(), 0..40),
        forgets in any::<Index>(),
        damage in prop::option::of(damage()),
    ) {
        let mut world = World::new(true);
        world.open(true);
        let mut snapshots = vec![Records::new()];
        for step in steps {
            let tab = |n: usize| n % world.tabs();
            match step {
                Step::Act(n, action) => world.act(tab(n), action),
                Step::Write(n, _) => world.write(tab(n), true),
                Step::Hear(n) => world.hear(tab(n)),
                Step::Open(at_once) if world.tabs() < 3 => world.open(at_once),
                Step::Close(n) if world.tabs() > 1 => world.close(tab(n)),
                Step::WipeLocal => world.wipe_database(),
                _ => {}
            }
            snapshots.push(world.database.clone().unwrap());
        }
        world.crash();
        let mut database = forgets.get(&snapshots).clone();
        if let Some(damage) = damage {
            damage_one(&mut database, forgets, damage);
        }
        world.database = Some(database);
        world.open(false);
        world.introduce(0);
        assert_holds(&world.session(0).library, &world.ever, "after it forgot");
        // And then it knows again, though nothing was edited.
        world.settle();
        prop_assert_eq!(world.status(0), Status::Saved);
        world.crash();
        world.replace_local(&Records::new());
        world.open(true);
        assert_holds(&world.session(0).library, &world.ever, "from the database alone");
    }
}
