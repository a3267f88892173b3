//! Bills: read back, issued on a yes to exactly that, changed, discarded, cancelled.

use super::world::{Ended, World, billed, item, milk_and_bread, of, rupees};
use crate::dialogue::*;
use crate::understanding::{Amount, Intent, Item, Measure, Slots};

fn preview(world: &mut World) -> Reply {
    let reply = world.says(
        "Rahul ko 2 milk aur 1 bread ka bill bana do",
        Intent::CreateInvoice,
        milk_and_bread("Rahul"),
    );
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    reply
}

#[test]
fn a_bill_is_read_back_as_a_draft_and_issued_on_a_yes() {
    let mut world = World::new();
    let reply = preview(&mut world);
    assert_eq!(
        reply.text,
        "Rahul Sharma: 2 Milk ₹56, 1 Bread ₹40. Total ₹96. Bill pakka kar dun?"
    );
    assert_eq!(reply.shown, [Shown::Draft(world.drafts[0].id)]);
    let clarify = reply.clarify.unwrap();
    assert_eq!(clarify.kind, ClarifyKind::Confirm);
    assert!(clarify.options.is_empty());
    assert_eq!(clarify.preview.unwrap().amount, Some(rupees(96)));
    assert!(world.invoices.is_empty());

    let reply = world.yes();
    assert_eq!(reply.state, ReplyState::Done);
    assert_eq!(
        reply.text,
        "Rahul Sharma (Mandir) ka bill 1 ban gaya, ₹96. Ab ₹96 baaki."
    );
    assert_eq!(reply.shown, [Shown::Invoice(world.invoices[0].id)]);
    assert!(reply.undo.is_some());
    assert!(world.drafts.is_empty());
}

#[test]
fn a_second_yes_does_not_issue_a_second_bill() {
    let mut world = World::new();
    preview(&mut world);
    world.yes();
    let reply = world.yes();
    assert_eq!(reply.state, ReplyState::Failed);
    assert_eq!(world.invoices.len(), 1);
}

#[test]
fn a_yes_after_two_minutes_issues_nothing_and_reads_the_draft_back_again() {
    let mut world = World::new();
    preview(&mut world);
    world.wait(120);
    let reply = world.yes();
    assert!(world.invoices.is_empty());
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    world.wait(119);
    world.yes();
    assert_eq!(world.invoices.len(), 1);
}

#[test]
fn a_yes_by_button_needs_the_token_of_the_very_preview() {
    let mut world = World::new();
    let first = preview(&mut world).clarify.unwrap().token;
    let second = world
        .says(
            "Suresh ko 1 milk ka bill",
            Intent::CreateInvoice,
            billed("Suresh", vec![item("milk", 1)]),
        )
        .clarify
        .unwrap()
        .token;
    assert_ne!(first, second);
    let late = world.button(Event::Accepted {
        accept: true,
        token: first,
    });
    assert!(matches!(late, Ended::Void(Void::ClarifyExpired)));
    let foreign = world.button(Event::Accepted {
        accept: true,
        token: "ask_x".to_owned(),
    });
    assert!(matches!(foreign, Ended::Void(Void::ClarifyUnknown)));
    assert!(world.invoices.is_empty());
    world.button(Event::Accepted {
        accept: true,
        token: second,
    });
    assert_eq!(world.invoices[0].customer_name, "Suresh");
}

#[test]
fn a_yes_by_button_after_two_minutes_is_late() {
    let mut world = World::new();
    let token = preview(&mut world).clarify.unwrap().token;
    world.wait(121);
    let late = world.button(Event::Accepted { accept: true, token });
    assert!(matches!(late, Ended::Void(Void::ClarifyExpired)));
    assert!(world.invoices.is_empty());
}

#[test]
fn a_yes_with_a_but_is_none() {
    for words in [
        "haan ruko",
        "theek nahi hai",
        "haan nahi",
        "theek hai lekin thahro",
    ] {
        let mut world = World::new();
        preview(&mut world);
        let reply = world.says(words, Intent::Affirm, Slots::default());
        assert_eq!(reply.state, ReplyState::Failed, "{words}");
        assert!(world.invoices.is_empty(), "{words}");
        world.yes();
        assert_eq!(world.invoices.len(), 1, "the question stays open: {words}");
    }
}

