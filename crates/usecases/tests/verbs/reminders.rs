//! Reminders: made for a time to come, stopped once.

use crate::manners::{Foreign, keeps_manners};
use crate::world::{Shop, nobody, opened, paise, rupees};
use chrono::{DateTime, TimeDelta, Utc};
use execora_kernel::{CustomerId, ReminderId, Right, money::AMOUNT_MAX};
use execora_reminder::{Channel, NewReminder, Recurrence, ReminderStatus, Schedule};
use execora_testkit::clock::START;
use execora_usecases::{
    CancelReminder, FieldCode, PutOffReminder, Refusal, RemoveCustomer, RestoreReminder, ScheduleReminder,
    Subject,
};

fn at(customer: Option<CustomerId>, when: DateTime<Utc>) -> ScheduleReminder {
    ScheduleReminder {
        new: NewReminder {
            customer,
            amount: Some(rupees(500)),
            schedule: Schedule::At(when),
            channel: Channel::Whatsapp,
            message: None,
            stop_when_paid: true,
        },
    }
}

fn tomorrow() -> DateTime<Utc> {
    START + TimeDelta::days(1)
}

fn every(rule: &str) -> ScheduleReminder {
    let mut verb = at(None, START);
    verb.new.schedule = Schedule::Every(Recurrence::parse(rule).unwrap());
    verb
}

#[tokio::test]
async fn a_reminder_is_made_by_those_who_may() {
    let foreign = Foreign::Refused(Refusal::UnknownCustomer);
    keeps_manners(&[Right::REMINDERS_CREATE], foreign, async || {
        let shop = Shop::open().await;
        let verb = at(Some(shop.customer("Suresh")), tomorrow());
        (shop, verb)
    })
    .await;
    keeps_manners(&[Right::REMINDERS_CREATE], Foreign::InHisOwnShop, async || {
        (Shop::open().await, every("FREQ=DAILY"))
    })
    .await;
}

#[tokio::test]
async fn a_reminder_is_stopped_by_those_who_may() {
    let foreign = Foreign::Refused(Refusal::NotFound);
    keeps_manners(&[Right::REMINDERS_UPDATE], foreign, async || {
        let shop = Shop::open().await;
        let suresh = shop.customer("Suresh");
        let reminder = shop.done(&at(Some(suresh), tomorrow())).await.id;
        (shop, CancelReminder { reminder })
    })
    .await;
}

#[tokio::test]
async fn a_reminder_that_breaks_a_rule_is_not_made() {
    let shop = Shop::open().await;
    let suresh = shop.customer("Suresh");
    let made = shop.done(&opened("Geeta", 500)).await;
    let gone = RemoveCustomer {
        customer: made.customer.id,
        opening: made.opening,
    };
    shop.done(&gone).await;
    let of = |amount: i64| {
        let mut verb = at(Some(suresh), tomorrow());
        verb.new.amount = Some(paise(amount));
        verb
    };
    let range = Refusal::out_of_range;
    let second = TimeDelta::seconds(1);
    for (verb, refusal) in [
        (at(Some(suresh), START), range(Subject::SendAt)),
        (at(Some(suresh), START - second), range(Subject::SendAt)),
        (of(0), range(Subject::Amount)),
        (of(-1), range(Subject::Amount)),
        (of(AMOUNT_MAX.paise() + 1), range(Subject::Amount)),
        (
            at(Some(CustomerId::new(nobody(suresh))), tomorrow()),
            Refusal::UnknownCustomer,
        ),
        (at(Some(gone.customer), tomorrow()), Refusal::UnknownCustomer),
        (
            every("FREQ=DAILY;UNTIL=20200101T000000Z"),
            Refusal::of(Subject::Recurrence, FieldCode::InvalidFormat),
        ),
    ] {
        assert_eq!(shop.refused(&verb).await, refusal);
    }
    for verb in [at(Some(suresh), START + second), of(1), of(AMOUNT_MAX.paise())] {
        shop.done(&verb).await;
    }
}

#[tokio::test]
async fn a_reminder_falls_due_when_it_was_said_to() {
    let shop = Shop::open().await;
    let ten_in_india = "2026-11-23T04:30:00Z".parse().unwrap();
    for (verb, next) in [
        (at(None, tomorrow()), tomorrow()),
        (every("FREQ=DAILY"), ten_in_india),
        (every("FREQ=WEEKLY;BYDAY=MO"), ten_in_india),
    ] {
        let made = shop.done(&verb).await;
        assert_eq!(
            (made.status, made.next_send_at, made.amount),
            (ReminderStatus::Scheduled, Some(next), Some(rupees(500)))
        );
        assert!(shop.rows().reminders.contains(&made));
    }
}

