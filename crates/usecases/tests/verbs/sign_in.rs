//! Signing in: codes that work once, refresh tokens that turn into the next, and nothing half done.

use crate::world::Shop;
use chrono::TimeDelta;
use execora_kernel::StoreError;
use execora_testkit::sweep;
use execora_usecases::credential::{CodeKind, Successor};
use execora_usecases::sign_in::REFRESH_LIFE;
use execora_usecases::{IssueCode, Refreshed, Refusal, SignOut, UseCases, UseCode, UseRefresh};
use std::sync::Arc;

const QUARTER: TimeDelta = TimeDelta::minutes(15);
const GRACE: TimeDelta = TimeDelta::seconds(30);

fn code(shop: &Shop, hash: &str) -> IssueCode {
    IssueCode {
        hash: hash.into(),
        kind: CodeKind::SignIn,
        tenant: shop.caller.tenant,
        user: shop.caller.user,
        sealed: Some(b"sealed".to_vec()),
        life: QUARTER,
    }
}

fn exchange(hash: &str, next: Option<&str>) -> UseCode {
    UseCode {
        hash: hash.into(),
        kind: CodeKind::SignIn,
        next_refresh: next.map(|hash| hash.into()),
    }
}

fn refresh(hash: &str, next: &str) -> UseRefresh {
    UseRefresh {
        hash: hash.into(),
        next: Successor {
            hash: next.into(),
            sealed: format!("sealed {next}").into(),
        },
        grace: GRACE,
    }
}

fn sign_out(hash: &str) -> SignOut {
    SignOut {
        refresh: Some(hash.into()),
        ..SignOut::default()
    }
}

/// The next token, when it was made before.
fn earlier(refreshed: Refreshed) -> Option<Vec<u8>> {
    match refreshed {
        Refreshed::Goes { earlier, .. } => earlier,
        Refreshed::Ended(_) => panic!("the sign-in has ended"),
    }
}

/// A shop whose owner signed in and holds the refresh token `r1`.
async fn signed_in() -> Shop {
    let shop = Shop::open().await;
    code(&shop, "c1").run(&shop.cases).await.unwrap();
    exchange("c1", Some("r1")).run(&shop.cases).await.unwrap();
    shop
}

/// What is asked leaves everything as it was.
async fn refused<T: std::fmt::Debug + PartialEq>(
    shop: &Shop,
    asked: impl AsyncFnOnce(&UseCases) -> Result<T, Refusal>,
) {
    let before = shop.everything();
    assert_eq!(asked(&shop.cases).await, Err(Refusal::CodeWrong));
    assert_eq!(shop.everything(), before);
}

/// Runs a command over books that fail; being sent away is an answer, too.
async fn swept(
    prepare: impl AsyncFn() -> Shop,
    command: impl AsyncFn(&Shop, &UseCases) -> Result<(), Refusal>,
) {
    for error in [StoreError::Unavailable, StoreError::Busy] {
        let calls = sweep(
            error,
            async || {
                let shop = prepare().await;
                let books = shop.books();
                (shop, books)
            },
            async |shop| shop.everything(),
            async |shop, books| match command(shop, &shop.over(books)).await {
                Err(Refusal::CodeWrong) => Ok(()),
                outcome => outcome,
            },
        )
        .await;
        assert!(calls >= 3, "begin, what it does, commit: {calls}");
    }
}

#[tokio::test]
async fn nothing_stays_of_a_sign_in_that_the_store_failed() {
    swept(Shop::open, async |shop, cases| {
        code(shop, "c1").run(cases).await.map(drop)
    })
    .await;
    let with_code = async || {
        let shop = Shop::open().await;
        code(&shop, "c1").run(&shop.cases).await.unwrap();
        shop
    };
    swept(with_code, async |_, cases| {
        exchange("c1", Some("r1")).run(cases).await.map(drop)
    })
    .await;
    swept(signed_in, async |_, cases| {
        refresh("r1", "r2").run(cases).await.map(drop)
    })
    .await;
    swept(signed_in, async |_, cases| {
        sign_out("r1").run(cases).await.map(drop)
    })
    .await;
    let stolen = async || {
        let shop = signed_in().await;
        refresh("r1", "r2").run(&shop.cases).await.unwrap();
        shop.clock.advance(GRACE + TimeDelta::seconds(1));
        shop
    };
    swept(stolen, async |_, cases| {
        refresh("r1", "r3").run(cases).await.map(drop)
    })
    .await;
}

