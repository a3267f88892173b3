//! The whole state as JSON, in one order, so that two dumps are equal when the states are.

use crate::state::State;
use serde::Serialize;
use serde_json::{Value, json};

pub(crate) fn dump(state: &State) -> Value {
    json!({
        "shops": rows(state.shops.values()),
        "users": rows(state.users.all()),
        "customers": rows(state.customers.all()),
        "products": rows(state.products.all()),
        "movements": rows(state.movements.all()),
        "drafts": rows(state.drafts.all()),
        "invoices": rows(state.invoices.all()),
        "series": rows(state.series.all()),
        "entries": rows(state.entries.all()),
        "payments": rows(state.payments.all()),
        "reminders": rows(state.reminders.all()),
        "sessions": rows(state.sessions.all()),
        "turns": rows(state.turns.all()),
        "answers": answers(state),
        "codes": codes(state),
        "refreshes": refreshes(state),
    })
}

fn rows<'a, R: Serialize + 'a>(rows: impl Iterator<Item = &'a R>) -> Value {
    rows.map(|row| json!(row)).collect()
}

fn answers(state: &State) -> Value {
    let mut answers: Vec<_> = state
        .answers
        .iter()
        .map(|(name, answered)| {
            let name = (&name.tenant, &name.credential, &name.route, &name.key);
            (name, &answered.fingerprint, &answered.answer, answered.at)
        })
        .collect();
    answers.sort_unstable();
    json!(answers)
}

fn codes(state: &State) -> Value {
    let code = |code: &execora_usecases::credential::OneTimeCode| {
        let secret = (&code.hash, &code.sealed);
        json!([
            secret,
            code.kind.as_str(),
            code.tenant,
            code.user,
            code.expires_at
        ])
    };
    state.codes.values().map(code).collect()
}

fn refreshes(state: &State) -> Value {
    let refresh = |refresh: &crate::credentials::Refresh| {
        let token = &refresh.token;
        json!([
            token.hash,
            token.family.to_string(),
            token.tenant,
            token.user,
            token.expires_at,
            refresh.over_at
        ])
    };
    state.refreshes.values().map(refresh).collect()
}
