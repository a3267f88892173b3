//! Running a verb: one unit of work, one commit, and the same answer for the same request.

use crate::index::{Indexes, Names};
use crate::needs::{Needs, Noted};
use crate::ports::{Books, Claim, Queries, RequestName, UnitOfWork};
use crate::refusal::Refusal;
use crate::request::RequestKey;
use crate::shop::Shop;
use crate::turn::Queues;
use crate::words::Words;
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use execora_customer::Directory;
use execora_inventory::Catalog;
use execora_invoice::Draft;
use execora_kernel::{Caller, Clock, IdSource, StoreError, TenantId};
use execora_voice_intent::model::{CachedIntentModel, IntentCache, IntentModel};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::sync::Arc;

/// How long an answer is kept for the same request coming again.
pub const ANSWERS_KEPT: TimeDelta = TimeDelta::hours(72);

/// How often a whole use case is run again when the store gave up.
const ATTEMPTS_MAX: u32 = 3;

/// A command that was parsed and may be performed.
#[async_trait]
pub trait Verb: Send + Sync {
    /// What comes out; it is kept as JSON for the same request coming again.
    type Output: Serialize + DeserializeOwned + Send;

    /// Does it, inside the unit. MUST check the caller's right first and lock in the order
    /// customer, draft or invoice, number series, stock, ledger.
    async fn run(&self, unit: &mut dyn UnitOfWork, scene: &Scene<'_>) -> Result<Self::Output, Refusal>;

    /// Whether the verb looks customers or products up by name.
    fn needs_names(&self) -> bool {
        false
    }

    /// What others should hear of after the commit.
    fn announces(&self, _output: &Self::Output) -> Option<Announcement> {
        None
    }
}

/// What surrounds a verb: who, when, and in which shop.
pub struct Scene<'a> {
    /// Who asks.
    pub caller: &'a Caller,
    /// The shop as it is in this unit.
    pub shop: Shop,
    /// Now.
    pub now: DateTime<Utc>,
    /// Fresh ids.
    pub ids: &'a dyn IdSource,
    /// Read ports as this unit sees them, for what never changes or is checked again under lock.
    pub queries: &'a Queries,
    /// The shop's customers by name; empty unless the verb needs names.
    pub directory: Names<Directory>,
    /// The shop's products by name; empty unless the verb needs names.
    pub catalog: Names<Catalog>,
}

impl Scene<'_> {
    /// The shop.
    #[must_use]
    pub fn tenant(&self) -> TenantId {
        self.caller.tenant
    }

    /// The shop's local day.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.shop.zone.date(self.now)
    }

    /// A fresh id of any kind.
    #[must_use]
    pub fn id<T>(&self, make: fn(uuid::Uuid) -> T) -> T {
        make(self.ids.next())
    }
}

/// What a verb did in a unit that is still to be committed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Performed<T> {
    /// The outcome.
    pub value: T,
    /// What others should hear of after the commit.
    pub announcement: Option<Announcement>,
}

/// The shop's customers and products by name.
pub(crate) type ShopNames = (Names<Directory>, Names<Catalog>);

/// Where and when verbs are performed: the same for all of one unit.
pub(crate) struct Place {
    pub(crate) shop: Shop,
    pub(crate) now: DateTime<Utc>,
    pub(crate) names: ShopNames,
}

/// What a performed verb gives back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done<T> {
    /// The outcome.
    pub value: T,
    /// It was done before, by the same request.
    pub replayed: bool,
}

/// Why the drafts of a shop changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum DraftsReason {
    Created,
    Changed,
    Confirmed,
    Discarded,
}

impl DraftsReason {
    /// The word on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Changed => "changed",
            Self::Confirmed => "confirmed",
            Self::Discarded => "discarded",
        }
    }
}

/// What every session of a shop hears of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Announcement {
    /// The open drafts are not what they were.
    Drafts(DraftsReason),
}

/// Hears of what was committed. MUST NOT block.
pub trait Listener: Send + Sync {
    /// Something was committed.
    fn committed(&self, tenant: TenantId, announcement: &Announcement);
}

/// A listener for those who need none.
#[derive(Debug, Clone, Copy)]
pub struct Nobody;

impl Listener for Nobody {
    fn committed(&self, _: TenantId, _: &Announcement) {}
}

/// Everything a shop can do, over one store.
pub struct UseCases {
    pub(crate) books: Arc<dyn Books>,
    pub(crate) queries: Queries,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    pub(crate) ids: Arc<dyn IdSource>,
    pub(crate) listener: Arc<dyn Listener>,
    pub(crate) model: Option<SharedModel>,
    pub(crate) queues: Queues,
    indexes: Indexes,
}