#[test]
fn silence_and_noise_are_no_yes() {
    let mut world = World::new();
    preview(&mut world);
    for words in ["", "hmm", "achha suno"] {
        let reply = world.mutters(words);
        assert_eq!(
            (reply.state, reply.shown),
            (ReplyState::Failed, vec![Shown::NotUnderstood])
        );
    }
    assert!(world.invoices.is_empty());
}

#[test]
fn a_draft_that_changed_after_it_was_read_back_is_read_back_again() {
    let mut world = World::new();
    preview(&mut world);
    world.drafts[0].version += 1;
    world.drafts[0].total = rupees(500);
    let reply = world.yes();
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert!(reply.text.contains("₹500"), "{}", reply.text);
    assert!(world.invoices.is_empty());
    world.yes();
    assert_eq!(world.invoices.len(), 1);
}

#[test]
fn a_no_discards_the_draft_and_undo_brings_it_back() {
    let mut world = World::new();
    preview(&mut world);
    let reply = world.no();
    assert_eq!(reply.state, ReplyState::Done);
    assert!(world.drafts.is_empty());
    let reply = world.undo();
    assert_eq!(reply.text, "Wapas aa gaya: draft bill, Rahul Sharma, ₹96.");
    assert_eq!(world.drafts.len(), 1);
}

#[test]
fn a_new_acting_command_voids_the_preview_and_a_question_does_not() {
    let mut world = World::new();
    preview(&mut world);
    world.says("Suresh ka balance", Intent::FetchBalance, of("Suresh"));
    world.yes();
    assert_eq!(
        world.invoices.len(),
        1,
        "asking for a balance leaves the preview open"
    );

    preview(&mut world);
    world.says(
        "Suresh ne 50 diye",
        Intent::AddPayment,
        super::world::paid("Suresh", 50),
    );
    let reply = world.yes();
    assert_eq!(world.invoices.len(), 1);
    assert_eq!(
        reply.state,
        ReplyState::NeedsConfirmation,
        "the draft is read back instead"
    );
}

#[test]
fn a_bare_yes_with_several_drafts_asks_which() {
    let mut world = World::new();
    world.in_another_session(|shop| {
        preview(shop);
        shop.says(
            "Suresh ko milk",
            Intent::CreateInvoice,
            billed("Suresh", vec![item("milk", 1)]),
        );
    });
    let reply = world.yes();
    assert_eq!(reply.state, ReplyState::NeedsChoice);
    let clarify = reply.clarify.unwrap();
    assert_eq!((clarify.kind, clarify.options.len()), (ClarifyKind::Draft, 2));
    assert!(world.invoices.is_empty());
    world.mutters("Rahul wala");
    assert_eq!(world.invoices[0].customer_name, "Rahul Sharma");
}

#[test]
fn confirming_a_named_customers_bill_issues_it_from_any_session() {
    let mut world = World::new();
    world.in_another_session(|shop| {
        preview(shop);
    });
    let reply = world.says("Rahul ka bill confirm karo", Intent::ConfirmInvoice, of("Rahul"));
    assert_eq!(reply.state, ReplyState::Done);
    assert_eq!(world.invoices.len(), 1);
}

#[test]
fn what_the_local_recogniser_heard_is_confirmed_first() {
    let mut world = World::new();
    world.in_another_session(|shop| {
        preview(shop);
    });
    let reply = world.mumbles("Rahul ka bill confirm karo", Intent::ConfirmInvoice, of("Rahul"));
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert!(world.invoices.is_empty());
    world.mumbles("haan", Intent::Affirm, Slots::default());
    assert_eq!(world.invoices.len(), 1);
}

#[test]
fn sending_issues_at_once_only_when_nothing_is_in_doubt() {
    let send = |slots: Slots| Slots { send: true, ..slots };
    let mut world = World::new();
    let reply = world.says(
        "bill bana do aur bhej do",
        Intent::CreateInvoice,
        send(milk_and_bread("Rahul")),
    );
    assert_eq!(reply.state, ReplyState::Done);
    assert!(reply.text.ends_with("Customer ko bhej diya."), "{}", reply.text);

    let large = send(billed("Rahul", vec![item("television", 1)]));
    assert_eq!(
        world.says("…", Intent::CreateInvoice, large).state,
        ReplyState::NeedsConfirmation
    );
    let heard = world.mumbles("…", Intent::CreateInvoice, send(milk_and_bread("Rahul")));
    assert_eq!(heard.state, ReplyState::NeedsConfirmation);
    let unpriced = send(billed("Rahul", vec![item("saffron", 1)]));
    assert_eq!(
        world.says("…", Intent::CreateInvoice, unpriced).state,
        ReplyState::NeedsChoice
    );
    let unsure = world.says_at(
        "…",
        Intent::CreateInvoice,
        send(milk_and_bread("Rahul")),
        0.7,
        false,
    );
    assert_eq!(unsure.state, ReplyState::NeedsConfirmation);
    assert_eq!(world.invoices.len(), 1);
}

