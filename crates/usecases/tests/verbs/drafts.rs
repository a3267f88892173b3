//! Drafts: what they come to, who may change them, and when they become bills.

use crate::manners::{Foreign, keeps_manners};
use crate::world::{Shop, TODAY, bill, draft, item, nobody, pieces, rupees, wanted};
use chrono::{Days, NaiveDate};
use execora_invoice::{Discount, Draft, DraftStatus};
use execora_kernel::{DraftId, Label, Money, Quantity, Right, Unit};
use execora_testkit::builders::label;
use execora_usecases::{
    Announcement, DiscardDraft, DraftChanges, DraftsReason, Expected, FieldCode, IssueDraft, ItemWanted,
    KeptIn, LineRefusal, ProductWanted, Refusal, RestoreDraft, SaveDraft, Subject, UpdateDraft,
};

fn changing(draft: &Draft, changes: DraftChanges) -> UpdateDraft {
    UpdateDraft {
        draft: draft.id,
        expected: Expected::Any,
        changes,
    }
}

fn discarding(draft: &Draft) -> DiscardDraft {
    DiscardDraft {
        draft: draft.id,
        expected: Expected::Any,
    }
}

fn restoring(draft: &Draft) -> RestoreDraft {
    RestoreDraft {
        draft: draft.id,
        expected: Expected::Any,
    }
}

fn issuing(draft: &Draft) -> IssueDraft {
    IssueDraft {
        draft: draft.id,
        expected: Expected::Any,
    }
}

/// Two milk and a bread for Suresh: ₹96.
async fn saved(shop: &Shop) -> Draft {
    let items = vec![item(shop.product("Milk"), 2), item(shop.product("Bread"), 1)];
    shop.done(&draft(shop.customer("Suresh"), items)).await
}