/// The language model behind the grammar, with the memory in front of it.
pub type SharedModel = CachedIntentModel<Arc<dyn IntentModel>, Arc<dyn IntentCache>>;

impl UseCases {
    /// Puts the use cases over a store.
    #[must_use]
    pub fn new(
        books: Arc<dyn Books>,
        queries: Queries,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn IdSource>,
        listener: Arc<dyn Listener>,
    ) -> Self {
        Self {
            books,
            queries,
            clock,
            ids,
            listener,
            model: None,
            queues: Queues::default(),
            indexes: Indexes::default(),
        }
    }

    /// The same, with a language model that is asked for what the grammar does not understand.
    #[must_use]
    pub fn with_model(mut self, model: SharedModel) -> Self {
        self.model = Some(model);
        self
    }

    /// A fresh id of any kind.
    #[must_use]
    pub fn fresh<T>(&self, make: fn(uuid::Uuid) -> T) -> T {
        make(self.ids.next())
    }

    /// The shop's customers by name, as of every commit before this call.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn directory(&self, tenant: TenantId) -> Result<Names<Directory>, StoreError> {
        self.indexes.directory(&self.queries, tenant).await
    }

    /// The shop's products by name, as of every commit before this call.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn catalog(&self, tenant: TenantId) -> Result<Names<Catalog>, StoreError> {
        self.indexes.catalog(&self.queries, tenant).await
    }

    /// The names that help to understand what is said in the shop, as of every commit before this call.
    pub(crate) async fn words(&self, tenant: TenantId) -> Result<Names<Words>, StoreError> {
        self.indexes.words(&self.queries, tenant).await
    }

    /// Performs a verb. With a key, the same request has one effect and one answer, however often and however parallel it comes.
    /// Runs again, at most twice, when the store gave up before anything was committed. When the answer to the commit was lost,
    /// a request with a key is asked for again, and finds what was done; one without a key is never run again.
    ///
    /// # Errors
    /// Why nothing was done; [`StoreError::OutcomeUnknown`] alone leaves that open.
    pub async fn perform<V: Verb>(
        &self,
        caller: &Caller,
        verb: &V,
        key: Option<&RequestKey>,
    ) -> Result<Done<V::Output>, Refusal> {
        let mut attempt = 1;
        let mut unknown = false;
        loop {
            match self.attempt(caller, verb, key).await {
                Err(Refusal::Store(error)) => {
                    unknown |= error == StoreError::OutcomeUnknown;
                    if attempt == ATTEMPTS_MAX || !may_run_again(&error, key) {
                        // What became of an attempt before this one is still open.
                        let error = if unknown {
                            StoreError::OutcomeUnknown
                        } else {
                            error
                        };
                        return Err(Refusal::Store(error));
                    }
                    attempt += 1;
                }
                Ok(done) => {
                    let announcement = verb.announces(&done.value).filter(|_| !done.replayed);
                    self.announce(caller.tenant, announcement.as_slice());
                    return Ok(done);
                }
                Err(refusal) => return Err(refusal),
            }
        }
    }

    async fn attempt<V: Verb>(
        &self,
        caller: &Caller,
        verb: &V,
        key: Option<&RequestKey>,
    ) -> Result<Done<V::Output>, Refusal> {
        let names = self.names_for(verb, caller.tenant).await?;
        let mut unit = self.books.begin().await?;
        let now = self.clock.now();
        let name = key.map(|key| key.name(caller));
        if let (Some(name), Some(key)) = (&name, key)
            && let Some(Answered { needs, value }) =
                claimed(unit.as_mut(), name, &key.fingerprint, now).await?
        {
            needs.check(caller, now)?;
            return Ok(Done {
                value,
                replayed: true,
            });
        }
        let shop = shop_in(unit.as_mut(), caller.tenant).await?;
        let place = Place { shop, now, names };
        let (noting, noted) = Noted::caller(caller);
        let value = self.effect(unit.as_mut(), &noting, verb, &place).await?;
        if let Some(name) = &name {
            let answer = written(noted.needs(), &value)?;
            unit.idempotency().answer(name, &answer).await?;
        }
        unit.commit().await?;
        Ok(Done {
            value,
            replayed: false,
        })
    }

    /// Opens a unit of work over the store, for verbs that belong together.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn begin(&self) -> Result<Box<dyn UnitOfWork>, StoreError> {
        self.books.begin().await
    }

    /// Performs a verb in a unit that the caller opened, together with whatever else is done in it. A verb that is refused leaves
    /// nothing of itself, and the unit goes on; after a refusal that [ends the unit](Refusal::ends_the_unit) drop it. The caller
    /// commits, and hands what is to be announced to [`UseCases::announce`] then.
    ///
    /// # Errors
    /// Why nothing was done.
    pub async fn perform_in<V: Verb>(
        &self,
        unit: &mut dyn UnitOfWork,
        caller: &Caller,
        verb: &V,
    ) -> Result<Performed<V::Output>, Refusal> {
        let place = Place {
            names: self.names_for(verb, caller.tenant).await?,
            shop: shop_in(unit, caller.tenant).await?,
            now: self.clock.now(),
        };
        self.perform_at(unit, caller, verb, &place).await
    }

    /// As [`UseCases::perform_in`], with what surrounds the verb looked up before.
    pub(crate) async fn perform_at<V: Verb>(
        &self,
        unit: &mut dyn UnitOfWork,
        caller: &Caller,
        verb: &V,
        place: &Place,
    ) -> Result<Performed<V::Output>, Refusal> {
        unit.savepoint().await?;
        match self.effect(unit, caller, verb, place).await {
            Ok(value) => {
                unit.release_savepoint().await?;
                let announcement = verb.announces(&value);
                Ok(Performed { value, announcement })
            }
            Err(refusal) => {
                if !refusal.ends_the_unit() {
                    unit.rollback_to_savepoint().await?;
                }
                Err(refusal)
            }
        }
    }

    /// What a verb does, and whatever is recorded of it in the same unit. Every verb comes through here, whoever opened the unit.
    pub(crate) async fn effect<V: Verb>(
        &self,
        unit: &mut dyn UnitOfWork,
        caller: &Caller,
        verb: &V,
        place: &Place,
    ) -> Result<V::Output, Refusal> {
        let queries = unit.queries();
        let scene = Scene {
            caller,
            shop: place.shop.clone(),
            now: place.now,
            ids: self.ids.as_ref(),
            queries: &queries,
            directory: place.names.0.clone(),
            catalog: place.names.1.clone(),
        };
        verb.run(unit, &scene).await
    }

    /// Tells those who listen what was committed.
    pub fn announce(&self, tenant: TenantId, announcements: &[Announcement]) {
        for announcement in announcements {
            self.listener.committed(tenant, announcement);
        }
    }

    /// The names that a verb looks up; none for one that needs none.
    async fn names_for<V: Verb>(&self, verb: &V, tenant: TenantId) -> Result<ShopNames, StoreError> {
        if verb.needs_names() {
            Ok((self.directory(tenant).await?, self.catalog(tenant).await?))
        } else {
            Ok(ShopNames::default())
        }
    }
}

