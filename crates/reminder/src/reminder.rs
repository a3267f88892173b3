//! One reminder from its making to its end.

use crate::{Recurrence, ReminderRefused};
use chrono::{DateTime, Utc};
use execora_kernel::{CustomerId, Label, Money, ReminderId, ShopZone, TenantId};
use serde::{Deserialize, Serialize};

/// By which way it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Channel {
    Whatsapp,
    Email,
    Sms,
}

/// Once, or again and again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Schedule {
    /// At one instant.
    At(DateTime<Utc>),
    /// By a rule.
    Every(Recurrence),
}

impl Schedule {
    /// The first time after `at`.
    ///
    /// # Errors
    /// When there is none.
    pub fn next(&self, zone: ShopZone, at: DateTime<Utc>) -> Result<DateTime<Utc>, ReminderRefused> {
        match self {
            Self::At(when) if *when <= at => Err(ReminderRefused::InThePast),
            Self::At(when) => Ok(*when),
            Self::Every(rule) => rule.next_after(at, zone).ok_or(ReminderRefused::BadRecurrence),
        }
    }
}

/// Where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum ReminderStatus {
    Scheduled,
    Sent,
    Delivered,
    Failed,
    Cancelled,
    Done,
}

/// A reminder for a customer, or for the shopkeeper when there is no customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Reminder {
    pub id: ReminderId,
    pub tenant: TenantId,
    pub customer: Option<CustomerId>,
    pub amount: Option<Money>,
    pub schedule: Schedule,
    pub channel: Channel,
    pub message: Option<Label>,
    pub stop_when_paid: bool,
    pub status: ReminderStatus,
    pub next_send_at: Option<DateTime<Utc>>,
    pub attempts: u32,
    pub last_error_code: Option<String>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

/// What is needed to make one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct NewReminder {
    pub customer: Option<CustomerId>,
    pub amount: Option<Money>,
    pub schedule: Schedule,
    pub channel: Channel,
    pub message: Option<Label>,
    pub stop_when_paid: bool,
}

impl Reminder {
    /// Makes a reminder.
    ///
    /// # Errors
    /// When its time has passed or its rule never happens.
    pub fn create(
        new: NewReminder,
        id: ReminderId,
        tenant: TenantId,
        zone: ShopZone,
        at: DateTime<Utc>,
    ) -> Result<Self, ReminderRefused> {
        let next = new.schedule.next(zone, at)?;
        Ok(Self {
            id,
            tenant,
            customer: new.customer,
            amount: new.amount,
            schedule: new.schedule,
            channel: new.channel,
            message: new.message,
            stop_when_paid: new.stop_when_paid,
            status: ReminderStatus::Scheduled,
            next_send_at: Some(next),
            attempts: 0,
            last_error_code: None,
            created_at: at,
            updated_at: at,
            version: 1,
        })
    }

    /// Stops it: nothing is sent any more.
    ///
    /// # Errors
    /// When it is over already.
    pub fn cancel(&mut self, at: DateTime<Utc>) -> Result<(), ReminderRefused> {
        if self.status != ReminderStatus::Scheduled {
            return Err(ReminderRefused::AlreadyOver);
        }
        self.status = ReminderStatus::Cancelled;
        self.next_send_at = None;
        self.updated_at = at;
        self.version += 1;
        Ok(())
    }

    /// Schedules it again after it was cancelled.
    ///
    /// # Errors
    /// When it was not cancelled, or its time has passed meanwhile.
    pub fn restore(&mut self, zone: ShopZone, at: DateTime<Utc>) -> Result<(), ReminderRefused> {
        if self.status != ReminderStatus::Cancelled {
            return Err(ReminderRefused::AlreadyOver);
        }
        self.next_send_at = Some(self.schedule.next(zone, at)?);
        self.status = ReminderStatus::Scheduled;
        self.updated_at = at;
        self.version += 1;
        Ok(())
    }

    /// Lets one that comes once come at another time.
    ///
    /// # Errors
    /// When it is over or comes by a rule, or the time has passed.
    pub fn put_off(
        &mut self,
        to: DateTime<Utc>,
        zone: ShopZone,
        at: DateTime<Utc>,
    ) -> Result<(), ReminderRefused> {
        if self.status != ReminderStatus::Scheduled {
            return Err(ReminderRefused::AlreadyOver);
        }
        if matches!(self.schedule, Schedule::Every(_)) {
            return Err(ReminderRefused::BadRecurrence);
        }
        let schedule = Schedule::At(to);
        self.next_send_at = Some(schedule.next(zone, at)?);
        self.schedule = schedule;
        self.updated_at = at;
        self.version += 1;
        Ok(())
    }

    /// Whether it should go out now.
    #[must_use]
    pub fn is_due(&self, now: DateTime<Utc>) -> bool {
        self.status == ReminderStatus::Scheduled && self.next_send_at.is_some_and(|at| at <= now)
    }
}
