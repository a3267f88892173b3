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
        "revocations": json!(state.revocations.iter().collect::<Vec<_>>()),
        "root_keys": root_keys(state),
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
    let refresh = |token: &execora_usecases::credential::RefreshToken| {
        let successor = token.successor.as_ref().map(|next| (&next.hash, &next.sealed));
        json!([
            token.hash,
            token.sign_in,
            token.tenant,
            token.user,
            token.expires_at,
            (token.used_at, successor, token.revoked_at)
        ])
    };
    state.refreshes.values().map(refresh).collect()
}

fn root_keys(state: &State) -> Value {
    let keys = state.root_keys.values();
    keys.map(|key| json!([key.kid, key.public_key, key.dropped]))
        .collect()
}
