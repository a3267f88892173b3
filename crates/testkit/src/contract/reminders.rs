//! Reminders, next first.

use super::{Harness, World, world::walk};
use crate::{builders::label, clock::START};
use execora_kernel::{IdSource, PageRequest, ReminderId, ShopZone, StoreError};
use execora_reminder::{Channel, NewReminder, Recurrence, Reminder, ReminderStatus, Schedule};

async fn store(world: &World, reminder: &Reminder, was: i64) {
    let mut unit = world.unit().await;
    let updated = unit.reminders().update(reminder, was).await;
    updated.expect("the version as it was");
    unit.commit().await.expect("a commit");
}

async fn now(world: &World, reminder: &Reminder) -> Option<Reminder> {
    let mut unit = world.unit().await;
    let found = unit.reminders().find(world.tenant(), reminder.id).await;
    found.expect("an answer")
}

/// A reminder comes back as it was written, for once and for again and again.
pub async fn a_reminder_comes_back_as_it_was_written(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let once = world.reminder(Some(&customer), 5).await;
    assert_eq!(now(&world, &once).await, Some(once));
    let weekly = NewReminder {
        customer: None,
        amount: None,
        schedule: Schedule::Every(Recurrence::parse("FREQ=WEEKLY;BYDAY=MO").expect("a rule")),
        channel: Channel::Email,
        message: Some(label("दूध का हिसाब")),
        stop_when_paid: false,
    };
    let id = ReminderId::new(world.ids.next());
    let weekly = Reminder::create(weekly, id, world.tenant(), ShopZone::INDIA, START);
    let weekly = weekly.expect("a rule that happens");
    let mut unit = world.unit().await;
    unit.reminders().insert(&weekly).await.expect("a new reminder");
    unit.commit().await.expect("a commit");
    assert_eq!(now(&world, &weekly).await, Some(weekly));
}

/// An update writes the whole reminder.
pub async fn an_update_writes_the_whole_reminder(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut reminder = world.reminder(None, 5).await;
    reminder.cancel(START).expect("a scheduled one");
    reminder.status = ReminderStatus::Failed;
    reminder.attempts = 3;
    reminder.last_error_code = Some("no_such_number".to_owned());
    store(&world, &reminder, 1).await;
    assert_eq!(now(&world, &reminder).await, Some(reminder));
}

/// An update that knows another version is stale and changes nothing.
pub async fn an_update_with_another_version_is_stale(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let reminder = world.reminder(None, 5).await;
    let mut cancelled = reminder.clone();
    cancelled.cancel(START).expect("a scheduled one");
    let mut unit = world.unit().await;
    let updated = unit.reminders().update(&cancelled, 2).await;
    assert_eq!(updated, Err(StoreError::Stale));
    drop(unit);
    assert_eq!(now(&world, &reminder).await, Some(reminder));
}

/// A reminder of another shop is as unknown as one that never was.
pub async fn a_reminder_of_another_shop_is_unknown(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let reminder = world.reminder(None, 5).await;
    let other = world.another_shop().await;
    let tenant = other.tenant();
    let foreign = Reminder {
        tenant,
        ..reminder.clone()
    };
    assert_eq!(now(&other, &reminder).await, None);
    let mut unit = other.unit().await;
    let updated = unit.reminders().update(&foreign, 1).await;
    assert_eq!(updated, Err(StoreError::Stale));
    drop(unit);
    let reminders = &other.queries.reminders;
    let list = reminders.scheduled(tenant, None, PageRequest::first(10)).await;
    assert_eq!(list.expect("a page").items, vec![]);
}

/// Scheduled reminders come next first, of one customer or of all, without a gap or a repeat; those that are over do not come.
pub async fn scheduled_reminders_come_next_first(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let late = world.reminder(None, 9).await;
    let soon = world.reminder(Some(&customer), 1).await;
    let same_time = world.reminder(None, 1).await;
    let middle = world.reminder(Some(&customer), 5).await;
    let mut over = world.reminder(None, 3).await;
    over.cancel(START).expect("a scheduled one");
    store(&world, &over, 1).await;
    let all = vec![soon.id, same_time.id, middle.id, late.id];
    for (of, expected) in [(None, all), (Some(customer.id), vec![soon.id, middle.id])] {
        for limit in [1, 2, 10] {
            let rows = walk(limit, async |page| {
                world.queries.reminders.scheduled(world.tenant(), of, page).await
            })
            .await;
            let ids: Vec<ReminderId> = rows.iter().map(|reminder| reminder.id).collect();
            assert_eq!(ids, expected, "{limit}");
        }
    }
}

/// A list goes on after a reminder that was cancelled while it was read.
pub async fn a_list_goes_on_after_one_that_is_over_meanwhile(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut first = world.reminder(None, 1).await;
    let second = world.reminder(None, 2).await;
    let reminders = &world.queries.reminders;
    let page = reminders
        .scheduled(world.tenant(), None, PageRequest::first(1))
        .await;
    let page = page.expect("a page");
    assert_eq!(page.next, Some(first.id.uuid()));
    first.cancel(START).expect("a scheduled one");
    store(&world, &first, 1).await;
    let rest = PageRequest {
        after: page.next,
        limit: 5,
    };
    let rest = reminders.scheduled(world.tenant(), None, rest).await;
    assert_eq!(rest.expect("a page").items, vec![second]);
}