#[tokio::test]
async fn a_code_works_once_for_its_own_purpose_and_a_while() {
    let shop = Shop::open().await;
    let until = code(&shop, "c1").run(&shop.cases).await.unwrap();
    assert_eq!(until, shop.cases.clock.now() + QUARTER);
    let mut ticket = exchange("c1", None);
    ticket.kind = CodeKind::SocketTicket;
    refused(&shop, async |cases| ticket.run(cases).await).await;
    refused(&shop, async |cases| exchange("c2", None).run(cases).await).await;
    let who = exchange("c1", None).run(&shop.cases).await.unwrap();
    assert_eq!(
        (who.tenant, who.user, who.sealed.as_deref()),
        (shop.caller.tenant, shop.caller.user, Some(b"sealed".as_slice()))
    );
    refused(&shop, async |cases| exchange("c1", Some("r1")).run(cases).await).await;
    for (late, works) in [(TimeDelta::zero(), false), (TimeDelta::seconds(-1), true)] {
        let shop = Shop::open().await;
        code(&shop, "c1").run(&shop.cases).await.unwrap();
        shop.clock.advance(QUARTER + late);
        if works {
            assert!(exchange("c1", None).run(&shop.cases).await.is_ok());
        } else {
            refused(&shop, async |cases| exchange("c1", None).run(cases).await).await;
        }
    }
}

#[tokio::test]
async fn a_refresh_token_turns_into_the_next() {
    let shop = signed_in().await;
    let mut sign_ins = Vec::new();
    for (hash, next) in [("r1", "r2"), ("r2", "r3"), ("r3", "r4")] {
        match refresh(hash, next).run(&shop.cases).await.unwrap() {
            Refreshed::Goes {
                tenant,
                user,
                sign_in,
                earlier: None,
            } => {
                assert_eq!((tenant, user), (shop.caller.tenant, shop.caller.user));
                sign_ins.push(sign_in);
            }
            other => panic!("{other:?}"),
        }
    }
    sign_ins.dedup();
    assert_eq!(sign_ins.len(), 1, "it is one sign-in");
    refused(&shop, async |cases| refresh("r9", "r5").run(cases).await).await;
    shop.clock.advance(REFRESH_LIFE);
    refused(&shop, async |cases| refresh("r4", "r5").run(cases).await).await;
}

#[tokio::test]
async fn whoever_lost_the_answer_gets_the_same_next_token_for_a_while() {
    let shop = signed_in().await;
    refresh("r1", "r2").run(&shop.cases).await.unwrap();
    for seconds in [0, 10, 20] {
        shop.clock.advance(TimeDelta::seconds(seconds));
        let before = shop.everything();
        let again = refresh("r1", "another").run(&shop.cases).await.unwrap();
        assert_eq!(earlier(again).as_deref(), Some(&b"sealed r2"[..]));
        assert_eq!(shop.everything(), before);
    }
    refresh("r2", "r3").run(&shop.cases).await.unwrap();
}

