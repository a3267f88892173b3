//! The demo shop: "Demo Kirana Store" with its owner, products in stock and customers.

use anyhow::{Context, Result};
use execora_customer::{Address, NewCustomer};
use execora_inventory::{GstRate, HsnCode, NewProduct};
use execora_kernel::caller::everything;
use execora_kernel::{Caller, CredentialId, Email, Gstin, Label, Money, Phone, Quantity, StateCode};
use execora_usecases::{CreateCustomer, CreateProduct, OpenShop, UseCases};

const PRODUCTS: &str = include_str!("../assets/demo/products.psv");
const CUSTOMERS: &str = include_str!("../assets/demo/customers.psv");

/// Opens the demo shop unless there is a shop already; answers whether it did.
///
/// # Errors
/// When the store fails.
pub async fn seed(usecases: &UseCases) -> Result<bool> {
    if !usecases.first_shops(1).await?.is_empty() {
        return Ok(false);
    }
    let open = OpenShop {
        name: Label::parse("Demo Kirana Store")?,
        owner_email: Email::parse("owner@demo.example")?,
        gstin: Some(Gstin::parse("09AAACD1234E1Z7")?),
        state: StateCode::parse("09")?,
    };
    let opened = open.run(usecases).await?;
    let caller = Caller {
        tenant: opened.shop.tenant,
        user: opened.owner.id,
        credential: CredentialId(opened.owner.id.to_string()),
        grants: everything(),
    };
    for row in PRODUCTS.lines().skip(1) {
        let verb = product(row).with_context(|| format!("product row `{row}`"))?;
        usecases.perform(&caller, &verb, None).await?;
    }
    for row in CUSTOMERS.lines().skip(1) {
        let verb = customer(row).with_context(|| format!("customer row `{row}`"))?;
        usecases.perform(&caller, &verb, None).await?;
    }
    Ok(true)
}

fn product(row: &str) -> Result<CreateProduct> {
    let mut columns = row.split('|');
    let mut column = || columns.next().context("a column is missing");
    let name = Label::parse(column()?)?;
    let aliases = column()?
        .split(';')
        .filter(|a| !a.is_empty())
        .map(Label::parse)
        .collect::<Result<_, _>>()?;
    let unit = column()?.parse()?;
    let price = Money::from_paise(column()?.parse()?);
    let hsn = HsnCode::parse(column()?)?;
    let (before, now): (u16, u16) = (column()?.parse()?, column()?.parse()?);
    let rate = |rate_bp, from: &str| -> Result<GstRate> {
        Ok(GstRate {
            rate_bp,
            cess_bp: 0,
            from: from.parse()?,
        })
    };
    let stock = Quantity::parse(column()?)?;
    let low_stock_at = Some(Quantity::parse(column()?)?);
    let new = NewProduct {
        name,
        aliases,
        unit,
        price: Some(price),
        price_includes_tax: true,
        hsn: Some(hsn),
        gst_rates: vec![rate(before, "2017-07-01")?, rate(now, "2025-09-22")?],
        low_stock_at,
    };
    Ok(CreateProduct {
        new,
        opening_stock: Some(stock),
    })
}

fn customer(row: &str) -> Result<CreateCustomer> {
    let mut columns = row.split('|');
    let mut column = || columns.next().context("a column is missing");
    let some = |text: &str| {
        if text.is_empty() {
            Ok(None)
        } else {
            Label::parse(text).map(Some)
        }
    };
    let name = Label::parse(column()?)?;
    let nickname = some(column()?)?;
    let phone = Some(Phone::parse(column()?)?);
    let landmark = some(column()?)?;
    let address = Address {
        city: some(column()?)?,
        state_code: Some(StateCode::parse("09")?),
        ..Address::default()
    };
    let opening = Money::from_paise(column()?.parse()?);
    let new = NewCustomer {
        nickname,
        phone,
        landmark,
        address: Some(address),
        ..NewCustomer::named(name)
    };
    Ok(CreateCustomer {
        new,
        opening_balance: Some(opening).filter(|m| *m != Money::ZERO),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demo_has_88_products_of_every_rate_and_40_customers() {
        let products: Result<Vec<_>> = PRODUCTS.lines().skip(1).map(product).collect();
        let products = products.unwrap_or_default();
        assert_eq!(products.len(), 88);
        for rate in [0, 500, 1_800, 4_000] {
            assert!(
                products
                    .iter()
                    .any(|p| p.new.gst_rates.iter().any(|r| r.rate_bp == rate)),
                "{rate}"
            );
        }
        let customers: Result<Vec<_>> = CUSTOMERS.lines().skip(1).map(customer).collect();
        assert_eq!(customers.map(|c| c.len()).unwrap_or_default(), 40);
    }
}
