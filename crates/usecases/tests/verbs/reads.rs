//! What every read keeps: its right, its narrowing, and its shop.

use crate::world::{Shop, bill, draft, item, nobody, pays};
use execora_customer::CustomerFilter;
use execora_inventory::ProductFilter;
use execora_invoice::{Draft, Invoice, InvoiceFilter};
use execora_kernel::{
    CustomerId, DraftId, InvoiceId, Page, PageRequest, ProductId, Right, caller::Forbidden,
};
use execora_usecases::Refusal;
use execora_usecases::reads::Read;
use execora_usecases::reads::bills::{FindDraft, FindInvoice, ListDrafts, ListInvoices, SeeOpenDrafts};
use execora_usecases::reads::customers::{FindCustomer, ListCustomers, ReadBalance, SearchCustomers};
use execora_usecases::reads::ledger::{ListEntries, ListPayments};
use execora_usecases::reads::products::{FindProduct, ListProducts};
use execora_usecases::reads::sessions::{FindSession, ListSessions, OwnSession};
use execora_usecases::reads::shop::{NamesToHear, SpokenNames};
use std::fmt::Debug;

/// What somebody who may look at one customer alone gets.
enum Narrowed {
    /// It is about this customer: who may look at him gets it, who may look at another does not.
    To(CustomerId),
    /// It is about no customer: nobody so narrowed gets it.
    Nobody,
}

/// Checks a read: `empty` tells an answer in which nothing of the shop stands.
async fn keeps_manners<R>(shop: &Shop, read: &R, narrowed: Narrowed, empty: impl Fn(&R::Output) -> bool)
where
    R: Read,
    R::Output: Debug,
{
    let refused = Refusal::Forbidden(Forbidden(R::RIGHT));
    let others = Right::ALL.iter().copied().filter(|right| *right != R::RIGHT);
    let without = shop.cases.read(&shop.with_rights(others), read).await;
    assert_eq!(without.err(), Some(refused.clone()), "without its right");
    let with = shop.cases.read(&shop.with_rights([R::RIGHT]), read).await;
    assert!(with.is_ok_and(|answer| !empty(&answer)), "with its right alone");
    // Another shop's is as unknown as what never was.
    match shop.cases.read(&shop.neighbour, read).await {
        Ok(answer) => assert!(empty(&answer), "{answer:?} was told to another shop"),
        Err(refusal) => assert_eq!(refusal, Refusal::NotFound),
    }
    let stranger = CustomerId::new(shop.caller.user.uuid());
    let kept_from = shop.cases.read(&shop.limited_to(stranger), read).await;
    assert_eq!(kept_from.err(), Some(refused.clone()), "for another customer");
    if let Narrowed::To(customer) = narrowed {
        let told = shop.cases.read(&shop.limited_to(customer), read).await;
        assert!(told.is_ok_and(|answer| !empty(&answer)), "for this customer");
    }
}

fn no_page<T>(page: &Page<T>) -> bool {
    page.items.is_empty()
}

fn never<T>(_: &T) -> bool {
    false
}

fn page() -> PageRequest {
    PageRequest::first(10)
}

/// A shop with a bill, a draft and a payment of Suresh.
async fn busy() -> (Shop, CustomerId, Invoice, Draft) {
    let shop = Shop::open().await;
    let (suresh, milk) = (shop.customer("Suresh"), shop.product("Milk"));
    let issued = shop.done(&bill(suresh, vec![item(milk, 1)])).await.invoice;
    let open = shop.done(&draft(suresh, vec![item(milk, 1)])).await;
    shop.done(&pays(suresh, 5)).await;
    (shop, suresh, issued, open)
}

#[tokio::test]
async fn reads_of_customers_keep_manners() {
    let (shop, suresh, ..) = busy().await;
    let all = ListCustomers {
        filter: CustomerFilter::default(),
        page: page(),
    };
    keeps_manners(&shop, &all, Narrowed::Nobody, no_page).await;
    keeps_manners(&shop, &FindCustomer(suresh), Narrowed::To(suresh), never).await;
    keeps_manners(&shop, &ReadBalance(suresh), Narrowed::To(suresh), never).await;
    let heard = SearchCustomers {
        heard: "Suresh".to_owned(),
        limit: 5,
    };
    keeps_manners(&shop, &heard, Narrowed::Nobody, Vec::is_empty).await;
    let unknown = FindCustomer(CustomerId::new(nobody(suresh)));
    assert_eq!(
        shop.cases.read(&shop.caller, &unknown).await.err(),
        Some(Refusal::NotFound)
    );
}