#[test]
fn a_missing_price_is_asked_for_and_the_bill_goes_on() {
    let mut world = World::new();
    let items = vec![item("saffron", 1), item("dragonfruit", 2)];
    let reply = world.says("Rahul ko saffron…", Intent::CreateInvoice, billed("Rahul", items));
    assert_eq!(reply.state, ReplyState::NeedsChoice);
    assert_eq!(reply.clarify.unwrap().missing, [Missing::Price]);
    assert_eq!(reply.text, "Saffron ka rate kya hai?");
    let reply = world.mutters("dhai sau rupaye");
    assert_eq!(
        reply.text,
        "dragonfruit list mein nahi hai, naya judega. Uska rate kya hai?"
    );
    let reply = world.mutters("100");
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert!(reply.text.contains("Total ₹450."), "{}", reply.text);
    assert!(
        world.drafts[0].lines[1].product.is_none(),
        "a preview makes no product"
    );
    world.yes();
    assert_eq!(world.invoices[0].total, rupees(450));
}

#[test]
fn an_amount_that_is_a_range_is_not_taken_for_a_price() {
    let mut world = World::new();
    world.says(
        "…",
        Intent::CreateInvoice,
        billed("Rahul", vec![item("saffron", 1)]),
    );
    for words in ["1.5.2", "-500", "pata nahi", "100 200"] {
        assert_eq!(world.mutters(words).state, ReplyState::Failed, "{words}");
    }
    assert_eq!(world.drafts[0].lines[0].price, None);
}

#[test]
fn a_price_of_zero_on_purpose_is_a_price() {
    let mut world = World::new();
    let free = Item {
        price: Some(Amount::from_paise(0)),
        ..item("saffron", 1)
    };
    let reply = world.says("…", Intent::CreateInvoice, billed("Rahul", vec![free]));
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert!(reply.text.contains("Total ₹0."));
}

#[test]
fn what_is_short_is_said_in_the_preview_and_refused_at_issue_with_what_is_left() {
    let mut world = World::new();
    let reply = world.says(
        "…",
        Intent::CreateInvoice,
        billed("Rahul", vec![item("milk", 11)]),
    );
    assert!(reply.text.contains("Milk sirf 10 bacha hai."), "{}", reply.text);
    assert!(
        !reply.text.contains('?'),
        "what cannot be is not offered: {}",
        reply.text
    );
    let reply = world.yes();
    assert_eq!(reply.state, ReplyState::Failed);
    assert_eq!(
        reply.text,
        "Milk sirf 10 bacha hai, isliye bill nahi bana; draft khula hai."
    );
    assert_eq!(reply.shown, [Shown::Refused("out_of_stock".to_owned())]);
    assert!(world.invoices.is_empty());
    assert_eq!(world.drafts.len(), 1);
}

#[test]
fn quantities_beyond_their_bounds_are_refused() {
    for milli in [0, -1000, 100_000_000] {
        let mut world = World::new();
        let odd = Item {
            quantity: Some(Measure::from_milli(milli)),
            ..item("milk", 1)
        };
        let reply = world.says("…", Intent::CreateInvoice, billed("Rahul", vec![odd]));
        assert_eq!(reply.state, ReplyState::Failed, "{milli}");
        assert!(world.done.is_empty());
    }
}

#[test]
fn items_that_were_not_said_are_asked_for() {
    let mut world = World::new();
    let reply = world.says("Rahul ka bill bana do", Intent::CreateInvoice, of("Rahul"));
    assert_eq!(reply.clarify.unwrap().missing, [Missing::Items]);
    let said = Slots {
        items: vec![item("milk", 2)],
        ..Slots::default()
    };
    let reply = world.says("2 milk", Intent::CreateInvoice, said);
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert_eq!(world.drafts[0].customer_name.as_deref(), Some("Rahul Sharma"));
}

