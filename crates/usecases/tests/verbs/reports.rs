//! What the books come to, asked by voice: for those who may read it, of their shop, and never what was taken back.

use crate::world::{Shop, rupees};
use execora_kernel::Money;
use execora_ledger::{EntryKind, PaymentMode};
use execora_testkit::builders;
use execora_usecases::reports::{Statement, Summary};
use execora_usecases::turn::{TurnAnswer, TurnResult};
use execora_voice_intent::dialogue::ReplyState;

fn summary(answer: &TurnAnswer) -> &Summary {
    match &answer.result {
        TurnResult::Summary(summary) => summary,
        other => panic!("{other:?}"),
    }
}

fn statement(answer: &TurnAnswer) -> &Statement {
    match &answer.result {
        TurnResult::Statement(statement) => statement,
        other => panic!("{other:?}"),
    }
}

fn refused(code: &str) -> TurnResult {
    TurnResult::Refused {
        code: code.to_owned(),
    }
}

#[tokio::test]
async fn a_summary_and_a_statement_agree_with_the_books() {
    let mut shop = Shop::open().await;
    shop.says("Suresh ko 2 milk ka bill bana do").await;
    shop.says("haan").await;
    shop.says("Suresh ne 20 UPI kiya").await;
    shop.says("Suresh ke khate mein 100 likh do").await;
    shop.says("Rahul ne 500 diye").await;
    shop.says("wapas lo").await;
    let answer = shop.says("aaj kitna sale hua").await;
    let day = summary(&answer);
    assert_eq!(
        (day.sales, day.invoices, day.credit),
        (rupees(56), 1, rupees(100))
    );
    assert_eq!(day.collections, [(PaymentMode::Upi, rupees(20))]);
    let answer = shop.says("Suresh ka poora hisaab dikhao").await;
    let account = statement(&answer);
    assert_eq!((account.opening, account.closing), (Money::ZERO, rupees(136)));
    assert_eq!(account.closing, shop.balance("Suresh"));
    let kinds: Vec<EntryKind> = account.rows.iter().map(|row| row.kind).collect();
    assert_eq!(kinds, [EntryKind::Invoice, EntryKind::Payment, EntryKind::Credit]);
    let number = account.rows[0].document_number.as_deref();
    assert_eq!(number, Some(shop.rows().invoices[0].number.as_str()));
    assert_eq!(account.rows[2].running, account.closing);
    let again = shop.says("phir se bolo").await;
    assert_eq!(again.result, answer.result);
}

#[tokio::test]
async fn each_of_several_questions_shows_its_own_account() {
    let mut shop = Shop::open().await;
    shop.says("Suresh ne 500 diye").await;
    let text = "Suresh ka poora khata dikhao aur Rahul ka poora khata dikhao";
    let answer = shop.says(text).await;
    let TurnResult::Several(results) = &answer.result else {
        panic!("{answer:?}")
    };
    let rows: Vec<usize> = results
        .iter()
        .map(|result| match result {
            TurnResult::Statement(statement) => statement.rows.len(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(rows, [1, 0]);
}

#[tokio::test]
async fn what_the_books_come_to_needs_the_right_to_read_it() {
    let mut shop = Shop::open().await;
    let (tenant, user) = (shop.caller.tenant, shop.caller.user);
    shop.caller = builders::a_caller_with("customers:read, ledger:read, voice:use", tenant, user);
    let answer = shop.says("aaj kitna sale hua").await;
    assert_eq!(answer.result, refused("forbidden"));
    let answer = shop.says("Suresh ka poora khata dikhao").await;
    assert_eq!(answer.state, ReplyState::Done, "{}", answer.text);
    shop.caller = builders::a_caller_with("customers:read, reports:read, voice:use", tenant, user);
    let answer = shop.says("Suresh ka poora khata dikhao").await;
    assert_eq!(answer.result, refused("forbidden"));
    assert_eq!(shop.says("aaj kitna sale hua").await.state, ReplyState::Done);
}

#[tokio::test]
async fn what_cannot_leave_the_shop_yet_is_said_before_anything_is_asked() {
    let mut shop = Shop::open().await;
    shop.says("Suresh ko 2 milk ka bill bana do").await;
    shop.says("haan").await;
    for text in [
        "Suresh ka bill email kar do",
        "Ramesh ka bill WhatsApp pe bhej do",
        "Suresh ki statement whatsapp pe bhejo",
        "recording shuru karo",
        "recording band karo",
    ] {
        let answer = shop.says(text).await;
        assert_eq!(answer.result, refused("not_possible"), "{text}");
        assert!(answer.clarify.is_none(), "{text}");
    }
}

#[tokio::test]
async fn an_email_is_written_down_on_a_yes_to_it_by_those_who_may() {
    let mut shop = Shop::open().await;
    shop.says("Suresh ka balance batao").await;
    let answer = shop.says("suresh at gmail dot com").await;
    assert_eq!(answer.state, ReplyState::NeedsConfirmation, "{}", answer.text);
    let answer = shop.says("haan").await;
    assert!(matches!(&answer.result, TurnResult::Customer(one) if one.email.is_some()));
    assert!(answer.undo.is_some());
    let (tenant, user) = (shop.caller.tenant, shop.caller.user);
    shop.caller = builders::a_caller_with("customers:read, ledger:read, voice:use", tenant, user);
    shop.says("suresh dot k at gmail dot com").await;
    let answer = shop.says("haan").await;
    assert_eq!(answer.result, refused("forbidden"));
}