#[tokio::test]
async fn reads_of_products_keep_manners() {
    let (shop, suresh, ..) = busy().await;
    let all = ListProducts {
        filter: ProductFilter::default(),
        page: page(),
    };
    keeps_manners(&shop, &all, Narrowed::Nobody, no_page).await;
    let milk = FindProduct(shop.product("Milk"));
    keeps_manners(&shop, &milk, Narrowed::Nobody, never).await;
    let unknown = FindProduct(ProductId::new(nobody(suresh)));
    assert_eq!(
        shop.cases.read(&shop.caller, &unknown).await.err(),
        Some(Refusal::NotFound)
    );
}

#[tokio::test]
async fn reads_of_bills_keep_manners() {
    let (shop, suresh, issued, open) = busy().await;
    let drafts = ListDrafts {
        status: None,
        page: page(),
    };
    keeps_manners(&shop, &drafts, Narrowed::Nobody, no_page).await;
    keeps_manners(&shop, &FindDraft(open.id), Narrowed::To(suresh), never).await;
    let mut filter = InvoiceFilter::default();
    let every = ListInvoices {
        filter: filter.clone(),
        page: page(),
    };
    keeps_manners(&shop, &every, Narrowed::Nobody, no_page).await;
    filter.customer = Some(suresh);
    let his = ListInvoices { filter, page: page() };
    keeps_manners(&shop, &his, Narrowed::To(suresh), no_page).await;
    keeps_manners(&shop, &FindInvoice(issued.id), Narrowed::To(suresh), never).await;
    let unknown = FindInvoice(InvoiceId::new(nobody(suresh)));
    assert_eq!(
        shop.cases.read(&shop.caller, &unknown).await.err(),
        Some(Refusal::NotFound)
    );
    let unknown = FindDraft(DraftId::new(nobody(suresh)));
    assert_eq!(
        shop.cases.read(&shop.caller, &unknown).await.err(),
        Some(Refusal::NotFound)
    );
}

#[tokio::test]
async fn of_the_open_drafts_everybody_sees_his_own() {
    let (shop, suresh, _, open) = busy().await;
    let rahul = shop.customer("Rahul Sharma");
    shop.done(&draft(rahul, vec![item(shop.product("Milk"), 1)]))
        .await;
    let look = SeeOpenDrafts { limit: 10 };
    let seen = async |caller| shop.cases.read(&caller, &look).await.unwrap().len();
    assert_eq!(seen(shop.caller.clone()).await, 2);
    assert_eq!(seen(shop.with_rights([Right::INVOICES_READ])).await, 0);
    assert_eq!(seen(shop.neighbour.clone()).await, 0);
    let his = shop.cases.read(&shop.limited_to(suresh), &look).await.unwrap();
    assert_eq!(his, [open]);
}

#[tokio::test]
async fn reads_of_the_book_keep_manners() {
    let (shop, suresh, ..) = busy().await;
    let entries = ListEntries {
        customer: suresh,
        from: None,
        to: None,
        page: page(),
    };
    keeps_manners(&shop, &entries, Narrowed::To(suresh), no_page).await;
    let every = ListPayments {
        customer: None,
        page: page(),
    };
    keeps_manners(&shop, &every, Narrowed::Nobody, no_page).await;
    let his = ListPayments {
        customer: Some(suresh),
        page: page(),
    };
    keeps_manners(&shop, &his, Narrowed::To(suresh), no_page).await;
}

#[tokio::test]
async fn reads_of_conversations_keep_manners() {
    let mut shop = Shop::open().await;
    shop.says("Suresh ne 500 UPI kiya").await;
    let session = shop.session.unwrap();
    keeps_manners(&shop, &ListSessions { page: page() }, Narrowed::Nobody, no_page).await;
    let one = FindSession { session, turns: 10 };
    keeps_manners(&shop, &one, Narrowed::Nobody, never).await;
    keeps_manners(&shop, &OwnSession(session), Narrowed::Nobody, never).await;
    let names = NamesToHear {
        customers: 10,
        products: 10,
    };
    let none = |names: &SpokenNames| *names == SpokenNames::default();
    keeps_manners(&shop, &names, Narrowed::Nobody, none).await;
}
