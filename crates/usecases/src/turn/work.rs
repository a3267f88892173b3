//! One turn at work: who asks, in which shop, in which unit, and what was seen so far.

use crate::needs::{Needs, Noted};
use crate::perform::{Announcement, Place, ShopNames, UseCases, Verb};
use crate::ports::{Queries, UnitOfWork};
use crate::refusal::Refusal;
use crate::shop::Shop;
use crate::turn::facts;
use crate::turn::kept::Kept;
use chrono::{DateTime, Utc};
use execora_customer::Customer;
use execora_inventory::Product;
use execora_invoice::Draft;
use execora_kernel::{Caller, CustomerId, Right, SessionId, StoreError, TenantId};
use execora_voice_intent::dialogue;
use std::sync::Arc;

/// The most open drafts, bills or reminders that one look-up takes in.
pub(super) const LIST_MAX: u16 = 200;

/// One turn at work.
pub(super) struct Work<'a> {
    pub(super) cases: &'a UseCases,
    /// Who asks; every right that is used is noted.
    pub(super) caller: Caller,
    noted: Arc<Noted>,
    pub(super) shop: Shop,
    pub(super) session: SessionId,
    pub(super) now: DateTime<Utc>,
    /// The shop's names as they were when the turn began.
    pub(super) names: ShopNames,
    /// The one unit of the turn, from the first thing that changes something on.
    unit: Option<Box<dyn UnitOfWork>>,
    /// What is read: the books as they are committed, and from inside the unit once there is one.
    pub(super) reads: Queries,
    /// Something was done in the unit.
    pub(super) acted: bool,
    /// A right was missing.
    pub(super) forbidden: bool,
    /// What others hear of after the commit.
    pub(super) announcements: Vec<Announcement>,
    pub(super) kept: Kept,
}

impl<'a> Work<'a> {
    pub(super) fn new(
        cases: &'a UseCases,
        caller: &Caller,
        shop: Shop,
        session: SessionId,
        (now, names): (DateTime<Utc>, ShopNames),
    ) -> Self {
        let (caller, noted) = Noted::caller(caller);
        Self {
            cases,
            caller,
            noted,
            shop,
            session,
            now,
            names,
            unit: None,
            reads: cases.queries.clone(),
            acted: false,
            forbidden: false,
            announcements: Vec::new(),
            kept: Kept::default(),
        }
    }

    pub(super) fn tenant(&self) -> TenantId {
        self.caller.tenant
    }

    /// What the look-ups and verbs so far needed.
    pub(super) fn needs(&self) -> Needs {
        self.noted.needs()
    }

    /// Refuses unless the caller may do by voice what the same request over REST needs.
    pub(super) fn require(&self, right: Right, customer: Option<CustomerId>) -> Result<(), Refusal> {
        Ok(self.caller.require(right, customer, self.now)?)
    }

    /// Whether the unit is open.
    pub(super) fn is_open(&self) -> bool {
        self.unit.is_some()
    }

    /// Opens the unit; from here on everything is read from inside it.
    pub(super) async fn open(&mut self) -> Result<(), StoreError> {
        self.unit = Some(self.cases.begin().await?);
        self.look_anew();
        Ok(())
    }

    /// The unit, which is open.
    pub(super) fn unit(&mut self) -> Result<&mut (dyn UnitOfWork + 'static), StoreError> {
        self.unit.as_deref_mut().ok_or(StoreError::Corrupt {
            what: "a unit that was not opened",
        })
    }

    /// Reads what was written since.
    pub(super) fn look_anew(&mut self) {
        if let Some(unit) = &mut self.unit {
            self.reads = unit.queries();
        }
    }

    /// Begins again from where things are now: another process took a turn of the conversation meanwhile.
    pub(super) async fn start_anew(&mut self) -> Result<(), StoreError> {
        let tenant = self.tenant();
        self.kept = Kept::default();
        self.forbidden = false;
        self.names = (
            self.cases.directory(tenant).await?,
            self.cases.catalog(tenant).await?,
        );
        self.look_anew();
        Ok(())
    }

    /// Commits the unit.
    pub(super) async fn commit(&mut self) -> Result<(), StoreError> {
        self.reads = self.cases.queries.clone();
        match self.unit.take() {
            Some(unit) => unit.commit().await,
            None => Ok(()),
        }
    }

    /// Performs a verb in the unit of the turn; the action that it belongs to is taken back when it is refused.
    pub(super) async fn perform<V: Verb>(&mut self, verb: &V) -> Result<V::Output, Refusal> {
        let place = Place {
            shop: self.shop.clone(),
            now: self.now,
            names: if verb.needs_names() {
                self.names.clone()
            } else {
                ShopNames::default()
            },
        };
        let unit = self.unit.as_deref_mut().ok_or(StoreError::Corrupt {
            what: "a unit that was not opened",
        })?;
        let value = self.cases.effect(unit, &self.caller, verb, &place).await?;
        self.acted = true;
        self.announcements.extend(verb.announces(&value));
        self.look_anew();
        Ok(value)
    }

    pub(super) async fn customer(&self, id: CustomerId) -> Result<Option<Customer>, StoreError> {
        self.reads.customers.find(self.tenant(), id).await
    }

    /// A draft as a conversation needs it; it is kept for the answer.
    pub(super) async fn draft_fact(&mut self, draft: &Draft) -> Result<dialogue::DraftFact, StoreError> {
        self.kept.keep_draft(draft);
        let customer = match draft.customer {
            Some(id) => self.customer(id).await?,
            None => None,
        };
        let products = self.products_of(draft).await?;
        Ok(facts::draft(&self.shop, draft, customer.as_ref(), &products))
    }

    async fn products_of(&self, draft: &Draft) -> Result<Vec<Product>, StoreError> {
        let ids: Vec<_> = draft.lines.iter().filter_map(|line| line.product).collect();
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        self.reads.products.find_many(self.tenant(), &ids).await
    }
}
