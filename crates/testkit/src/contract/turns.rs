//! Turns of one conversation at once: what was answered is booked once, and what was refused is not.

use super::{Harness, World};
use crate::builders::an_owner_calling;
use crate::clock::FixedClock;
use execora_customer::Customer;
use execora_kernel::{Caller, Money, PageRequest, SessionId};
use execora_ledger::EntryFilter;
use execora_usecases::perform::Nobody;
use execora_usecases::turn::{OpenSession, TakeTurn, Taken, TurnInput, TurnName, TurnRefused, TurnResult};
use execora_usecases::{RequestKey, UseCases};
use std::sync::Arc;

/// How many speak at once.
const CALLERS: usize = 8;
/// How many commands each of them gives, one after the other.
const COMMANDS: usize = 5;

/// A conversation about one customer, over one or more stores of the same books.
struct Conversation {
    nodes: Vec<Arc<UseCases>>,
    caller: Caller,
    session: SessionId,
}

fn over(world: &World) -> Arc<UseCases> {
    Arc::new(UseCases::new(
        world.books.clone(),
        world.queries.clone(),
        Arc::new(FixedClock::default()),
        Arc::new(world.ids.clone()),
        Arc::new(Nobody),
    ))
}

impl Conversation {
    async fn begin(worlds: &[World]) -> (Self, Customer) {
        let first = worlds.first().expect("a store");
        let suresh = first.customer("Suresh").await;
        let nodes: Vec<_> = worlds.iter().map(over).collect();
        let caller = an_owner_calling(first.tenant(), first.owner.id);
        let node = nodes.first().expect("a store");
        let begun = node.perform(&caller, &OpenSession::default(), None).await;
        let session = begun.expect("a conversation").value.id;
        let conversation = Self {
            nodes,
            caller,
            session,
        };
        (conversation, suresh)
    }

    fn payment(&self, rupees: usize) -> TakeTurn {
        TakeTurn {
            session: Some(self.session),
            name: Some(TurnName::OfRequest(RequestKey {
                route: "commands".to_owned(),
                key: format!("payment {rupees}"),
                fingerprint: rupees.to_string(),
            })),
            language: None,
            input: TurnInput::Said {
                text: format!("Suresh ne {rupees} rupaye diye"),
                locally: false,
            },
        }
    }
}

/// Who was answered, with how much; others were told to come again.
async fn at_once(conversation: &Arc<Conversation>) -> Vec<(usize, Taken)> {
    let ask = |caller: usize| {
        let conversation = Arc::clone(conversation);
        tokio::spawn(async move {
            let mut answered = Vec::new();
            for command in 0..COMMANDS {
                let rupees = 101 + caller * COMMANDS + command;
                let node = &conversation.nodes[caller % conversation.nodes.len()];
                match conversation.payment(rupees).run(node, &conversation.caller).await {
                    Ok(taken) => answered.push((rupees, taken)),
                    Err(TurnRefused::Busy | TurnRefused::InProgress | TurnRefused::Store(_)) => {}
                    Err(other) => assert_eq!(other, TurnRefused::Busy, "{rupees}"),
                }
            }
            answered
        })
    };
    let asked: Vec<_> = (0..CALLERS).map(ask).collect();
    let mut answered = Vec::new();
    for one in asked {
        answered.extend(one.await.expect("a caller"));
    }
    answered
}

/// Forty commands of one conversation at once, over all these stores of the same books.
pub async fn forty_at_once(worlds: &[World]) {
    let (conversation, suresh) = Conversation::begin(worlds).await;
    let conversation = Arc::new(conversation);
    let answered = at_once(&conversation).await;
    assert!(!answered.is_empty(), "nobody was answered");
    let world = worlds.first().expect("a store");
    let books = async || {
        let filter = EntryFilter {
            customer: Some(suresh.id),
            from: None,
            to: None,
        };
        let entries = world
            .queries
            .ledger
            .entries(world.tenant(), &filter, PageRequest::first(200));
        let entries = entries.await.expect("the entries").items.len();
        (entries, world.now(&suresh).await.balance)
    };
    let sum: usize = answered.iter().map(|(rupees, _)| rupees).sum();
    let paid = Money::from_rupees(i64::try_from(sum).expect("a sum")).and_then(Money::negated);
    assert_eq!(books().await, (answered.len(), paid.expect("an amount")));
    for (rupees, taken) in &answered {
        assert!(!taken.replayed);
        let booked = Money::from_rupees(i64::try_from(*rupees).expect("an amount"));
        let TurnResult::Payment { payment, .. } = &taken.answer.result else {
            unreachable!("{rupees} was answered with {:?}", taken.answer.result)
        };
        assert_eq!(Some(payment.amount), booked);
        // The same request again hears the same answer, at every store.
        for node in &conversation.nodes {
            let again = conversation
                .payment(*rupees)
                .run(node, &conversation.caller)
                .await;
            let again = again.expect("the answer");
            assert!(again.replayed);
            assert_eq!(again.answer, taken.answer);
        }
    }
    assert_eq!(books().await.0, answered.len());
}

/// Of forty commands at once in one conversation every answered one is booked once, and no refused one is.
pub async fn of_forty_commands_at_once_the_answered_are_booked_once(harness: &dyn Harness) {
    let world = World::open(harness).await;
    forty_at_once(&[world]).await;
}

/// One yes pressed by many at once, without any key, books once.
pub async fn one_yes_pressed_by_many_books_once(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let (conversation, suresh) = Conversation::begin(std::slice::from_ref(&world)).await;
    let asked = TakeTurn {
        name: None,
        ..conversation.payment(9_000)
    };
    let node = conversation.nodes.first().expect("a store");
    let asked = asked.run(node, &conversation.caller).await.expect("a question");
    let token = asked.answer.clarify.expect("a question").token;
    let press = TakeTurn {
        session: Some(conversation.session),
        name: None,
        language: None,
        input: TurnInput::Answered { accept: true, token },
    };
    let fingers = (0..CALLERS).map(|_| {
        let (node, caller, press) = (Arc::clone(node), conversation.caller.clone(), press.clone());
        tokio::spawn(async move { press.run(&node, &caller).await })
    });
    let fingers: Vec<_> = fingers.collect();
    let mut done = 0;
    for finger in fingers {
        match finger.await.expect("a finger") {
            Ok(_) => done += 1,
            Err(refused) => assert_eq!(refused, TurnRefused::ClarifyExpired),
        }
    }
    assert_eq!(done, 1);
    assert_eq!(world.now(&suresh).await.balance, Money::from_paise(-900_000));
}