#[test]
fn the_open_bill_is_changed_by_voice_and_the_old_yes_is_void() {
    let mut world = World::new();
    let token = preview(&mut world).clarify.unwrap().token;
    let change = Slots {
        items: vec![item("milk", 3)],
        remove: vec!["bread".to_owned()],
        ..Slots::default()
    };
    let reply = world.says("milk 3 kar do, bread hata do", Intent::EditDraft, change);
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert!(
        reply.text.starts_with("Rahul Sharma: 3 Milk ₹84. Total ₹84."),
        "{}",
        reply.text
    );
    let late = world.button(Event::Accepted { accept: true, token });
    assert!(matches!(late, Ended::Void(Void::ClarifyExpired)));
    let reply = world.undo();
    assert_eq!(reply.state, ReplyState::Done);
    assert_eq!(world.drafts[0].total, rupees(96));
}

#[test]
fn what_is_not_on_the_bill_cannot_be_taken_off() {
    let mut world = World::new();
    preview(&mut world);
    let change = Slots {
        remove: vec!["soap".to_owned()],
        ..Slots::default()
    };
    let reply = world.says("soap hata do", Intent::EditDraft, change);
    assert_ne!(reply.state, ReplyState::Done);
    assert_eq!(world.drafts[0].lines.len(), 2);
}

#[test]
fn one_open_draft_is_shown_with_its_question_and_several_are_listed() {
    let mut world = World::new();
    assert_eq!(
        world.says("…", Intent::ShowDraft, Slots::default()).text,
        "Koi draft bill nahi hai."
    );
    preview(&mut world);
    let reply = world.says("pending bill dikhao", Intent::ShowDraft, Slots::default());
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    world.says(
        "…",
        Intent::CreateInvoice,
        billed("Suresh", vec![item("milk", 1)]),
    );
    let reply = world.says("pending bill dikhao", Intent::ShowDraft, Slots::default());
    assert_eq!(
        (reply.state, reply.shown),
        (ReplyState::Done, vec![Shown::Drafts])
    );
}

#[test]
fn cancelling_needs_a_yes_and_says_what_cannot_be_taken_back() {
    let mut world = World::new();
    preview(&mut world);
    world.yes();
    let reply = world.says("Rahul ka bill cancel karo", Intent::CancelInvoice, of("Rahul"));
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert!(reply.text.contains("wapas nahi hoga"));
    assert!(!world.invoices[0].cancelled);
    world.yes();
    assert!(world.invoices[0].cancelled);
    let by_number = Slots {
        invoice_number: Some("1".to_owned()),
        ..Slots::default()
    };
    let reply = world.says("bill number 1 cancel karo", Intent::CancelInvoice, by_number);
    assert_eq!(reply.state, ReplyState::Failed, "not twice");
}

#[test]
fn cancelling_a_draft_discards_it_after_a_yes() {
    let mut world = World::new();
    preview(&mut world);
    let reply = world.says("bill cancel kar do", Intent::CancelInvoice, Slots::default());
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert_eq!(world.drafts.len(), 1);
    world.no();
    assert_eq!(world.drafts.len(), 1, "a no to cancelling cancels nothing");
    world.says("bill cancel kar do", Intent::CancelInvoice, Slots::default());
    world.yes();
    assert!(world.drafts.is_empty() && world.invoices.is_empty());
}

#[test]
fn all_drafts_are_discarded_on_one_yes_and_come_back_together() {
    let mut world = World::new();
    preview(&mut world);
    world.says(
        "…",
        Intent::CreateInvoice,
        billed("Suresh", vec![item("milk", 1)]),
    );
    let all = Slots {
        all: true,
        ..Slots::default()
    };
    let reply = world.says("saare pending bill cancel kar do", Intent::CancelInvoice, all);
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert_eq!(world.drafts.len(), 2);
    world.yes();
    assert!(world.drafts.is_empty());
    world.undo();
    assert_eq!(world.drafts.len(), 2);
}

#[test]
fn a_draft_that_changed_while_it_was_sent_is_read_back_first() {
    let mut world = World::new();
    world.changes_before_issue = true;
    let sent = Slots {
        send: true,
        ..billed("Suresh", vec![item("milk", 1)])
    };
    let reply = world.says(
        "Suresh ko 1 milk ka bill bana ke bhej do",
        Intent::CreateInvoice,
        sent,
    );
    assert_eq!(reply.state, ReplyState::NeedsConfirmation, "{}", reply.text);
    assert!(world.invoices.is_empty());
    world.yes();
    assert_eq!(world.invoices.len(), 1);
}
