//! A draft comes to what its lines say, and a confirmed one has become its bill.

use super::bills::come_to;
use super::difference::{DifferenceKind, Findings, count};
use super::{BooksView, DraftFacts, InvoiceStub, Moment, first, next};
use execora_kernel::{InvoiceId, StoreError};
use std::collections::BTreeMap;

pub(super) async fn check(
    view: &mut dyn BooksView,
    moment: &Moment,
    findings: &mut Findings,
) -> Result<(), StoreError> {
    let mut part = Some(first());
    while let Some(wanted) = part {
        let drafts = view.drafts(moment.tenant, wanted).await?;
        part = next(wanted, &drafts, |draft| draft.id.uuid());
        count(&mut findings.checked.drafts, drafts.len());
        let ids: Vec<InvoiceId> = drafts.iter().filter_map(|draft| draft.invoice).collect();
        let bills: BTreeMap<InvoiceId, InvoiceStub> = view
            .invoices_named(moment.tenant, &ids)
            .await?
            .into_iter()
            .map(|bill| (bill.id, bill))
            .collect();
        for draft in &drafts {
            adds_up(draft, findings);
            has_become_its_bill(draft, &bills, findings);
        }
    }
    Ok(())
}

fn adds_up(draft: &DraftFacts, findings: &mut Findings) {
    let (Some(lines), Some(discount), Some(totals)) = (&draft.lines, draft.discount, &draft.totals) else {
        findings.name(
            DifferenceKind::Draft,
            draft.id,
            "a draft that can be read",
            "damage",
        );
        return;
    };
    if !come_to(lines, discount, (draft.with_gst, draft.interstate), totals) {
        findings.name(
            DifferenceKind::Draft,
            draft.id,
            "what its lines come to",
            totals.total.paise(),
        );
    }
}

fn has_become_its_bill(
    draft: &DraftFacts,
    bills: &BTreeMap<InvoiceId, InvoiceStub>,
    findings: &mut Findings,
) {
    let bill = draft.invoice.and_then(|id| bills.get(&id));
    let fits = match (draft.confirmed, draft.invoice) {
        (true, Some(_)) => bill.is_some_and(|bill| bill.draft == Some(draft.id)),
        (false, None) => true,
        (true, None) | (false, Some(_)) => false,
    };
    if !fits {
        let expected = if draft.confirmed {
            "the bill that it became"
        } else {
            "no bill"
        };
        let found = draft
            .invoice
            .map_or_else(|| "none".to_owned(), |id| id.to_string());
        findings.name(DifferenceKind::Draft, draft.id, expected, found);
    }
}
