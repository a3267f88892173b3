//! Turns on the store in memory: from words to the books, and back in words.

use crate::world::{Shop, rupees};
use chrono::TimeDelta;
use execora_kernel::{Caller, Money, Quantity, SessionId, StoreError};
use execora_testkit::{CountingIds, FaultyBooks, builders};
use execora_usecases::turn::{
    OpenSession, SetLanguage, TakeTurn, Taken, TurnAnswer, TurnChoice, TurnInput, TurnName, TurnRefused,
    TurnResult,
};
use execora_voice_intent::dialogue::{ClarifyKind, Missing, ReplyState};
use execora_voice_intent::understanding::{Intent, Language};
use std::sync::Arc;

impl Shop {
    async fn take(&mut self, input: TurnInput, client_id: Option<&str>) -> Result<TurnAnswer, TurnRefused> {
        let turn = TakeTurn {
            session: self.session,
            name: client_id.map(|id| TurnName::InSession(id.to_owned())),
            language: None,
            input,
        };
        let Taken { answer, .. } = turn.run(&self.cases, &self.caller).await?;
        self.session = Some(answer.session);
        Ok(answer)
    }

    pub(crate) async fn converse(&mut self) -> SessionId {
        let begun = self
            .cases
            .perform(&self.caller, &OpenSession::default(), None)
            .await;
        let session = begun.unwrap().value.id;
        self.session = Some(session);
        session
    }

    pub(crate) async fn says(&mut self, text: &str) -> TurnAnswer {
        self.take(
            TurnInput::Said {
                text: text.to_owned(),
                locally: false,
            },
            None,
        )
        .await
        .unwrap()
    }
}

#[tokio::test]
async fn a_bill_is_said_read_back_and_issued_with_stock_and_khata() {
    let mut shop = Shop::open().await;
    let answer = shop.says("Rahul ko 2 milk aur 1 bread ka bill bana do").await;
    assert_eq!(
        (answer.intent, answer.state),
        (Intent::CreateInvoice, ReplyState::NeedsConfirmation)
    );
    assert_eq!(
        answer.text,
        "Rahul Sharma: 2 Milk ₹56, 1 Bread ₹40. Total ₹96. Bill pakka kar dun?"
    );
    assert!(matches!(&answer.result, TurnResult::Draft(draft) if draft.totals.total == rupees(96)));
    let clarify = answer.clarify.unwrap();
    assert_eq!(clarify.kind, ClarifyKind::Confirm);
    assert!(clarify.preview.unwrap().draft.is_some());
    assert_eq!(shop.balance("Rahul Sharma"), Money::ZERO);

    let answer = shop.says("haan").await;
    assert_eq!(
        (answer.intent, answer.about),
        (Intent::Affirm, Intent::CreateInvoice)
    );
    let TurnResult::Invoice { invoice, balance } = &answer.result else {
        panic!("{answer:?}")
    };
    assert_eq!((invoice.totals.total, *balance), (rupees(96), rupees(96)));
    assert_eq!(shop.balance("Rahul Sharma"), rupees(96));
    assert_eq!(shop.stock("Milk"), Quantity::from_whole(8).unwrap());
    assert_eq!(
        shop.store
            .queries()
            .ledger
            .postings_sum(shop.caller.tenant)
            .await
            .unwrap(),
        Money::ZERO
    );

    let answer = shop.says("galti ho gayi wapas lo").await;
    assert!(matches!(&answer.result, TurnResult::Undone { entries, .. } if entries.len() == 1));
    assert_eq!(shop.balance("Rahul Sharma"), Money::ZERO);
    assert_eq!(shop.stock("Milk"), Quantity::from_whole(10).unwrap());
}

