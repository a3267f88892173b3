//! Signed out means 401 at once, whatever the client still had; a lost answer signs nobody out.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use crate::shop::{Answer, Client, Shop};
use crate::wire::Wire;
use serde_json::json;

/// Signs the owner in by a fresh link.
fn sign_in(shop: &Shop) -> Answer {
    let (status, link) = shop.run(&["token", "link"]);
    assert_eq!(status, Some(0));
    let code = link.split("#sign_in=").nth(1).unwrap();
    let signed_in = shop
        .client("")
        .post("/api/v1/auth/exchange", "x", &json!({ "code": code }));
    assert_eq!(signed_in.status, 200, "{}", signed_in.body);
    signed_in
}

fn refresh(shop: &Shop, token: &str) -> Answer {
    let body = json!({ "refresh_token": token });
    shop.client("").post("/api/v1/auth/refresh", "x", &body)
}

fn me(shop: &Shop, token: &str) -> u16 {
    shop.client(token).get("/api/v1/auth/me").status
}

fn plain_logout(client: &Client) -> Answer {
    client.send("POST", "/api/v1/auth/logout", &[], None)
}

#[test]
fn signed_out_means_401_at_once_whatever_the_client_still_had() {
    let shop = Shop::open_with(&[("EXECORA_LIMITS__LOGINS_PER_MINUTE", "0")]);
    let other = sign_in(&shop);
    for (with_access, with_refresh) in [(true, false), (false, true), (true, true)] {
        let before = sign_in(&shop);
        assert_eq!(before.number("/expires_in"), 12 * 3_600);
        let now = refresh(&shop, &before.text("/refresh_token"));
        assert_eq!(now.status, 200, "{}", now.body);
        let client = shop.client(&if with_access {
            now.text("/access_token")
        } else {
            String::new()
        });
        let out = if with_refresh {
            let body = json!({ "refresh_token": now.text("/refresh_token") });
            client.post("/api/v1/auth/logout", "x", &body)
        } else {
            plain_logout(&client)
        };
        assert_eq!(out.status, 204, "{}", out.body);
        for signed_in in [&before, &now] {
            assert_eq!(me(&shop, &signed_in.text("/access_token")), 401);
            assert_eq!(refresh(&shop, &signed_in.text("/refresh_token")).status, 401);
        }
    }
    assert_eq!(
        me(&shop, &other.text("/access_token")),
        200,
        "another sign-in goes on"
    );
    assert_eq!(
        plain_logout(&shop.client("")).status,
        401,
        "nothing to sign out of"
    );
    assert_eq!(plain_logout(&shop.client("junk")).status, 401);
    let minted = shop.token(&[]);
    assert_eq!(plain_logout(&shop.client(&minted)).status, 204);
    assert_eq!(me(&shop, &minted), 401, "a token without a sign-in stops itself");
    assert_eq!(me(&shop, &shop.token(&[])), 200);
}

#[test]
fn a_lost_answer_signs_nobody_out_and_a_stolen_token_everybody() {
    let shop = Shop::open_with(&[
        ("EXECORA_LIMITS__LOGINS_PER_MINUTE", "0"),
        ("EXECORA_IDENTITY__REFRESH_GRACE_SECONDS", "30"),
    ]);
    let first = sign_in(&shop);
    let second = refresh(&shop, &first.text("/refresh_token"));
    let again = refresh(&shop, &first.text("/refresh_token"));
    assert_eq!((second.status, again.status), (200, 200), "{}", again.body);
    assert_eq!(
        again.text("/refresh_token"),
        second.text("/refresh_token"),
        "the same successor"
    );
    let third = refresh(&shop, &second.text("/refresh_token"));
    assert_eq!(third.status, 200);
    assert_eq!(
        refresh(&shop, &first.text("/refresh_token")).status,
        401,
        "stolen"
    );
    assert_eq!(
        refresh(&shop, &third.text("/refresh_token")).status,
        401,
        "it ends all"
    );
    for signed_in in [&first, &second, &again, &third] {
        assert_eq!(me(&shop, &signed_in.text("/access_token")), 401);
    }
}

#[tokio::test]
async fn the_sockets_of_a_sign_in_are_closed_with_it() {
    let shop = Shop::open();
    let signed_in = sign_in(&shop);
    let access = signed_in.text("/access_token");
    let mut wire = Wire::open_by(&shop, &access).await;
    let ticket = shop
        .client(&access)
        .post("/api/v1/ws-tickets", "x", &json!({}))
        .text("/ticket");
    assert_eq!(plain_logout(&shop.client(&access)).status, 204);
    assert_eq!(wire.closed().await, Some(1008));
    let by_ticket = Wire::try_open(&shop, &format!("/ws?token={ticket}"), "execora.v1").await;
    assert_eq!(
        by_ticket.err().map(|refused| refused.status),
        Some(401),
        "nor by a ticket"
    );
}
