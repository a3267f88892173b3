//! Signing in: codes that work once, refresh tokens that turn into the next, and nothing half done.

use crate::world::Shop;
use chrono::TimeDelta;
use execora_kernel::StoreError;
use execora_testkit::sweep;
use execora_usecases::credential::CodeKind;
use execora_usecases::sign_in::REFRESH_LIFE;
use execora_usecases::{IssueCode, Refusal, SignedIn, UseCases, UseCode, UseRefresh};
use std::sync::Arc;

const QUARTER: TimeDelta = TimeDelta::minutes(15);

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

fn refresh(hash: &str, next: Option<&str>) -> UseRefresh {
    UseRefresh {
        hash: hash.into(),
        next: next.map(|hash| hash.into()),
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
async fn refused(shop: &Shop, asked: impl AsyncFnOnce(&UseCases) -> Result<SignedIn, Refusal>) {
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
    for next in [Some("r2"), None] {
        swept(signed_in, async |_, cases| {
            refresh("r1", next).run(cases).await.map(drop)
        })
        .await;
    }
    let stolen = async || {
        let shop = signed_in().await;
        refresh("r1", Some("r2")).run(&shop.cases).await.unwrap();
        shop
    };
    swept(stolen, async |_, cases| {
        refresh("r1", Some("r3")).run(cases).await.map(drop)
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
    for (hash, next) in [("r1", "r2"), ("r2", "r3"), ("r3", "r4")] {
        let who = refresh(hash, Some(next)).run(&shop.cases).await.unwrap();
        assert_eq!((who.tenant, who.user), (shop.caller.tenant, shop.caller.user));
    }
    refused(&shop, async |cases| refresh("r9", Some("r5")).run(cases).await).await;
    shop.clock.advance(REFRESH_LIFE);
    refused(&shop, async |cases| refresh("r4", Some("r5")).run(cases).await).await;
}

#[tokio::test]
async fn a_token_used_twice_ends_its_family_and_no_other() {
    let shop = signed_in().await;
    code(&shop, "c2").run(&shop.cases).await.unwrap();
    exchange("c2", Some("other")).run(&shop.cases).await.unwrap();
    refresh("r1", Some("r2")).run(&shop.cases).await.unwrap();
    let stolen = refresh("r1", Some("r3")).run(&shop.cases).await;
    assert_eq!(stolen, Err(Refusal::CodeWrong));
    for hash in ["r1", "r2", "r3"] {
        refused(&shop, async |cases| refresh(hash, Some("r4")).run(cases).await).await;
    }
    assert!(refresh("other", Some("other2")).run(&shop.cases).await.is_ok());
}

#[tokio::test]
async fn signing_out_ends_the_family() {
    let shop = signed_in().await;
    refresh("r1", Some("r2")).run(&shop.cases).await.unwrap();
    refresh("r2", None).run(&shop.cases).await.unwrap();
    for hash in ["r1", "r2"] {
        refused(&shop, async |cases| refresh(hash, Some("r3")).run(cases).await).await;
    }
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
