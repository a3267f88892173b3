//! Doing what was decided about customers and reminders.

use crate::refusal::{FieldCode, Refusal, Subject};
use crate::request::Expected;
use crate::turn::facts;
use crate::turn::spoken::{channel, email, gstin, label, phone};
use crate::turn::work::Work;
use crate::{
    CancelReminder, CreateCustomer, PutOffReminder, RestoreReminder, ScheduleReminder, UpdateCustomer,
};
use chrono::{DateTime, Utc};
use execora_customer::{Customer, CustomerChanges, NewCustomer};
use execora_kernel::{CustomerId, Label, Money, ReminderId};
use execora_reminder::{Channel, NewReminder, Recurrence, Schedule};
use execora_voice_intent::dialogue::{Outcome, Particular, Particulars, ReminderToMake};

impl Work<'_> {
    pub(super) async fn make_customer(
        &mut self,
        said: Particulars,
        opening: Option<Money>,
    ) -> Result<Outcome, Refusal> {
        let name = label(said.name.as_deref().unwrap_or_default())?;
        let new = NewCustomer {
            nickname: said.nickname.as_deref().map(label).transpose()?,
            phone: said.phone.as_deref().map(phone).transpose()?,
            email: said.email.as_deref().map(email).transpose()?,
            landmark: said.landmark.as_deref().map(label).transpose()?,
            gstin: said.gstin.as_deref().map(gstin).transpose()?,
            ..NewCustomer::named(name)
        };
        let verb = CreateCustomer {
            new,
            opening_balance: opening,
        };
        let made = self.perform(&verb).await?;
        let customer = facts::customer_as_is(&made.customer);
        self.kept.customers.push(made.customer);
        Ok(Outcome::CustomerMade {
            customer,
            opening: made.opening,
        })
    }

    pub(super) async fn change_customer(
        &mut self,
        customer: CustomerId,
        said: Particulars,
    ) -> Result<Outcome, Refusal> {
        let changes = CustomerChanges {
            name: said.name.as_deref().map(label).transpose()?,
            nickname: said.nickname.as_deref().map(label).transpose()?.map(Some),
            phone: said.phone.as_deref().map(phone).transpose()?.map(Some),
            email: said.email.as_deref().map(email).transpose()?.map(Some),
            landmark: said.landmark.as_deref().map(label).transpose()?.map(Some),
            gstin: said.gstin.as_deref().map(gstin).transpose()?.map(Some),
            ..CustomerChanges::default()
        };
        let verb = UpdateCustomer {
            customer,
            expected: Expected::Any,
            changes,
        };
        let updated = self.perform(&verb).await?;
        let were = particulars_before(&updated.before, &verb.changes);
        let customer = facts::customer_as_is(&updated.customer);
        self.kept.customers.push(updated.customer);
        Ok(Outcome::CustomerChanged { customer, were })
    }

    pub(super) async fn restore_customer(
        &mut self,
        customer: CustomerId,
        were: Vec<Particular>,
    ) -> Result<(), Refusal> {
        let mut changes = CustomerChanges::default();
        for particular in were {
            match particular {
                Particular::Name(was) => changes.name = Some(label(&was)?),
                Particular::Phone(was) => changes.phone = Some(was.as_deref().map(phone).transpose()?),
                Particular::Email(was) => changes.email = Some(was.as_deref().map(email).transpose()?),
                Particular::Nickname(was) => changes.nickname = Some(was.as_deref().map(label).transpose()?),
                Particular::Landmark(was) => changes.landmark = Some(was.as_deref().map(label).transpose()?),
                Particular::Gstin(was) => changes.gstin = Some(was.as_deref().map(gstin).transpose()?),
            }
        }
        let verb = UpdateCustomer {
            customer,
            expected: Expected::Any,
            changes,
        };
        let updated = self.perform(&verb).await?;
        self.kept.customers.push(updated.customer);
        Ok(())
    }

    pub(super) async fn remind(&mut self, made: ReminderToMake) -> Result<Outcome, Refusal> {
        let schedule = match (&made.recurrence, made.at) {
            (Some(rule), _) => Schedule::Every(Recurrence::parse(rule)?),
            (None, Some(at)) => Schedule::At(at),
            (None, None) => return Err(Refusal::of(Subject::SendAt, FieldCode::Required)),
        };
        let customer = match made.customer {
            Some(id) => self.customer(id).await?,
            None => None,
        };
        let by_mail = customer
            .as_ref()
            .is_some_and(|c| c.phone.is_none() && c.email.is_some());
        let usual = if by_mail {
            Channel::Email
        } else {
            Channel::Whatsapp
        };
        let new = NewReminder {
            customer: made.customer,
            amount: made.amount,
            schedule,
            channel: made.channel.map_or(usual, channel),
            message: made.message.as_deref().map(label).transpose()?,
            stop_when_paid: true,
        };
        let reminder = self.perform(&ScheduleReminder { new }).await?;
        let fact = facts::reminder(&reminder, customer.as_ref());
        self.kept.reminders.push(reminder);
        Ok(Outcome::Reminded(fact))
    }

    pub(super) async fn put_off(
        &mut self,
        reminder: ReminderId,
        at: DateTime<Utc>,
    ) -> Result<Outcome, Refusal> {
        let moved = self.perform(&PutOffReminder { reminder, at }).await?;
        let customer = match moved.reminder.customer {
            Some(id) => self.customer(id).await?,
            None => None,
        };
        let fact = facts::reminder(&moved.reminder, customer.as_ref());
        self.kept.reminders.push(moved.reminder);
        Ok(Outcome::ReminderPutOff {
            reminder: fact,
            was: moved.was,
        })
    }

    pub(super) async fn stop_reminders(&mut self, ids: &[ReminderId]) -> Result<Outcome, Refusal> {
        let mut stopped = Vec::new();
        for reminder in ids.iter().copied() {
            stopped.push(self.perform(&CancelReminder { reminder }).await?);
        }
        let facts = self.reminder_facts(&stopped).await?;
        self.kept.reminder_list = stopped;
        Ok(Outcome::RemindersCancelled(facts))
    }

    pub(super) async fn restore_reminders(&mut self, ids: Vec<ReminderId>) -> Result<(), Refusal> {
        for reminder in ids {
            self.perform(&RestoreReminder { reminder }).await?;
        }
        Ok(())
    }
}

/// What a change is about to write over.
fn particulars_before(before: &Customer, changes: &CustomerChanges) -> Vec<Particular> {
    let text = |label: &Label| label.as_str().to_owned();
    let changed = [
        changes
            .name
            .as_ref()
            .map(|_| Particular::Name(text(&before.name))),
        changes
            .phone
            .as_ref()
            .map(|_| Particular::Phone(before.phone.as_ref().map(|phone| phone.as_str().to_owned()))),
        changes
            .email
            .as_ref()
            .map(|_| Particular::Email(before.email.as_ref().map(|email| email.as_str().to_owned()))),
        changes
            .nickname
            .as_ref()
            .map(|_| Particular::Nickname(before.nickname.as_ref().map(text))),
        changes
            .landmark
            .as_ref()
            .map(|_| Particular::Landmark(before.landmark.as_ref().map(text))),
        changes
            .gstin
            .as_ref()
            .map(|_| Particular::Gstin(before.gstin.as_ref().map(|gstin| gstin.as_str().to_owned()))),
    ];
    changed.into_iter().flatten().collect()
}
