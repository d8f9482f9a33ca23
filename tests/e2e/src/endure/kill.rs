//! The browser is killed some time after “Saved” appeared.

use std::{fs, time::Duration};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::Stage;
use crate::{
    driver::Profile,
    journey::{COUNT, saved, sources},
};

/// Milliseconds between “Saved” and the kill.
const DELAYS: [u64; 4] = [100, 1_000, 3_000, 6_000];

pub(super) async fn go(stage: &Stage<'_>, rounds: usize) -> Result<()> {
    if !stage.takes_profiles() {
        return Ok(());
    }
    let name = format!("claimlight-{}-{}", stage.engine.name, std::process::id());
    let folder = std::env::temp_dir().join(name);
    fs::create_dir_all(&folder)?;
    let profile = Profile { folder: Some(folder.clone()), is_private: false };
    // Some kills in the ordinary run; all of them where endurance is asked for.
    let delays = if rounds > 1 { &DELAYS[..] } else { &DELAYS[..1] };
    let mut kills = 0_usize;
    for round in 0..rounds.max(2) {
        for delay in delays {
            let (driver, page) = stage.open(&profile).await?;
            page.go(&stage.server.address).await?;
            expect(&page, kills).await.with_context(|| format!("after {kills} kills"))?;
            sources::add(&page, &format!("Killed {kills}")).await?;
            sources::claim(&page, kills).await?;
            saved(&page).await?;
            tokio::time::sleep(Duration::from_millis(*delay)).await;
            drop(driver);
            kills += 1;
        }
        eprintln!("      round {}: {kills} kills, nothing lost", round + 1);
    }
    let (driver, page) = stage.open(&profile).await?;
    page.go(&stage.server.address).await?;
    expect(&page, kills).await.with_context(|| format!("after {kills} kills"))?;
    page.close().await?;
    drop(driver);
    Ok(fs::remove_dir_all(&folder)?)
}

/// All that was saved before each kill is there.
async fn expect(page: &crate::page::Page, kills: usize) -> Result<()> {
    page.until_with(&format!("{COUNT} === a"), json!(kills)).await?;
    let names = sources::names(page).await?;
    for n in 0..kills {
        ensure!(
            names.contains(&format!("Killed {n}")),
            "the source of kill {n} is gone: {names:?}"
        );
    }
    Ok(())
}
