//! Which file decides about which command.

use super::action::Action;
use super::next::{Around, Next};
use super::reply::Shown;
use super::task::Task;
use super::{
    bill, cancel, deletion, edit, half_read, money, people, reminders, reports, sending, stock, talk, undo,
};
use crate::understanding::Intent;
use crate::wording::{Key, say};

/// Looks at a command and what is known about it, and says what comes next.
pub(super) fn decide(around: &mut Around<'_>, task: &mut Task) -> Next {
    if task.half_read {
        return half_read::ask(around, task);
    }
    let decided = match task.intent {
        Intent::CreateInvoice => bill::create(around, task),
        Intent::ConfirmInvoice => bill::confirm(around, task),
        Intent::EditDraft | Intent::ToggleGst => edit::edit(around, task),
        Intent::ShowDraft => bill::show(around, task),
        Intent::CancelInvoice => cancel::cancel(around, task),
        Intent::SendInvoice => sending::bill(around, task),
        Intent::AddPayment | Intent::AddCredit => money::book(around, task),
        Intent::FetchBalance => money::balance(around, task),
        Intent::ListInvoices => money::invoices(around, task),
        Intent::ListBalances => Ok(Next::act(Action::ListBalances)),
        Intent::FetchStatement => reports::statement(around, task),
        Intent::DailySummary => Ok(reports::summary(task)),
        Intent::TotalPending => Ok(Next::act(Action::TotalPending)),
        Intent::CreateCustomer => people::create(around, task),
        Intent::UpdateCustomer => people::update(around, task),
        Intent::FetchCustomer => people::show(around, task),
        Intent::DeleteCustomer => deletion::delete(around, task),
        Intent::ProvideEmail => people::email(around, task),
        Intent::ProvideOtp => Ok(Next::failed(
            task,
            say(around.language, Key::NoCodeAsked, &[]),
            "not_found",
        )),
        Intent::ScheduleReminder => reminders::schedule(around, task),
        Intent::CancelReminder => reminders::cancel(around, task),
        Intent::RescheduleReminder => reminders::put_off(around, task),
        Intent::ListReminders => reminders::list(around, task),
        Intent::CheckStock => stock::check(around, task),
        Intent::AddStock => stock::add(around, task),
        Intent::SetPrice => stock::price(around, task),
        Intent::SwitchLanguage => Ok(talk::switch(around, task)),
        Intent::StartRecording | Intent::StopRecording => Ok(talk::record(around, task)),
        Intent::Help => Ok(talk::help(around, task)),
        Intent::Repeat => Ok(talk::repeat(around, task)),
        Intent::Deny => Ok(Next::done(task, talk::let_be(around, task), Shown::Nothing)),
        Intent::Undo => undo::decide(around, task),
        Intent::Unknown | Intent::Affirm | Intent::SelectOption => {
            Ok(Next::Say(Box::new(talk::not_understood(around, task))))
        }
    };
    decided.unwrap_or_else(|early| early)
}
