//! One conversation that many speak to at once: over REST and over sockets, what was answered is booked and what was refused is not.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use crate::shop::Shop;
use crate::wire::Wire;
use serde_json::json;
use std::thread;

#[test]
fn of_forty_commands_at_once_in_one_session_the_answered_are_booked() {
    let shop = Shop::open();
    let owner = shop.owner();
    let suresh = owner.customer("Suresh");
    let (before, (_, entries)) = (owner.balance(&suresh), owner.postings(&suresh));
    let begun = json!({ "text": "Suresh ka balance batao" });
    let session = owner
        .post("/api/v1/commands", "begin", &begun)
        .text("/session_id");
    let command = |rupees: i64| json!({ "text": format!("Suresh ne {rupees} diye"), "session_id": session });
    let answers: Vec<(i64, u16)> = thread::scope(|scope| {
        let ask = |caller: i64| {
            let (owner, command) = (owner.clone(), &command);
            scope.spawn(move || {
                let ask = |rupees: i64| {
                    let key = format!("payment-{rupees}");
                    (
                        rupees,
                        owner.post("/api/v1/commands", &key, &command(rupees)).status,
                    )
                };
                (0..5).map(|n| ask(101 + caller * 5 + n)).collect::<Vec<_>>()
            })
        };
        let callers: Vec<_> = (0..8).map(ask).collect();
        callers
            .into_iter()
            .flat_map(|caller| caller.join().unwrap())
            .collect()
    });
    let answered: Vec<i64> = answers
        .iter()
        .filter(|(_, status)| *status == 200)
        .map(|(n, _)| *n)
        .collect();
    assert!(!answered.is_empty(), "{answers:?}");
    assert_eq!(
        owner.balance(&suresh),
        before - answered.iter().sum::<i64>() * 100,
        "{answers:?}"
    );
    assert_eq!(owner.postings(&suresh), (0, entries + answered.len()));
    // The same request again hears what it heard, and books nothing.
    let first = answered[0];
    let again = owner.post("/api/v1/commands", &format!("payment-{first}"), &command(first));
    assert_eq!(
        (again.status, again.header("idempotency-replayed")),
        (200, "true")
    );
    assert_eq!(owner.postings(&suresh), (0, entries + answered.len()));
}

#[tokio::test]
async fn a_socket_and_rest_speak_to_one_conversation_in_turn() {
    let shop = Shop::open();
    let owner = shop.owner();
    let suresh = owner.customer("Suresh");
    let before = owner.balance(&suresh);
    let mut wire = Wire::open(&shop).await;
    let session = wire.start["session_id"].as_str().unwrap().to_owned();
    let rest = {
        let owner = owner.clone();
        thread::spawn(move || {
            let ask = |n: i64| {
                let body = json!({ "text": format!("Suresh ne {} diye", 201 + n), "session_id": session });
                owner.post("/api/v1/commands", &format!("k{n}"), &body).status
            };
            (0..5).map(ask).collect::<Vec<_>>()
        })
    };
    for n in 0..5 {
        let answer = wire.say(&format!("Suresh ne {} diye", 301 + n)).await;
        assert_eq!(answer["state"], "done", "{answer}");
    }
    assert_eq!(rest.join().unwrap(), [200; 5]);
    assert_eq!(
        owner.balance(&suresh),
        before - (5 * 201 + 10 + 5 * 301 + 10) * 100
    );
}

#[test]
fn a_token_that_may_only_speak_hears_nothing_again_and_spends_no_question() {
    let shop = Shop::open();
    let owner = shop.owner();
    let suresh = owner.customer("Suresh");
    let before = owner.balance(&suresh);
    let asked = owner.post(
        "/api/v1/commands",
        "k1",
        &json!({ "text": "Suresh ne 9000 diye" }),
    );
    let (session, token) = (asked.text("/session_id"), asked.text("/clarify/token"));
    let speaker = shop.client(&shop.token(&["--rights", "voice:use"]));
    let bodies = [
        json!({ "session_id": session, "text": "phir se bolo" }),
        json!({ "session_id": session, "text": "haan" }),
        json!({ "session_id": session, "accept": true, "token": token }),
        json!({ "session_id": session, "accept": false, "token": token }),
    ];
    for (n, body) in bodies.iter().enumerate() {
        let refused = speaker.post("/api/v1/commands", &format!("s{n}"), body);
        assert_eq!(
            (refused.status, refused.text("/code")),
            (403, "forbidden".to_owned()),
            "{body}"
        );
    }
    let replay = speaker.post(
        "/api/v1/commands",
        "k1",
        &json!({ "text": "Suresh ne 9000 diye" }),
    );
    assert_ne!(replay.text("/session_id"), session, "{}", replay.body);
    assert_eq!(owner.balance(&suresh), before);
    let yes = json!({ "session_id": session, "accept": true, "token": token });
    assert_eq!(owner.post("/api/v1/commands", "k2", &yes).text("/state"), "done");
    assert_eq!(owner.balance(&suresh), before - 900_000);
}
