//! What the books come to: the shop's day, and a customer's account.

use std::fmt::Display;

use chrono::{Datelike, NaiveDate};
use execora_kernel::Money;

use super::action::Action;
use super::fact::{StatementFact, SummaryFact};
use super::next::{Around, Decided, Next};
use super::reply::Shown;
use super::task::Task;
use super::{phrases, sending, who};
use crate::understanding::{Language, Period};
use crate::wording::{Key, say};

/// DAILY_SUMMARY: of today when no days were said.
pub(super) fn summary(task: &Task) -> Next {
    Next::act(Action::ReadSummary(of_summary(task)))
}

fn of_summary(task: &Task) -> Period {
    task.slots.period.unwrap_or(Period::Today)
}

/// FETCH_STATEMENT: read out, or sent when it was said how; the whole account when no days were said, as "poora hisaab" asks for.
pub(super) fn statement(around: &Around<'_>, task: &mut Task) -> Decided {
    if task.slots.channel.is_some() {
        return sending::statement(around, task);
    }
    let customer = who::known(around, task)?;
    Ok(Next::act(Action::ReadStatement {
        customer: customer.id,
        period: task.slots.period,
    }))
}

/// A summary in one sentence; the parts of it that came to nothing are short.
pub(super) fn summary_told(around: &Around<'_>, task: &Task, summary: &SummaryFact) -> Next {
    let language = around.language;
    let when = named(around, of_summary(task));
    let shown = Shown::Summary {
        from: summary.from,
        to: summary.to,
    };
    if summary.invoices == 0 && summary.collections.is_empty() && summary.credit == Money::ZERO {
        let text = say(language, Key::SummaryNothing, &[("when", &when)]);
        return Next::done(task, text, shown);
    }
    let bills: [(&str, &dyn Display); 2] = [("count", &summary.invoices), ("total", &summary.sales)];
    let mut parts = vec![say(language, Key::SummaryBills, &bills), came(language, summary)];
    if summary.credit != Money::ZERO {
        parts.push(say(language, Key::SummaryLent, &[("total", &summary.credit)]));
    }
    let told: [(&str, &dyn Display); 2] = [("when", &when), ("parts", &parts.join(", "))];
    Next::done(task, say(language, Key::Summary, &told), shown)
}

/// Money that came in: the sum, and by how it came where there was more than one way.
fn came(language: Language, summary: &SummaryFact) -> String {
    let amounts = summary.collections.iter().map(|(_, amount)| *amount);
    let total = Money::sum(amounts).unwrap_or_default();
    let modes = match summary.collections.as_slice() {
        [] => return say(language, Key::SummaryCameNothing, &[]),
        [(only, _)] => phrases::mode(language, *only),
        several => {
            let one = |(mode, amount): &(_, Money)| format!("{} {amount}", phrases::mode(language, *mode));
            several.iter().map(one).collect::<Vec<String>>().join(", ")
        }
    };
    let told: [(&str, &dyn Display); 2] = [("total", &total), ("modes", &modes)];
    say(language, Key::SummaryCame, &told)
}

/// An account in one sentence: what was owed, what went, what came, what is owed, and in how many entries.
pub(super) fn statement_told(around: &Around<'_>, task: &Task, statement: &StatementFact) -> Next {
    let language = around.language;
    let name = task.customer().map(phrases::called).unwrap_or_default();
    // An account that is longer than a statement has more before its first day than nothing.
    let whole = task.slots.period.is_none() && statement.opening == Money::ZERO;
    let when = match task.slots.period {
        Some(period) => named(around, period),
        None if whole => say(language, Key::DaysAll, &[]),
        None => named(around, Period::Days(statement.from, statement.to)),
    };
    let opening = phrases::standing(language, statement.opening);
    let closing = phrases::standing(language, statement.closing);
    let told: [(&str, &dyn Display); 7] = [
        ("name", &name),
        ("when", &when),
        ("opening", &opening),
        ("went", &statement.went),
        ("came", &statement.came),
        ("closing", &closing),
        ("count", &statement.entries),
    ];
    let key = if statement.entries == 0 {
        Key::StatementNothing
    } else {
        Key::Statement
    };
    let shown = Shown::Statement {
        customer: statement.customer,
        from: statement.from,
        to: statement.to,
    };
    Next::done(task, say(language, key, &told), shown)
}

/// Days as they are called; a day of another year is said with its year.
pub(super) fn named(around: &Around<'_>, period: Period) -> String {
    let (language, today) = (around.language, around.turn.at.date_naive());
    let key = match period {
        Period::Today => Key::DaysToday,
        Period::Yesterday => Key::DaysYesterday,
        Period::ThisWeek => Key::DaysThisWeek,
        Period::LastWeek => Key::DaysLastWeek,
        Period::ThisMonth => Key::DaysThisMonth,
        Period::LastMonth => Key::DaysLastMonth,
        Period::ThisYear => Key::DaysThisYear,
        Period::Days(one, other) if one == other => return day(language, one, today),
        Period::Days(from, to) => {
            let (from, to) = (day(language, from, today), day(language, to, today));
            return say(language, Key::DaysSpan, &[("from", &from), ("to", &to)]);
        }
    };
    say(language, key, &[])
}

fn day(language: Language, day: NaiveDate, today: NaiveDate) -> String {
    let this_year = today.year() == day.year();
    let form = match (language, this_year) {
        (Language::English, true) => "%-d %b",
        (Language::English, false) => "%-d %b %Y",
        (Language::Hindi | Language::Hinglish, true) => "%-d/%-m",
        (Language::Hindi | Language::Hinglish, false) => "%-d/%-m/%Y",
    };
    day.format(form).to_string()
}
