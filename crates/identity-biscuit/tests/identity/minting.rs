use crate::*;
use biscuit_auth::KeyPair;
use execora_identity_biscuit::{TokenRefused, TokenView};
use execora_kernel::Right;

#[test]
fn a_token_says_who_it_speaks_for_and_what_it_may_do() {
    let identity = identity();
    let token = identity
        .verify(&identity.mint(&grant("customers:read,voice:use")).unwrap(), now())
        .unwrap();
    let caller = token.caller();
    assert_eq!((caller.tenant, caller.user), (tenant(), grant("*").user));
    assert_eq!(caller.credential, grant("*").credential);
    assert!(caller.require(Right::CUSTOMERS_READ, None, now()).is_ok());
    assert!(
        caller
            .require(Right::CUSTOMERS_READ, Some(customer(7)), now())
            .is_ok()
    );
    for right in Right::ALL
        .iter()
        .filter(|r| !["customers:read", "voice:use"].contains(&&*r.to_string()))
    {
        assert!(caller.require(*right, None, now()).is_err(), "{right}");
    }
}

#[test]
fn a_token_with_every_right_is_text_that_fits_a_subprotocol() {
    let identity = identity();
    let text = identity.mint(&grant("*")).unwrap();
    assert!(
        text.chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_'),
        "{text}"
    );
    assert!(text.len() < 2048, "{}", text.len());
    let token = identity.verify(&text, now()).unwrap();
    assert!(
        Right::ALL
            .iter()
            .all(|right| token.decide(*right, None, now()).is_ok())
    );
}

#[test]
fn a_token_is_accepted_with_and_without_padding() {
    let identity = identity();
    let mut seen = 0;
    for rights in [
        "customers:read",
        "voice:use",
        "ledger:read",
        "payments:create",
        "tenant:export",
        "users:read",
    ] {
        let text = identity.mint(&grant(rights)).unwrap();
        let padding = (4 - text.len() % 4) % 4;
        seen += padding;
        let padded = text.clone() + &"=".repeat(padding);
        assert!(identity.verify(&text, now()).is_ok());
        assert!(identity.verify(&padded, now()).is_ok());
    }
    assert!(seen > 0, "no length that needs padding was tried");
}

#[test]
fn partners_read_the_facts_with_the_published_key() {
    let identity = identity();
    let token = opened(&identity, &identity.mint(&grant("invoices:create")).unwrap());
    let facts = token.print_block_source(0).unwrap();
    let user = grant("*").user;
    for fact in [
        format!("tenant(\"{}\");", tenant()),
        format!("user(\"{user}\");"),
        format!("credential(\"{user}\");"),
        "right(\"invoices\", \"create\");".to_owned(),
        "check if time($t), $t < 2027-01-15T09:00:00Z;".to_owned(),
    ] {
        assert!(facts.contains(&fact), "{fact} is not in {facts}");
    }
    assert_eq!(token.root_key_id(), Some(1));
}

#[test]
fn a_view_lists_the_blocks_and_one_revocation_id_for_each() {
    let identity = identity();
    let text = identity.mint(&grant("customers:read,ledger:read")).unwrap();
    let parent = TokenView::from(&*identity.verify(&text, now()).unwrap());
    assert_eq!(parent.tenant_id, tenant().to_string());
    assert_eq!(parent.rights, ["customers:read", "ledger:read"]);
    assert_eq!(parent.expires_at, "2027-01-15T09:00:00Z");
    let child = narrowed(&text, "check if operation(\"customers\", \"read\")");
    let child = TokenView::from(&*identity.verify(&child, now()).unwrap());
    assert_eq!((child.blocks.len(), child.revocation_ids.len()), (2, 2));
    assert!(child.blocks[1].contains("operation(\"customers\", \"read\")"));
    assert_eq!(
        child.revocation_ids[0], parent.revocation_ids[0],
        "revoking the parent reaches the child"
    );
    assert!(child.revocation_ids.iter().all(|id| id.len() == 128));
}

#[test]
fn a_token_of_another_installation_or_of_an_unknown_key_is_refused() {
    let (ours, theirs) = (identity(), identity());
    let text = theirs.mint(&grant("*")).unwrap();
    assert_eq!(ours.verify(&text, now()).unwrap_err(), TokenRefused::BadSignature);
    for kid in [None, Some(9)] {
        let mut builder = Biscuit::builder().code("tenant(\"x\")").unwrap();
        if let Some(kid) = kid {
            builder = builder.root_key_id(kid);
        }
        let text = builder.build(&KeyPair::new()).unwrap().to_base64().unwrap();
        assert_eq!(ours.verify(&text, now()).unwrap_err(), TokenRefused::UnknownKey);
    }
}

#[test]
fn nothing_that_is_printed_by_accident_is_a_secret() {
    let keys = RootKeys::generate().unwrap();
    assert_eq!(format!("{keys:?}"), "[1]");
    let identity = Identity::new(keys);
    let text = identity.mint(&grant("*")).unwrap();
    let token = identity.verify(&text, now()).unwrap();
    let printed = format!("{identity:?} {token:?} {:?}", token.caller());
    assert!(!printed.contains(&token.revocation_ids[0][..16]) && !printed.contains(&text[..16]));
}
