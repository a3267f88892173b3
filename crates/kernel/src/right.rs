//! Rights are pairs such as `customers:read`; roles are bundles of them.

use std::{fmt, str::FromStr};

/// One right: what may be done to which resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Right {
    /// The resource, such as `customers`.
    pub resource: &'static str,
    /// The action, such as `read`.
    pub action: &'static str,
}

/// Text that names no right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a right")]
pub struct RightRefused;

macro_rules! rights {
    ($($name:ident = $resource:literal $action:literal;)*) => {
        #[expect(missing_docs, reason = "the names say it")]
        impl Right {
            $(pub const $name: Self = Self { resource: $resource, action: $action };)*
            /// Every right there is.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];
        }
    };
}

rights! {
    CUSTOMERS_READ = "customers" "read";
    CUSTOMERS_CREATE = "customers" "create";
    CUSTOMERS_UPDATE = "customers" "update";
    CUSTOMERS_DELETE = "customers" "delete";
    PRODUCTS_READ = "products" "read";
    PRODUCTS_CREATE = "products" "create";
    PRODUCTS_UPDATE = "products" "update";
    INVOICES_READ = "invoices" "read";
    INVOICES_CREATE = "invoices" "create";
    INVOICES_CANCEL = "invoices" "cancel";
    PAYMENTS_CREATE = "payments" "create";
    PAYMENTS_REVERSE = "payments" "reverse";
    LEDGER_READ = "ledger" "read";
    REPORTS_READ = "reports" "read";
    REMINDERS_READ = "reminders" "read";
    REMINDERS_CREATE = "reminders" "create";
    REMINDERS_UPDATE = "reminders" "update";
    USERS_READ = "users" "read";
    USERS_UPDATE = "users" "update";
    SETTINGS_READ = "settings" "read";
    SETTINGS_UPDATE = "settings" "update";
    VOICE_USE = "voice" "use";
    SESSIONS_READ = "sessions" "read";
    WEBHOOKS_MANAGE = "webhooks" "manage";
    API_KEYS_MANAGE = "api_keys" "manage";
    METRICS_READ = "metrics" "read";
    TENANT_EXPORT = "tenant" "export";
}

impl fmt::Display for Right {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.resource, self.action)
    }
}

impl FromStr for Right {
    type Err = RightRefused;
    fn from_str(text: &str) -> Result<Self, RightRefused> {
        let (resource, action) = text.split_once(':').ok_or(RightRefused)?;
        Self::ALL
            .iter()
            .copied()
            .find(|r| r.resource == resource && r.action == action)
            .ok_or(RightRefused)
    }
}

/// A set of rights, sorted and without repeats.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rights(Vec<Right>);

impl Rights {
    /// Every right: what an owner has.
    #[must_use]
    pub fn all() -> Self {
        Self::from_iter(Right::ALL.iter().copied())
    }

    /// Whether the set holds `right`.
    #[must_use]
    pub fn has(&self, right: Right) -> bool {
        self.0.binary_search(&right).is_ok()
    }

    /// The rights, in order.
    pub fn iter(&self) -> impl Iterator<Item = Right> + '_ {
        self.0.iter().copied()
    }

    /// Reads `a:b,c:d`; `r:*` stands for all of r, `*` for everything.
    ///
    /// # Errors
    /// When a pair names no right.
    pub fn parse(text: &str) -> Result<Self, RightRefused> {
        let mut rights = Vec::new();
        for part in text.split(',').map(str::trim).filter(|p| !p.is_empty()) {
            match part.split_once(':') {
                Some((resource, "*")) => {
                    let before = rights.len();
                    rights.extend(Right::ALL.iter().copied().filter(|r| r.resource == resource));
                    if rights.len() == before {
                        return Err(RightRefused);
                    }
                }
                None if part == "*" => rights.extend_from_slice(Right::ALL),
                _ => rights.push(part.parse()?),
            }
        }
        Ok(Self::from_iter(rights))
    }
}

impl FromIterator<Right> for Rights {
    fn from_iter<I: IntoIterator<Item = Right>>(rights: I) -> Self {
        let mut rights: Vec<Right> = rights.into_iter().collect();
        rights.sort_unstable();
        rights.dedup();
        Self(rights)
    }
}

/// A role of a person in a shop: a name for a bundle of rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Everything.
    Owner,
    /// Everything but exporting the whole shop.
    Admin,
    /// The daily business including cancelling.
    Manager,
    /// The daily business.
    Staff,
    /// Looking only.
    Viewer,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 5] = [Self::Owner, Self::Admin, Self::Manager, Self::Staff, Self::Viewer];

    /// The word on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Admin => "admin",
            Self::Manager => "manager",
            Self::Staff => "staff",
            Self::Viewer => "viewer",
        }
    }

    /// The rights that the role stands for.
    #[must_use]
    pub fn rights(self) -> Rights {
        let of = |list: &[Right]| Rights::from_iter(list.iter().copied());
        match self {
            Self::Owner => Rights::all(),
            Self::Admin => {
                Rights::from_iter(Right::ALL.iter().copied().filter(|r| *r != Right::TENANT_EXPORT))
            }
            Self::Manager => Rights::from_iter(Right::ALL.iter().copied().filter(|r| {
                !matches!(
                    r.resource,
                    "users" | "settings" | "tenant" | "api_keys" | "webhooks" | "metrics"
                ) && *r != Right::CUSTOMERS_DELETE
            })),
            Self::Staff => of(&[
                Right::CUSTOMERS_READ,
                Right::CUSTOMERS_CREATE,
                Right::CUSTOMERS_UPDATE,
                Right::PRODUCTS_READ,
                Right::INVOICES_READ,
                Right::INVOICES_CREATE,
                Right::PAYMENTS_CREATE,
                Right::LEDGER_READ,
                Right::REMINDERS_READ,
                Right::REMINDERS_CREATE,
                Right::VOICE_USE,
            ]),
            Self::Viewer => Rights::from_iter(Right::ALL.iter().copied().filter(|r| {
                r.action == "read" && !matches!(r.resource, "users" | "settings" | "metrics" | "sessions")
            })),
        }
    }
}

impl FromStr for Role {
    type Err = RightRefused;
    fn from_str(text: &str) -> Result<Self, RightRefused> {
        Self::ALL
            .into_iter()
            .find(|r| r.as_str() == text)
            .ok_or(RightRefused)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rights_are_read_one_by_one_or_by_resource() {
        let rights = Rights::parse("customers:read, payments:*").unwrap_or_default();
        assert!(rights.has(Right::CUSTOMERS_READ) && rights.has(Right::PAYMENTS_REVERSE));
        assert!(!rights.has(Right::CUSTOMERS_CREATE));
        for wrong in ["customers", "customers:fly", "moon:*", "customers:read:x"] {
            assert_eq!(Rights::parse(wrong), Err(RightRefused), "{wrong}");
        }
    }

    #[test]
    fn an_owner_has_every_right_and_a_viewer_none_that_writes() {
        assert_eq!(Role::Owner.rights(), Rights::all());
        assert!(Role::Viewer.rights().iter().all(|r| r.action == "read"));
    }
}
