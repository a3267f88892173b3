//! Reads outside units of work: their own connections, which cannot write.

use crate::sql::Ask;
use async_trait::async_trait;
use execora_kernel::StoreError;
use execora_usecases::ports::StoreHealth;
use sea_orm::{ConnectionTrait, DatabaseConnection};

/// Answers every read port.
#[derive(Debug)]
pub(crate) struct Reader {
    pub(crate) db: DatabaseConnection,
}

impl Ask for Reader {
    fn connection(&self) -> &impl ConnectionTrait {
        &self.db
    }
}

#[async_trait]
impl StoreHealth for Reader {
    async fn ping(&self) -> Result<(), StoreError> {
        self.rows("SELECT 1", Vec::new()).await.map(|_| ())
    }
}
