//! Drafts: bills that may still change.

use super::{Harness, World, world::walk};
use crate::clock::START;
use execora_invoice::{Draft, DraftStatus};
use execora_kernel::{DraftId, PageRequest, StoreError};

async fn store(world: &World, draft: &Draft, was: i64) {
    let mut unit = world.unit().await;
    let updated = unit.drafts().update(draft, was).await;
    updated.expect("the version as it was");
    unit.commit().await.expect("a commit");
}

/// A draft comes back as it was written, lines and totals included.
pub async fn a_draft_comes_back_as_it_was_written(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let draft = world.draft(&customer).await;
    let found = world.queries.invoices.draft(world.tenant(), draft.id).await;
    assert_eq!(found, Ok(Some(draft.clone())));
    let mut unit = world.unit().await;
    let locked = unit.drafts().lock(world.tenant(), draft.id).await;
    assert_eq!(locked, Ok(Some(draft)));
}

/// An update writes the whole draft.
pub async fn an_update_writes_the_whole_draft(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let mut draft = world.draft(&customer).await;
    draft.customer = None;
    draft.notes = None;
    draft.date = None;
    let mut second = draft.lines[0].clone();
    second.price = None;
    draft.lines.push(second);
    draft.discard(START).expect("an open draft");
    store(&world, &draft, 1).await;
    let found = world.queries.invoices.draft(world.tenant(), draft.id).await;
    assert_eq!(found, Ok(Some(draft)));
}

/// An update that knows another version is stale and changes nothing.
pub async fn an_update_with_another_version_is_stale(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let draft = world.draft(&customer).await;
    let mut changed = draft.clone();
    changed.discard(START).expect("an open draft");
    let mut unit = world.unit().await;
    let updated = unit.drafts().update(&changed, 2).await;
    assert_eq!(updated, Err(StoreError::Stale));
    drop(unit);
    let found = world.queries.invoices.draft(world.tenant(), draft.id).await;
    assert_eq!(found, Ok(Some(draft)));
}

/// A draft of another shop is as unknown as one that never was.
pub async fn a_draft_of_another_shop_is_unknown(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let draft = world.draft(&customer).await;
    let other = world.another_shop().await;
    let tenant = other.tenant();
    let foreign = Draft {
        tenant,
        ..draft.clone()
    };
    let mut unit = other.unit().await;
    assert_eq!(unit.drafts().lock(tenant, draft.id).await, Ok(None));
    let updated = unit.drafts().update(&foreign, 1).await;
    assert_eq!(updated, Err(StoreError::Stale));
    drop(unit);
    let bills = &other.queries.invoices;
    assert_eq!(bills.draft(tenant, draft.id).await, Ok(None));
    let list = bills.drafts(tenant, None, PageRequest::first(10)).await;
    assert_eq!(list.expect("a page").items, vec![]);
}

/// Drafts are listed newest first, page by page, all or those of one status.
pub async fn drafts_are_listed_by_status_newest_first(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let mut open: Vec<DraftId> = Vec::new();
    let mut discarded = Vec::new();
    for n in 0..6 {
        let mut draft = world.draft(&customer).await;
        if n % 2 == 0 {
            draft.discard(START).expect("an open draft");
            store(&world, &draft, 1).await;
            discarded.insert(0, draft.id);
        } else {
            open.insert(0, draft.id);
        }
    }
    let mut all = [open.clone(), discarded.clone()].concat();
    all.sort_unstable_by(|a, b| b.cmp(a));
    for (status, expected) in [
        (None, all),
        (Some(DraftStatus::Open), open),
        (Some(DraftStatus::Discarded), discarded),
    ] {
        let rows = walk(2, async |page| {
            world.queries.invoices.drafts(world.tenant(), status, page).await
        })
        .await;
        let ids: Vec<DraftId> = rows.iter().map(|draft| draft.id).collect();
        assert_eq!(ids, expected, "{status:?}");
    }
}
