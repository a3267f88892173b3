//! A whole turn by text on SQLite: from words to the answer, through the real layers. A question about a balance reads;
//! a bill and its "haan" write twice, each with a commit that reaches the disk.
#![expect(clippy::expect_used, reason = "a benchmark that cannot start must stop")]

use criterion::{Criterion, criterion_group, criterion_main};
use execora::config::{Config, Flags};
use execora::{demo, wiring};
use execora_kernel::caller::everything;
use execora_kernel::{Caller, CredentialId};
use execora_usecases::turn::{TakeTurn, TurnInput};
use std::hint::black_box;

fn turn(c: &mut Criterion) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let home = tempfile::tempdir().expect("a folder");
    let config = Config::load(&Flags {
        home: Some(home.path().join("shop")),
        listen: None,
    })
    .expect("settings");
    let (house, caller) = runtime.block_on(async {
        let house = wiring::open(config).await.expect("a home");
        demo::seed(&house.app.usecases).await.expect("a shop");
        let shop = house.app.usecases.first_shops(1).await.expect("shops").remove(0);
        let users = house.app.usecases.people(shop.tenant).await.expect("users");
        let user = users.first().expect("an owner").id;
        let grants = everything();
        (
            house,
            Caller {
                tenant: shop.tenant,
                user,
                credential: CredentialId("bench".to_owned()),
                grants,
            },
        )
    });
    let usecases = &house.app.usecases;
    let say = |text: &str, session| TakeTurn {
        session,
        name: None,
        language: None,
        input: TurnInput::Said {
            text: text.to_owned(),
            locally: false,
        },
    };
    let first = runtime
        .block_on(say("Rahul ka balance batao", None).run(usecases, &caller))
        .expect("an answer");
    let session = Some(first.answer.session);
    let mut group = c.benchmark_group("turn on SQLite");
    group.sample_size(50);
    group.bench_function("balance", |b| {
        b.iter(|| {
            runtime
                .block_on(say("Rahul ka balance batao", session).run(usecases, &caller))
                .map(black_box)
        });
    });
    group.bench_function("bill and haan", |b| {
        b.iter(|| {
            runtime.block_on(async {
                let _ = black_box(
                    say("Rahul ko 1 toffee ka bill bana do", session)
                        .run(usecases, &caller)
                        .await,
                );
                black_box(say("haan", session).run(usecases, &caller).await)
            })
        });
    });
    group.finish();
}

criterion_group!(benches, turn);
criterion_main!(benches);