#[tokio::test]
async fn two_rameshes_are_asked_about_and_chosen_by_voice_or_button() {
    for by_button in [false, true] {
        let mut shop = Shop::open().await;
        let answer = shop.says("Ramesh ko 2 milk ka bill bana do").await;
        assert_eq!(answer.state, ReplyState::NeedsChoice);
        let options = answer.clarify.unwrap().options;
        let landmarks: Vec<_> = options
            .iter()
            .map(|option| match &option.value {
                TurnChoice::Customer(customer) => customer.landmark.clone().unwrap(),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(landmarks.len(), 2);
        let answer = if by_button {
            shop.take(TurnInput::Chose(2), None).await.unwrap()
        } else {
            shop.says("doosra wala").await
        };
        assert_eq!(answer.state, ReplyState::NeedsConfirmation);
        let TurnResult::Draft(draft) = &answer.result else {
            panic!("{answer:?}")
        };
        let chosen = shop
            .store
            .queries()
            .customers
            .find(shop.caller.tenant, draft.customer.unwrap())
            .await;
        assert_eq!(chosen.unwrap().unwrap().landmark.unwrap().as_str(), landmarks[1]);
    }
}

#[tokio::test]
async fn a_payment_is_booked_at_once_and_taken_back_by_its_token() {
    let mut shop = Shop::open().await;
    let answer = shop.says("Suresh ne 500 UPI kiya").await;
    assert_eq!(answer.state, ReplyState::Done, "{answer:?}");
    assert!(matches!(&answer.result, TurnResult::Payment { balance, .. } if *balance == rupees(-500)));
    let undo = answer.undo.unwrap();
    shop.session = None;
    let answer = shop.take(TurnInput::TookBack(undo), None).await.unwrap();
    assert!(matches!(
        &answer.result,
        TurnResult::Undone {
            intent: Intent::AddPayment,
            ..
        }
    ));
    assert_eq!(shop.balance("Suresh"), Money::ZERO);
    assert_eq!(
        shop.take(TurnInput::TookBack(undo), None).await,
        Err(TurnRefused::UndoExpired)
    );
}

#[tokio::test]
async fn the_same_turn_is_one_turn_with_one_answer() {
    let mut shop = Shop::open().await;
    shop.converse().await;
    let said = || TurnInput::Said {
        text: "Suresh ne 500 diye".to_owned(),
        locally: false,
    };
    let first = shop.take(said(), Some("t1")).await.unwrap();
    shop.clock.advance(TimeDelta::seconds(30));
    let again = shop.take(said(), Some("t1")).await.unwrap();
    assert_eq!(first, again);
    assert_eq!(shop.balance("Suresh"), rupees(-500));
    shop.take(said(), Some("t2")).await.unwrap();
    assert_eq!(shop.balance("Suresh"), rupees(-1000));
}

#[tokio::test]
async fn one_yes_pressed_by_many_fingers_books_once() {
    let mut shop = Shop::open().await;
    let asked = shop.says("Suresh ne 9000 diye").await;
    assert_eq!(asked.state, ReplyState::NeedsConfirmation, "{asked:?}");
    let token = asked.clarify.unwrap().token;
    let press = TakeTurn {
        session: shop.session,
        name: None,
        language: None,
        input: TurnInput::Answered { accept: true, token },
    };
    let shop = Arc::new(shop);
    let mut fingers = Vec::new();
    for _ in 0..8 {
        let (shop, press) = (Arc::clone(&shop), press.clone());
        fingers.push(tokio::spawn(
            async move { press.run(&shop.cases, &shop.caller).await },
        ));
    }
    let mut done = 0;
    for finger in fingers {
        match finger.await.unwrap() {
            Ok(Taken { answer, .. }) => {
                assert_eq!(answer.state, ReplyState::Done);
                done += 1;
            }
            Err(TurnRefused::ClarifyExpired | TurnRefused::Busy) => {}
            Err(other) => panic!("{other:?}"),
        }
    }
    assert!(done >= 1);
    assert_eq!(shop.balance("Suresh"), rupees(-9000));
}

#[tokio::test]
async fn a_question_of_one_session_is_no_question_of_another() {
    let mut shop = Shop::open().await;
    let asked = shop.says("Suresh ne 9000 diye").await;
    let token = asked.clarify.unwrap().token;
    shop.converse().await;
    let foreign = shop.take(TurnInput::Answered { accept: true, token }, None).await;
    assert_eq!(foreign, Err(TurnRefused::ClarifyUnknown));
    assert_eq!(shop.balance("Suresh"), Money::ZERO);
}

#[tokio::test]
async fn a_session_belongs_to_one_person() {
    let mut shop = Shop::open().await;
    shop.says("Suresh ka balance batao").await;
    let ids = CountingIds::starting(900_000);
    let other = builders::an_owner(&ids, shop.caller.tenant);
    shop.caller = builders::an_owner_calling(shop.caller.tenant, other.id);
    let taken = shop
        .take(
            TurnInput::Said {
                text: "haan".to_owned(),
                locally: false,
            },
            None,
        )
        .await;
    assert_eq!(taken, Err(TurnRefused::UnknownSession));
}

#[tokio::test]
async fn a_spoken_command_needs_the_right_of_its_twin() {
    let mut shop = Shop::open().await;
    let (tenant, user) = (shop.caller.tenant, shop.caller.user);
    shop.caller = builders::a_caller_with("customers:read, ledger:read, voice:use", tenant, user);
    let before = shop.store.dump()["entries"].clone();
    let answer = shop.says("Suresh ne 500 diye").await;
    assert_eq!(answer.state, ReplyState::Failed);
    assert_eq!(
        answer.result,
        TurnResult::Refused {
            code: "forbidden".to_owned()
        }
    );
    assert_eq!(shop.says("Suresh ka balance batao").await.state, ReplyState::Done);
    assert_eq!(shop.store.dump()["entries"], before);
    shop.caller = builders::a_caller_with("payments:*, customers:read", tenant, user);
    let refused = shop.take(
        TurnInput::Said {
            text: "Suresh ne 500 diye".to_owned(),
            locally: false,
        },
        None,
    );
    assert!(matches!(refused.await, Err(TurnRefused::Forbidden(_))));
}

#[tokio::test]
async fn an_unknown_product_is_made_with_the_bill_and_not_before() {
    let mut shop = Shop::open().await;
    let answer = shop.says("Rahul ko 2 dragonfruit ka bill bana do").await;
    assert_eq!(
        answer.clarify.unwrap().missing,
        [Missing::Price],
        "{}",
        answer.text
    );
    let answer = shop.says("80 rupaye").await;
    assert_eq!(answer.state, ReplyState::NeedsConfirmation, "{}", answer.text);
    let names = |shop: &Shop| shop.store.dump()["products"].to_string().contains("ragonfruit");
    assert!(!names(&shop));
    let answer = shop.says("haan").await;
    assert_eq!(answer.state, ReplyState::Done, "{answer:?}");
    assert!(names(&shop));
    assert_eq!(shop.balance("Rahul Sharma"), rupees(160));
}

#[tokio::test]
async fn out_of_stock_is_said_and_then_refused() {
    let mut shop = Shop::open().await;
    let answer = shop.says("Rahul ko 11 milk ka bill bana do").await;
    assert!(answer.text.contains("Milk sirf 10 bacha hai."), "{}", answer.text);
    let answer = shop.says("haan").await;
    assert_eq!(
        answer.result,
        TurnResult::Refused {
            code: "out_of_stock".to_owned()
        }
    );
    assert_eq!(shop.balance("Rahul Sharma"), Money::ZERO);
}

#[tokio::test]
async fn a_draft_that_another_session_changed_is_read_back_again() {
    let mut shop = Shop::open().await;
    shop.says("Rahul ko 2 milk ka bill bana do").await;
    let mine = shop.session.take();
    let changed = shop.says("Rahul ke bill mein milk 5 kar do").await;
    assert_eq!(changed.intent, Intent::EditDraft, "{changed:?}");
    shop.session = mine;
    let answer = shop.says("haan").await;
    assert_eq!(answer.state, ReplyState::NeedsConfirmation, "{answer:?}");
    assert!(answer.text.contains("5 Milk"), "{}", answer.text);
    assert_eq!(shop.balance("Rahul Sharma"), Money::ZERO);
    shop.says("haan").await;
    assert_eq!(shop.balance("Rahul Sharma"), rupees(140));
}

#[tokio::test]
async fn the_answer_is_said_again_with_what_it_showed() {
    let mut shop = Shop::open().await;
    let first = shop.says("Suresh ne 500 diye").await;
    let again = shop.says("phir se bolo").await;
    assert_eq!((again.text, again.result), (first.text, first.result));
    assert_eq!(shop.balance("Suresh"), rupees(-500));
}

#[tokio::test]
async fn words_that_make_no_command_are_asked_again() {
    let mut shop = Shop::open().await;
    let answer = shop.says("aaj mausam achha hai").await;
    assert_eq!(
        (answer.state, answer.result),
        (ReplyState::Failed, TurnResult::NotUnderstood)
    );
    let long = "a".repeat(5_000);
    assert_eq!(shop.says(&long).await.result, TurnResult::NotUnderstood);
}

#[tokio::test]
async fn the_language_is_set_for_the_conversation() {
    let mut shop = Shop::open().await;
    let session = shop.converse().await;
    let set = SetLanguage {
        session,
        language: Some(Language::English),
    };
    let set = shop.cases.perform(&shop.caller, &set, None).await.unwrap();
    assert_eq!(set.value, Language::English);
    let answer = shop.says("Suresh ka balance batao").await;
    assert_eq!(answer.text, "Suresh owes nothing.");
    assert_eq!(
        shop.says("Suresh ne 500 diye").await.speakable(),
        "five hundred rupees received from Suresh in cash. Advance five hundred rupees."
    );
}

/// The k-th call of the store fails, for every k: neither effect nor turn nor session stays of a turn that was refused, and the
/// same turn, tried again, is booked once.
#[tokio::test]
async fn a_store_that_fails_anywhere_books_once_or_not_at_all() {
    for error in [StoreError::Unavailable, StoreError::Busy] {
        for text in [
            "Suresh ne 500 diye",
            "naya customer Neha banao aur Neha ko 200 udhaar do",
        ] {
            for k in 1.. {
                let mut shop = Shop::open().await;
                shop.converse().await;
                let faulty = FaultyBooks::new(shop.books(), k, error.clone());
                let whole = {
                    let over = shop.over(Arc::new(faulty.clone()));
                    std::mem::replace(&mut shop.cases, over)
                };
                let before = shop.everything();
                let first = shop.take(said(text), Some("t1")).await;
                shop.cases = whole;
                let answer = match first {
                    Ok(answer) => answer,
                    Err(TurnRefused::Store(_) | TurnRefused::Busy | TurnRefused::InProgress) => {
                        assert_eq!(shop.everything(), before, "call {k}: {:?}", faulty.journal());
                        shop.take(said(text), Some("t1")).await.unwrap()
                    }
                    Err(other) => panic!("{other:?}"),
                };
                assert_eq!(answer.state, ReplyState::Done, "{answer:?}");
                let after = shop.everything();
                assert_eq!(
                    answer,
                    shop.take(said(text), Some("t1")).await.unwrap(),
                    "call {k}"
                );
                assert_eq!(shop.everything(), after, "call {k}");
                let (turns, entries) = (&after.0["turns"], &after.0["entries"]);
                assert_eq!(
                    (turns.as_array().unwrap().len(), entries.as_array().unwrap().len()),
                    (1, 1)
                );
                assert!(!faulty.misused(), "call {k}");
                if !faulty.fired() {
                    assert!(k > 5, "a turn that books makes more than {k} calls");
                    break;
                }
            }
        }
    }
}

#[tokio::test]
async fn a_turn_is_one_unit_that_reads_what_it_wrote() {
    let mut shop = Shop::open().await;
    let answer = shop
        .says("naya customer Neha banao aur Neha ko 200 udhaar do")
        .await;
    assert_eq!(answer.state, ReplyState::Done, "{answer:?}");
    assert_eq!(shop.balance("Neha"), rupees(200));
    let answer = shop.says("Suresh ne 500 diye aur Suresh ka balance batao").await;
    let TurnResult::Several(results) = &answer.result else {
        panic!("{answer:?}")
    };
    assert!(
        matches!(&results[1], TurnResult::Balance(owed) if owed.balance == rupees(-500)),
        "{results:?}"
    );
    assert_eq!(answer.commands, [Intent::AddPayment, Intent::FetchBalance]);
}

#[tokio::test]
async fn what_is_refused_in_a_breath_leaves_the_rest_done() {
    let mut shop = Shop::open().await;
    let (tenant, user) = (shop.caller.tenant, shop.caller.user);
    shop.caller = builders::a_caller_with("customers:read, payments:create, voice:use", tenant, user);
    let answer = shop
        .says("Suresh ne 500 diye aur Rahul ko 2 milk ka bill bana do")
        .await;
    let TurnResult::Several(results) = &answer.result else {
        panic!("{answer:?}")
    };
    assert!(matches!(results[0], TurnResult::Payment { .. }), "{results:?}");
    assert!(matches!(results[1], TurnResult::Refused { .. }), "{results:?}");
    assert_eq!(shop.balance("Suresh"), rupees(-500));
    shop.rows().assert_sound();
}

fn said(text: &str) -> TurnInput {
    TurnInput::Said {
        text: text.to_owned(),
        locally: false,
    }
}

/// Somebody with the owner's credential and fewer rights.
fn narrowed(shop: &Shop, rights: &str) -> Caller {
    Caller {
        credential: shop.caller.credential.clone(),
        ..builders::a_caller_with(rights, shop.caller.tenant, shop.caller.user)
    }
}

#[tokio::test]
async fn an_answer_is_given_again_only_to_who_had_the_right_to_it() {
    let mut shop = Shop::open().await;
    shop.converse().await;
    let balance = "Suresh ka balance batao";
    let first = shop.take(said(balance), Some("t1")).await.unwrap();
    let owner = shop.caller.clone();
    shop.caller = narrowed(&shop, "voice:use");
    let before = shop.everything();
    for (text, name) in [(balance, Some("t1")), ("phir se bolo", None)] {
        let refused = shop.take(said(text), name).await;
        assert!(matches!(refused, Err(TurnRefused::Forbidden(_))), "{refused:?}");
    }
    assert_eq!(shop.everything(), before);
    shop.caller = owner;
    assert_eq!(shop.take(said(balance), Some("t1")).await, Ok(first.clone()));
    assert_eq!(shop.says("phir se bolo").await.text, first.text);
}

#[tokio::test]
async fn a_question_that_was_tried_without_the_right_stays_open() {
    for rights in ["voice:use", "voice:use, customers:read, ledger:read"] {
        let mut shop = Shop::open().await;
        let token = shop.says("Suresh ne 9000 diye").await.clarify.unwrap().token;
        let owner = shop.caller.clone();
        shop.caller = narrowed(&shop, rights);
        let press = |accept| TurnInput::Answered {
            accept,
            token: token.clone(),
        };
        for input in [
            said("haan"),
            press(true),
            said("Suresh ne 7000 diye"),
            said("kuch nahi samjha"),
        ] {
            match shop.take(input.clone(), None).await {
                Ok(answer) => assert_eq!(answer.state, ReplyState::Failed, "{input:?}: {answer:?}"),
                Err(refused) => assert!(matches!(refused, TurnRefused::Forbidden(_)), "{refused:?}"),
            }
            assert_eq!(shop.balance("Suresh"), Money::ZERO);
        }
        shop.caller = owner;
        let answer = shop.take(press(true), None).await.unwrap();
        assert_eq!(answer.state, ReplyState::Done, "{answer:?}");
        assert_eq!(shop.balance("Suresh"), rupees(-9000));
    }
}

#[tokio::test]
async fn the_same_key_with_other_words_is_refused() {
    let shop = Shop::open().await;
    let turn = |text: &str| TakeTurn {
        session: None,
        name: Some(TurnName::OfRequest(crate::world::key("k1", text))),
        language: None,
        input: said(text),
    };
    let first = turn("Suresh ne 500 diye")
        .run(&shop.cases, &shop.caller)
        .await
        .unwrap();
    let again = turn("Suresh ne 500 diye")
        .run(&shop.cases, &shop.caller)
        .await
        .unwrap();
    assert_eq!((again.replayed, again.answer), (true, first.answer));
    let other = turn("Suresh ne 600 diye").run(&shop.cases, &shop.caller).await;
    assert_eq!(other, Err(TurnRefused::KeyReused));
    assert_eq!(shop.balance("Suresh"), rupees(-500));
}