/// The shop as it is in this unit.
async fn shop_in(unit: &mut dyn UnitOfWork, tenant: TenantId) -> Result<Shop, Refusal> {
    unit.shops().find(tenant).await?.ok_or(Refusal::NotFound)
}

/// Whether a use case may be run again after the store failed it. A lost answer is no failure: the key of the request finds out
/// what became of it, and without one nobody can.
fn may_run_again(error: &StoreError, key: Option<&RequestKey>) -> bool {
    match error {
        StoreError::Unavailable => true,
        StoreError::OutcomeUnknown => key.is_some(),
        StoreError::Busy | StoreError::Duplicate | StoreError::Stale | StoreError::Corrupt { .. } => false,
    }
}

/// An answer as it is kept: with the rights that it needed, which whoever asks again has to have.
#[derive(Serialize, Deserialize)]
struct Answered<T> {
    needs: Needs,
    value: T,
}

fn written<T: Serialize>(needs: Needs, value: T) -> Result<String, StoreError> {
    serde_json::to_string(&Answered { needs, value }).map_err(|_| StoreError::Corrupt { what: "answer" })
}

async fn claimed<T: DeserializeOwned>(
    unit: &mut dyn UnitOfWork,
    name: &RequestName,
    fingerprint: &str,
    now: DateTime<Utc>,
) -> Result<Option<Answered<T>>, Refusal> {
    let claim = unit
        .idempotency()
        .claim(name, fingerprint, now, now - ANSWERS_KEPT)
        .await;
    match claim {
        Ok(Claim::New) => Ok(None),
        Ok(Claim::Answered {
            fingerprint: before, ..
        }) if before != fingerprint => Err(Refusal::KeyReused),
        Ok(Claim::Answered { answer, .. }) => serde_json::from_str(&answer)
            .map(Some)
            .map_err(|_| StoreError::Corrupt { what: "answer" }.into()),
        Err(StoreError::Busy) => Err(Refusal::KeyInProgress),
        Err(error) => Err(error.into()),
    }
}

/// The drafts that a verb changed, for [`Verb::announces`].
pub(crate) fn drafts(_: &Draft, reason: DraftsReason) -> Option<Announcement> {
    Some(Announcement::Drafts(reason))
}