#[tokio::test]
async fn a_stopped_reminder_is_never_due_and_is_not_stopped_twice() {
    let shop = Shop::open().await;
    let suresh = shop.customer("Suresh");
    let made = shop.done(&at(Some(suresh), tomorrow())).await;
    let stop = CancelReminder { reminder: made.id };
    let stopped = shop.done(&stop).await;
    assert_eq!(
        (stopped.status, stopped.next_send_at, stopped.version),
        (ReminderStatus::Cancelled, None, made.version + 1)
    );
    assert!(!stopped.is_due(tomorrow()));
    assert_eq!(shop.refused(&stop).await, Refusal::AlreadyCancelled);
    let reminder = ReminderId::new(nobody(suresh));
    assert_eq!(
        shop.refused(&CancelReminder { reminder }).await,
        Refusal::NotFound
    );
}

#[tokio::test]
async fn a_stopped_reminder_is_scheduled_again_by_those_who_may() {
    let foreign = Foreign::Refused(Refusal::NotFound);
    keeps_manners(&[Right::REMINDERS_UPDATE], foreign, async || {
        let shop = Shop::open().await;
        let suresh = shop.customer("Suresh");
        let reminder = shop.done(&at(Some(suresh), tomorrow())).await.id;
        shop.done(&CancelReminder { reminder }).await;
        (shop, RestoreReminder { reminder })
    })
    .await;
}

#[tokio::test]
async fn a_reminder_comes_back_only_while_its_time_lies_ahead() {
    let shop = Shop::open().await;
    let once = shop.done(&at(None, tomorrow())).await;
    let daily = shop.done(&every("FREQ=DAILY")).await;
    let again = |reminder| RestoreReminder { reminder };
    assert_eq!(
        shop.refused(&again(once.id)).await,
        Refusal::AlreadyCancelled,
        "it was not cancelled"
    );
    for reminder in [once.id, daily.id] {
        shop.done(&CancelReminder { reminder }).await;
    }
    let back = shop.done(&again(once.id)).await;
    assert_eq!(
        (back.status, back.next_send_at),
        (ReminderStatus::Scheduled, Some(tomorrow()))
    );
    shop.done(&CancelReminder { reminder: once.id }).await;
    shop.clock.advance(TimeDelta::days(2));
    let late = shop.refused(&again(once.id)).await;
    assert_eq!(late, Refusal::out_of_range(Subject::SendAt));
    let next = shop.done(&again(daily.id)).await.next_send_at;
    assert!(next.is_some_and(|next| next > START + TimeDelta::days(2)));
}

#[tokio::test]
async fn a_reminder_is_put_off_by_those_who_may() {
    let foreign = Foreign::Refused(Refusal::NotFound);
    keeps_manners(&[Right::REMINDERS_UPDATE], foreign, async || {
        let shop = Shop::open().await;
        let suresh = shop.customer("Suresh");
        let reminder = shop.done(&at(Some(suresh), tomorrow())).await.id;
        let at = tomorrow() + TimeDelta::days(1);
        (shop, PutOffReminder { reminder, at })
    })
    .await;
}

#[tokio::test]
async fn only_a_reminder_that_comes_once_and_is_not_over_is_put_off() {
    let shop = Shop::open().await;
    let once = shop.done(&at(None, tomorrow())).await;
    let later = tomorrow() + TimeDelta::days(1);
    let off = |reminder, at| PutOffReminder { reminder, at };
    let moved = shop.done(&off(once.id, later)).await;
    assert_eq!(
        (moved.was, moved.reminder.next_send_at, moved.reminder.version),
        (tomorrow(), Some(later), once.version + 1)
    );
    let past = shop.refused(&off(once.id, START - TimeDelta::days(1))).await;
    assert_eq!(past, Refusal::out_of_range(Subject::SendAt));
    let daily = shop.done(&every("FREQ=DAILY")).await;
    assert!(matches!(
        shop.refused(&off(daily.id, later)).await,
        Refusal::Value { .. }
    ));
    shop.done(&CancelReminder { reminder: once.id }).await;
    assert_eq!(
        shop.refused(&off(once.id, later)).await,
        Refusal::AlreadyCancelled
    );
}
