use crate::*;
use execora_identity_biscuit::Denied;
use execora_kernel::Right;

const READ: (Right, Option<u128>) = (Right::CUSTOMERS_READ, None);
const READ_7: (Right, Option<u128>) = (Right::CUSTOMERS_READ, Some(7));
const READ_8: (Right, Option<u128>) = (Right::CUSTOMERS_READ, Some(8));
const LEDGER_7: (Right, Option<u128>) = (Right::LEDGER_READ, Some(7));
const BILL: (Right, Option<u128>) = (Right::INVOICES_CREATE, None);
const ACTIONS: [(Right, Option<u128>); 5] = [READ, READ_7, READ_8, LEDGER_7, BILL];

/// Which of [`ACTIONS`] the token allows after a block was appended.
fn allowed(block: &str, at: DateTime<Utc>) -> Vec<(Right, Option<u128>)> {
    let identity = identity();
    let text = identity
        .mint(&grant("customers:read,ledger:read,invoices:create"))
        .unwrap();
    let token = identity
        .verify(&narrowed(&text, block), at)
        .unwrap_or_else(|e| panic!("{block}: {e}"));
    let grants = token.caller().grants;
    ACTIONS
        .into_iter()
        .filter(|(right, who)| grants.permits(*right, who.map(customer), at))
        .collect()
}

#[test]
fn a_token_is_narrowed_by_operation() {
    for (block, left) in [
        (
            r#"check if operation("customers", "read")"#,
            vec![READ, READ_7, READ_8],
        ),
        (r#"check if operation("ledger", $a)"#, vec![LEDGER_7]),
        (
            r#"check if operation($r, "read")"#,
            vec![READ, READ_7, READ_8, LEDGER_7],
        ),
        (
            r#"check if operation($r, $a), $r == "ledger" || $r == "invoices""#,
            vec![LEDGER_7, BILL],
        ),
        (
            r#"check if operation($r, $a), $r == "customers" && $a != "read""#,
            vec![],
        ),
        (
            r#"check if operation($r, $a), ($r == "ledger" && $a == "read") || ($r == "invoices")"#,
            vec![LEDGER_7, BILL],
        ),
        (
            r#"check if operation($r, $a), $r === "ledger", $a !== "create""#,
            vec![LEDGER_7],
        ),
        (
            r#"check if operation("ledger", "read") or operation("invoices", "create")"#,
            vec![LEDGER_7, BILL],
        ),
        (r#"check if operation("users", "update")"#, vec![]),
    ] {
        assert_eq!(allowed(block, now()), left, "{block}");
    }
}

#[test]
fn a_token_is_narrowed_by_customer_and_then_denies_what_names_none() {
    let (seven, eight) = (customer(7), customer(8));
    for (block, left) in [
        (format!(r#"check if customer("{seven}")"#), vec![READ_7, LEDGER_7]),
        (
            format!(r#"check if customer($c), $c == "{seven}" || $c == "{eight}""#),
            vec![READ_7, READ_8, LEDGER_7],
        ),
        (format!(r#"check if customer($c), $c != "{seven}""#), vec![READ_8]),
        ("check if customer($c)".to_owned(), vec![READ_7, READ_8, LEDGER_7]),
    ] {
        assert_eq!(allowed(&block, now()), left, "{block}");
    }
}

#[test]
fn a_token_is_narrowed_by_tenant() {
    let ours = format!(r#"check if tenant("{}")"#, tenant());
    assert_eq!(allowed(&ours, now()), ACTIONS);
    let theirs = format!(r#"check if tenant("{}")"#, TenantId::new(Uuid::from_u128(99)));
    assert_eq!(allowed(&theirs, now()), []);
}

#[test]
fn a_token_is_narrowed_by_time_from_both_sides() {
    let window = "check if time($t), $t >= 2027-01-15T08:10:00Z, $t < 2027-01-15T08:20:00Z";
    for (minutes, all) in [(0, false), (10, true), (19, true), (20, false)] {
        let at = now() + TimeDelta::minutes(minutes);
        assert_eq!(
            allowed(window, at).len() == ACTIONS.len(),
            all,
            "minute {minutes}"
        );
    }
    let or = "check if time($t), $t < 2027-01-15T08:10:00Z || $t > 2027-01-15T08:20:00Z";
    assert_eq!(allowed(or, now() + TimeDelta::minutes(15)), []);
}

#[test]
fn every_appended_block_and_every_check_has_to_hold() {
    let identity = identity();
    let mut text = identity.mint(&grant("*")).unwrap();
    for block in [
        format!(
            r#"check if customer("{}"); check if operation($r, "read")"#,
            customer(7)
        ),
        r#"check if operation("ledger", $a)"#.to_owned(),
        format!(r#"check if tenant("{}")"#, tenant()),
        "check if time($t), $t < 2027-01-15T08:30:00Z".to_owned(),
    ] {
        text = narrowed(&text, &block);
    }
    let token = identity.verify(&text, now()).unwrap();
    assert_eq!(token.blocks.len(), 5);
    let allowed = |right, who: Option<u128>| token.decide(right, who.map(customer), now());
    assert_eq!(allowed(Right::LEDGER_READ, Some(7)), Ok(()));
    assert_eq!(allowed(Right::LEDGER_READ, Some(8)), Err(Denied::Forbidden));
    assert_eq!(allowed(Right::LEDGER_READ, None), Err(Denied::Forbidden));
    assert_eq!(allowed(Right::CUSTOMERS_READ, Some(7)), Err(Denied::Forbidden));
}

#[test]
fn a_check_that_compares_unlike_things_denies() {
    assert_eq!(allowed(r#"check if time($t), $t < "soon""#, now()), []);
    assert_eq!(allowed("check if operation($r, $a), $r == 1", now()), []);
}

#[test]
fn a_sealed_token_works_and_cannot_be_narrowed_further() {
    let identity = identity();
    let text = identity.mint(&grant("ledger:read")).unwrap();
    let sealed = opened(&identity, &text).seal().unwrap();
    let token = identity.verify(&sealed.to_base64().unwrap(), now()).unwrap();
    assert!(token.decide(Right::LEDGER_READ, None, now()).is_ok());
    let more = biscuit_auth::builder::BlockBuilder::new()
        .code("check if customer($c)")
        .unwrap();
    assert!(sealed.append(more).is_err());
}

#[test]
fn a_narrowed_token_has_no_right_that_its_parent_lacks() {
    let identity = identity();
    let text = identity.mint(&grant("ledger:read")).unwrap();
    let token = identity
        .verify(&narrowed(&text, "check if operation($r, $a)"), now())
        .unwrap();
    let left: Vec<_> = Right::ALL
        .iter()
        .filter(|r| token.decide(**r, None, now()).is_ok())
        .collect();
    assert_eq!(left, [&Right::LEDGER_READ]);
}
