//! Writing a new customer down.

use crate::issuing::stamp;
use crate::perform::{Scene, Verb};
use crate::ports::UnitOfWork;
use crate::refusal::{Refusal, Subject};
use async_trait::async_trait;
use execora_customer::{Customer, NewCustomer, Query, score::NEAR};
use execora_kernel::{CustomerId, EntryId, Money, Right};
use execora_ledger::Entry;
use serde::{Deserialize, Serialize};

/// How many namesakes are shown.
const DUPLICATES_MAX: usize = 5;

/// Makes a customer; what was owed before becomes an opening entry.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CreateCustomer {
    pub new: NewCustomer,
    pub opening_balance: Option<Money>,
}

/// Another customer whose name is near.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PossibleDuplicate {
    pub customer: CustomerId,
    pub name: String,
    pub landmark: Option<String>,
    pub phone_last4: Option<String>,
    /// Ten-thousandths.
    pub score: u16,
}

/// A new customer, its opening entry, and those it may be the same as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CreatedCustomer {
    pub customer: Customer,
    pub opening: Option<EntryId>,
    pub possible_duplicates: Vec<PossibleDuplicate>,
}

#[async_trait]
impl Verb for CreateCustomer {
    type Output = CreatedCustomer;

    async fn run(&self, unit: &mut dyn UnitOfWork, scene: &Scene<'_>) -> Result<CreatedCustomer, Refusal> {
        scene.caller.require(Right::CUSTOMERS_CREATE, None, scene.now)?;
        if let Some(phone) = &self.new.phone
            && let Some(other) = unit.customers().find_by_phone(scene.tenant(), phone).await?
        {
            return Err(Refusal::PhoneTaken { customer: other.id });
        }
        let possible_duplicates = self.near(unit, scene).await?;
        let id = scene.id(CustomerId::new);
        let mut customer = Customer::create(self.new.clone(), id, scene.tenant(), scene.now)?;
        unit.customers().insert(&customer).await?;
        let mut opening = None;
        if let Some(amount) = self.opening_balance.filter(|a| *a != Money::ZERO) {
            let entry = Entry::opening(stamp(scene, scene.today()), id, amount)
                .map_err(|_| Refusal::out_of_range(Subject::OpeningBalance))?
                .about(Some(id.to_string()), "opening balance");
            opening = Some(entry.id);
            unit.ledger().append(&entry).await?;
            customer = unit
                .customers()
                .find(scene.tenant(), id)
                .await?
                .ok_or(Refusal::NotFound)?;
        }
        Ok(CreatedCustomer {
            customer,
            opening,
            possible_duplicates,
        })
    }

    fn needs_names(&self) -> bool {
        true
    }
}

impl CreateCustomer {
    async fn near(
        &self,
        unit: &mut dyn UnitOfWork,
        scene: &Scene<'_>,
    ) -> Result<Vec<PossibleDuplicate>, Refusal> {
        let query = Query::named(self.new.name.as_str());
        let matches = scene.directory.read(|d| d.search(&query, DUPLICATES_MAX));
        let mut near = Vec::new();
        for found in matches
            .into_iter()
            .filter(|m| m.score >= NEAR)
            .take(DUPLICATES_MAX)
        {
            if let Some(other) = unit.customers().find(scene.tenant(), found.customer).await? {
                near.push(PossibleDuplicate {
                    customer: other.id,
                    name: other.name.to_string(),
                    landmark: other.landmark.as_ref().map(ToString::to_string),
                    phone_last4: other.phone.as_ref().map(|p| p.last4().to_owned()),
                    score: found.score.basis_points(),
                });
            }
        }
        Ok(near)
    }
}