#[tokio::test]
async fn a_draft_is_written_down_by_those_who_may() {
    let foreign = Foreign::Refused(Refusal::UnknownCustomer);
    keeps_manners(&[Right::INVOICES_CREATE], foreign, async || {
        let shop = Shop::open().await;
        let verb = draft(shop.customer("Suresh"), vec![item(shop.product("Milk"), 2)]);
        (shop, verb)
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_changed_by_those_who_may() {
    let foreign = || Foreign::Refused(Refusal::NotFound);
    let rights = [Right::INVOICES_CREATE];
    keeps_manners(&rights, foreign(), async || {
        let shop = Shop::open().await;
        let draft = saved(&shop).await;
        let changes = DraftChanges {
            customer: Some(Some(shop.customer("Rahul Sharma"))),
            items: Some(vec![item(shop.product("Bread"), 3)]),
            ..DraftChanges::default()
        };
        (shop, changing(&draft, changes))
    })
    .await;
    keeps_manners(&rights, foreign(), async || {
        let shop = Shop::open().await;
        let draft = saved(&shop).await;
        (shop, discarding(&draft))
    })
    .await;
    keeps_manners(&rights, foreign(), async || {
        let shop = Shop::open().await;
        let draft = saved(&shop).await;
        shop.done(&discarding(&draft)).await;
        (shop, restoring(&draft))
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_issued_whole_or_not_at_all() {
    let foreign = Foreign::Refused(Refusal::NotFound);
    keeps_manners(&[Right::INVOICES_CREATE], foreign, async || {
        let shop = Shop::open().await;
        let mut items = vec![item(shop.product("Milk"), 2)];
        items.push(ItemWanted {
            price: Some(rupees(80)),
            ..wanted(ProductWanted::New(label("Dragonfruit")), 2)
        });
        let draft = shop.done(&draft(shop.customer("Suresh"), items)).await;
        (shop, issuing(&draft))
    })
    .await;
}

#[tokio::test]
async fn a_draft_moves_nothing_until_it_is_issued() {
    let shop = Shop::open().await;
    let draft = saved(&shop).await;
    let rows = shop.rows();
    assert_eq!(
        (rows.entries.len(), rows.invoices.len(), rows.movements.len()),
        (0, 0, 2)
    );
    assert_eq!(draft.totals.total, rupees(96));
    let issued = shop.done(&issuing(&draft)).await;
    assert_eq!(
        (issued.invoice.totals, issued.balance),
        (draft.totals, rupees(96))
    );
    assert_eq!((shop.stock("Milk"), shop.stock("Bread")), (pieces(8), pieces(9)));
    let stored = shop.rows().drafts.remove(0);
    assert_eq!(
        (stored.status, stored.invoice),
        (DraftStatus::Confirmed, Some(issued.invoice.id))
    );
}

#[tokio::test]
async fn a_change_keeps_what_it_does_not_name() {
    let shop = Shop::registered().await;
    let (milk, bread) = (shop.product("Milk"), shop.product("Bread"));
    let before = SaveDraft {
        discount: Discount::Amount(rupees(6)),
        notes: Some(label("for the temple")),
        date: TODAY.checked_sub_days(Days::new(1)),
        ..draft(shop.customer("Suresh"), vec![item(milk, 2), item(bread, 1)])
    };
    let mut kept = shop.done(&before).await;
    assert_eq!((kept.with_gst, kept.totals.total), (true, rupees(90)));
    type Step = (DraftChanges, fn(&mut Draft));
    let steps: Vec<Step> = vec![
        (DraftChanges::default(), |_| {}),
        (
            DraftChanges {
                notes: Some(None),
                ..DraftChanges::default()
            },
            |draft| draft.notes = None,
        ),
        (
            DraftChanges {
                date: Some(None),
                ..DraftChanges::default()
            },
            |draft| draft.date = None,
        ),
        (
            DraftChanges {
                customer: Some(None),
                ..DraftChanges::default()
            },
            |draft| draft.customer = None,
        ),
    ];
    for (changes, change) in steps {
        let changed = shop.done(&changing(&kept, changes)).await;
        change(&mut kept);
        kept.version += 1;
        assert_eq!(changed, kept);
    }
    let changes = DraftChanges {
        items: Some(vec![item(bread, 3)]),
        with_gst: Some(Some(false)),
        discount: Some(Discount::None),
        ..DraftChanges::default()
    };
    let changed = shop.done(&changing(&kept, changes)).await;
    assert_eq!((changed.lines.len(), changed.totals.total), (1, rupees(120)));
    assert_eq!((changed.with_gst, changed.totals.cgst), (false, Money::ZERO));
    let unsaid = DraftChanges {
        with_gst: Some(None),
        ..DraftChanges::default()
    };
    assert!(shop.done(&changing(&kept, unsaid)).await.with_gst);
}

#[tokio::test]
async fn a_draft_shows_the_tax_of_the_day_that_it_is_moved_to() {
    let shop = Shop::registered().await;
    let raised = UpdateRates {
        from: TODAY,
        rate_bp: 1_800,
    };
    raised.of(&shop, "Milk").await;
    let drafted = saved(&shop).await;
    let yesterday = DraftChanges {
        date: Some(TODAY.pred_opt()),
        ..DraftChanges::default()
    };
    let moved = shop.done(&changing(&drafted, yesterday)).await;
    assert_eq!((drafted.lines[0].rate_bp, moved.lines[0].rate_bp), (1_800, 500));
    let issued = shop.done(&issuing(&moved)).await.invoice;
    assert_eq!((issued.lines, issued.totals), (moved.lines, moved.totals));
}

/// A product's rate from a day on; before it 5 %.
struct UpdateRates {
    from: NaiveDate,
    rate_bp: u16,
}

impl UpdateRates {
    async fn of(&self, shop: &Shop, name: &str) {
        let rate = |rate_bp, from| execora_inventory::GstRate {
            rate_bp,
            cess_bp: 0,
            from,
        };
        let changes = execora_inventory::ProductChanges {
            gst_rates: Some(vec![rate(500, NaiveDate::MIN), rate(self.rate_bp, self.from)]),
            ..execora_inventory::ProductChanges::default()
        };
        let verb = execora_usecases::UpdateProduct {
            product: shop.product(name),
            expected: Expected::Any,
            changes,
        };
        shop.done(&verb).await;
    }
}

#[tokio::test]
async fn what_is_over_is_not_changed() {
    let shop = Shop::open().await;
    let (gone, issued, open) = (saved(&shop).await, saved(&shop).await, saved(&shop).await);
    shop.done(&discarding(&gone)).await;
    shop.done(&issuing(&issued)).await;
    let change = |draft| changing(draft, DraftChanges::default());
    assert_eq!(shop.refused(&change(&gone)).await, Refusal::AlreadyCancelled);
    assert_eq!(shop.refused(&discarding(&gone)).await, Refusal::AlreadyCancelled);
    assert_eq!(shop.refused(&issuing(&gone)).await, Refusal::AlreadyCancelled);
    assert_eq!(shop.refused(&change(&issued)).await, Refusal::AlreadyIssued);
    assert_eq!(shop.refused(&discarding(&issued)).await, Refusal::AlreadyIssued);
    assert_eq!(shop.refused(&restoring(&issued)).await, Refusal::AlreadyIssued);
    assert_eq!(shop.refused(&issuing(&issued)).await, Refusal::AlreadyIssued);
    let (draft, expected) = (open.id, Expected::Version(open.version + 1));
    let changes = DraftChanges::default();
    let stale = [
        shop.refused(&UpdateDraft {
            draft,
            expected,
            changes,
        })
        .await,
        shop.refused(&DiscardDraft { draft, expected }).await,
        shop.refused(&RestoreDraft { draft, expected }).await,
        shop.refused(&IssueDraft { draft, expected }).await,
    ];
    assert!(
        stale.iter().all(|refused| *refused == Refusal::VersionStale),
        "{stale:?}"
    );
    let restored = shop.done(&restoring(&gone)).await;
    assert_eq!(
        (restored.status, &restored.lines),
        (DraftStatus::Open, &gone.lines)
    );
    shop.done(&issuing(&gone)).await;
}

#[tokio::test]
async fn a_draft_is_issued_when_nothing_is_missing() {
    let shop = Shop::open().await;
    let (suresh, milk) = (shop.customer("Suresh"), shop.product("Milk"));
    let required = |subject| Refusal::of(subject, FieldCode::Required);
    let unpriced = wanted(ProductWanted::New(label("Dragonfruit")), 2);
    let for_nobody = SaveDraft {
        customer: None,
        ..draft(suresh, vec![item(milk, 1)])
    };
    for (verb, refusal) in [
        (for_nobody, required(Subject::Customer)),
        (draft(suresh, Vec::new()), required(Subject::Items)),
        (
            draft(suresh, vec![item(milk, 1), unpriced]),
            Refusal::line(1, LineRefusal::NotPriced),
        ),
        (
            draft(suresh, vec![item(milk, 5), item(milk, 6)]),
            Refusal::OutOfStock {
                product: milk,
                name: "Milk".to_owned(),
                left: pieces(10),
                unit: Unit::Piece,
            },
        ),
    ] {
        let draft = shop.done(&verb).await;
        assert_eq!(shop.refused(&issuing(&draft)).await, refusal);
    }
    let (draft, expected) = (DraftId::new(nobody(suresh)), Expected::Any);
    assert_eq!(
        shop.refused(&IssueDraft { draft, expected }).await,
        Refusal::NotFound
    );
}

#[tokio::test]
async fn a_product_named_on_two_bills_is_made_once() {
    let new = |name: &str| ItemWanted {
        price: Some(rupees(80)),
        ..wanted(ProductWanted::New(Label::parse(name).unwrap()), 2)
    };
    let shop = Shop::open().await;
    let suresh = shop.customer("Suresh");
    let first = shop
        .done(&draft(suresh, vec![new("Dragonfruit"), new("dragonfruit")]))
        .await;
    let second = shop.done(&draft(suresh, vec![new("Dragonfruit")])).await;
    assert_eq!(shop.done(&issuing(&first)).await.balance, rupees(320));
    assert_eq!(shop.rows().products.len(), 3);
    assert_eq!(shop.stock("Dragonfruit"), Quantity::ZERO);
    // By now the shop knows it, and has none left.
    let refused = shop.refused(&issuing(&second)).await;
    assert!(matches!(refused, Refusal::OutOfStock { .. }), "{refused:?}");
}

#[tokio::test]
async fn a_line_of_another_unit_than_its_product_is_not_issued() {
    let shop = Shop::open().await;
    let drafted = saved(&shop).await;
    let changes = execora_inventory::ProductChanges {
        unit: Some(Unit::Dozen),
        ..execora_inventory::ProductChanges::default()
    };
    let by_the_dozen = execora_usecases::UpdateProduct {
        product: shop.product("Bread"),
        expected: Expected::Any,
        changes,
    };
    shop.done(&by_the_dozen).await;
    let refused = shop.refused(&issuing(&drafted)).await;
    let why = LineRefusal::WrongUnit(KeptIn {
        product: "Bread".to_owned(),
        unit: Unit::Dozen,
    });
    assert_eq!(refused, Refusal::line(1, why));
}

#[tokio::test]
async fn whoever_is_limited_to_one_customer_moves_no_draft_to_another() {
    let shop = Shop::open().await;
    let (suresh, rahul) = (shop.customer("Suresh"), shop.customer("Rahul Sharma"));
    let drafted = saved(&shop).await;
    let to = |customer| {
        let changes = DraftChanges {
            customer: Some(customer),
            ..DraftChanges::default()
        };
        changing(&drafted, changes)
    };
    for (caller, verb) in [
        (shop.limited_to(suresh), to(Some(rahul))),
        (shop.limited_to(suresh), to(None)),
        (shop.limited_to(rahul), to(Some(rahul))),
    ] {
        let refused = shop.refused_to(&caller, &verb, None).await;
        assert!(matches!(refused, Refusal::Forbidden(_)), "{refused:?}");
    }
    let (caller, verb) = (shop.limited_to(suresh), to(Some(suresh)));
    assert!(shop.cases.perform(&caller, &verb, None).await.is_ok());
}

#[tokio::test]
async fn the_others_hear_of_every_change_of_a_draft() {
    let shop = Shop::open().await;
    let drafted = saved(&shop).await;
    shop.done(&changing(&drafted, DraftChanges::default())).await;
    shop.done(&discarding(&drafted)).await;
    shop.done(&restoring(&drafted)).await;
    shop.done(&issuing(&drafted)).await;
    shop.done(&bill(
        shop.customer("Suresh"),
        vec![item(shop.product("Milk"), 1)],
    ))
    .await;
    use DraftsReason::{Changed, Confirmed, Created, Discarded};
    let reasons = [Created, Changed, Discarded, Created, Confirmed];
    assert_eq!(shop.heard(), reasons.map(Announcement::Drafts));
}