#[tokio::test]
async fn a_token_that_comes_after_the_grace_or_after_its_successor_ends_its_sign_in_and_no_other() {
    for (successor_used, seconds) in [(false, 31), (true, 0), (true, 31)] {
        let shop = signed_in().await;
        code(&shop, "c2").run(&shop.cases).await.unwrap();
        let begun = exchange("c2", Some("other")).run(&shop.cases).await.unwrap();
        refresh("r1", "r2").run(&shop.cases).await.unwrap();
        if successor_used {
            refresh("r2", "r3").run(&shop.cases).await.unwrap();
        }
        shop.clock.advance(TimeDelta::seconds(seconds));
        let stolen = refresh("r1", "r4").run(&shop.cases).await.unwrap();
        let Refreshed::Ended(revocation) = stolen else {
            panic!("{stolen:?}")
        };
        let revocations = shop.cases.token_news().revocations(0, 10).await.unwrap();
        assert_eq!(revocations, vec![(1, revocation)]);
        for hash in ["r1", "r2", "r3", "r4"] {
            refused(&shop, async |cases| refresh(hash, "r5").run(cases).await).await;
        }
        let goes = refresh("other", "other2").run(&shop.cases).await.unwrap();
        assert!(matches!(goes, Refreshed::Goes { sign_in, .. } if Some(sign_in) == begun.sign_in));
    }
}

#[tokio::test]
async fn signing_out_ends_the_sign_in_by_any_of_its_tokens_or_by_its_id() {
    let shop = async || {
        let shop = Shop::open().await;
        code(&shop, "c1").run(&shop.cases).await.unwrap();
        let begun = exchange("c1", Some("r1")).run(&shop.cases).await.unwrap();
        refresh("r1", "r2").run(&shop.cases).await.unwrap();
        (shop, begun.sign_in)
    };
    for (hash, by_id) in [
        (Some("r1"), false),
        (Some("r2"), false),
        (None, true),
        (Some("r2"), true),
    ] {
        let (shop, sign_in) = shop().await;
        let out = SignOut {
            refresh: hash.map(Into::into),
            sign_in: sign_in.filter(|_| by_id),
            token: None,
        };
        let ended = out.run(&shop.cases).await.unwrap();
        let names: Vec<_> = ended.iter().map(|r| r.name.clone()).collect();
        assert_eq!(names, vec![sign_in.unwrap().to_string()]);
        assert!(
            ended
                .iter()
                .all(|r| r.expires_at == shop.cases.clock.now() + REFRESH_LIFE)
        );
        for hash in ["r1", "r2"] {
            refused(&shop, async |cases| refresh(hash, "r3").run(cases).await).await;
        }
    }
}

#[tokio::test]
async fn signing_out_of_nothing_that_is_known_changes_nothing() {
    let shop = signed_in().await;
    let before = shop.everything();
    assert_eq!(sign_out("unknown").run(&shop.cases).await, Ok(Vec::new()));
    assert_eq!(SignOut::default().run(&shop.cases).await, Ok(Vec::new()));
    assert_eq!(shop.everything(), before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_who_refresh_at_once_all_get_one_next_token() {
    let shop = Arc::new(signed_in().await);
    let comers: Vec<_> = (0..8)
        .map(|n| {
            let shop = Arc::clone(&shop);
            tokio::spawn(async move { refresh("r1", &format!("next {n}")).run(&shop.cases).await })
        })
        .collect();
    let (mut first, mut later) = (0, Vec::new());
    for comer in comers {
        match earlier(comer.await.unwrap().unwrap()) {
            None => first += 1,
            Some(sealed) => later.push(sealed),
        }
    }
    later.dedup();
    assert_eq!((first, later.len()), (1, 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_who_come_with_one_code_one_gets_in() {
    let shop = Arc::new(Shop::open().await);
    code(&shop, "c1").run(&shop.cases).await.unwrap();
    let comers: Vec<_> = (0..8)
        .map(|n| {
            let shop = Arc::clone(&shop);
            tokio::spawn(async move { exchange("c1", Some(&format!("r{n}"))).run(&shop.cases).await })
        })
        .collect();
    let mut inside = 0;
    for comer in comers {
        match comer.await.unwrap() {
            Ok(_) => inside += 1,
            Err(refusal) => assert_eq!(refusal, Refusal::CodeWrong),
        }
    }
    assert_eq!(inside, 1);
    assert_eq!(shop.store.dump()["refreshes"].as_array().unwrap().len(), 1);
}
