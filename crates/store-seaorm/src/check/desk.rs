//! Shops, answered requests, and whether things exist.

use super::View;
use crate::row::Shape;
use crate::sql::Ask;
use crate::values::{id, int, text};
use async_trait::async_trait;
use execora_kernel::{StoreError, TenantId};
use execora_usecases::check::{AnswerFacts, AnswerKey, DeskView, Part, ShopFacts, Thing};
use std::collections::BTreeSet;
use uuid::Uuid;

const SHOP: Shape<ShopFacts> = Shape {
    what: "shop",
    read: |row| {
        Ok(ShopFacts {
            tenant: row.id("tenant_id", TenantId::new)?,
            zone: row.text("zone")?,
            settings_changed: row.get::<i64>("version")? > 1,
        })
    },
};

const ANSWER: Shape<AnswerFacts> = Shape {
    what: "stored answer",
    read: |row| {
        Ok(AnswerFacts {
            name: AnswerKey {
                credential: row.get("credential")?,
                route: row.get("route")?,
                key: row.get("request_key")?,
            },
            answer: row.get("answer")?,
        })
    },
};

const ID: Shape<Uuid> = Shape {
    what: "id",
    read: |row| row.get("id"),
};

/// A kind of thing, by its table and how its id is taken out.
type Kind = (&'static str, fn(&Thing) -> Option<Uuid>);

const KINDS: [Kind; 8] = [
    ("customer", |thing| match thing {
        Thing::Customer(id) => Some(id.uuid()),
        _ => None,
    }),
    ("product", |thing| match thing {
        Thing::Product(id) => Some(id.uuid()),
        _ => None,
    }),
    ("stock_movement", |thing| match thing {
        Thing::Movement(id) => Some(id.uuid()),
        _ => None,
    }),
    ("invoice", |thing| match thing {
        Thing::Invoice(id) => Some(id.uuid()),
        _ => None,
    }),
    ("draft", |thing| match thing {
        Thing::Draft(id) => Some(id.uuid()),
        _ => None,
    }),
    ("journal_entry", |thing| match thing {
        Thing::Entry(id) => Some(id.uuid()),
        _ => None,
    }),
    ("payment", |thing| match thing {
        Thing::Payment(id) => Some(id.uuid()),
        _ => None,
    }),
    ("reminder", |thing| match thing {
        Thing::Reminder(id) => Some(id.uuid()),
        _ => None,
    }),
];

#[async_trait]
impl DeskView for View {
    async fn shops(&mut self, wanted: Part) -> Result<Vec<ShopFacts>, StoreError> {
        let sql =
            "SELECT tenant_id, zone, version FROM shop WHERE tenant_id > $1 ORDER BY tenant_id LIMIT $2";
        self.all(&SHOP, sql, vec![id(wanted.after), int(wanted.limit.into())])
            .await
    }

    async fn answers(
        &mut self,
        tenant: TenantId,
        after: Option<&AnswerKey>,
        limit: u32,
    ) -> Result<Vec<AnswerFacts>, StoreError> {
        let mut values = vec![id(tenant.uuid()), int(limit.into())];
        let mut later = "";
        if let Some(after) = after {
            later = "AND (credential, route, request_key) > ($3, $4, $5)";
            values.extend([text(&after.credential), text(&after.route), text(&after.key)]);
        }
        let sql = format!(
            "SELECT credential, route, request_key, answer FROM request WHERE tenant_id = $1 {later} \
             ORDER BY credential, route, request_key LIMIT $2"
        );
        self.all(&ANSWER, sql, values).await
    }

    async fn missing(&mut self, tenant: TenantId, things: &[Thing]) -> Result<Vec<Thing>, StoreError> {
        let mut missing = Vec::new();
        for (table, uuid) in KINDS {
            let ids: Vec<Uuid> = things.iter().filter_map(uuid).collect();
            let select = format!("SELECT id FROM {table}");
            let found = self.named(&ID, (&select, "id"), tenant, ids).await?;
            let found: BTreeSet<Uuid> = found.into_iter().collect();
            let lacks = |thing: &&Thing| uuid(thing).is_some_and(|id| !found.contains(&id));
            missing.extend(things.iter().filter(lacks));
        }
        Ok(missing)
    }
}
