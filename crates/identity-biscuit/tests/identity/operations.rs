use crate::{
    hostile::{identity_and, minted, refusal},
    *,
};
use biscuit_auth::builder::{Binary, Check, CheckKind, Expression, Op, Rule, Term, pred, string, var};
use execora_identity_biscuit::TokenRefused;

/// A block with one expression, written operation by operation as no parser would.
fn with_operations(ops: Vec<Op>) -> String {
    let condition = Rule::new(
        pred::<Term>("query", &[]),
        vec![pred("time", &[var("t")])],
        vec![Expression { ops }],
        vec![],
    );
    let check = Check {
        queries: vec![condition],
        kind: CheckKind::One,
    };
    let token = UnverifiedBiscuit::from_base64(minted()).unwrap();
    token
        .append(BlockBuilder::new().check(check).unwrap())
        .unwrap()
        .to_base64()
        .unwrap()
}

#[test]
fn an_expression_that_no_parser_would_write_is_refused() {
    let value = || Op::Value(string("x"));
    let delayed = || Op::Closure(vec![], vec![value()]);
    for (ops, what) in [
        (vec![], "nothing"),
        (vec![value(), value()], "two values"),
        (
            vec![value(), Op::Binary(Binary::Equal)],
            "an operator without a left side",
        ),
        (vec![delayed()], "a closure alone"),
        (
            vec![value(), delayed(), Op::Binary(Binary::Equal)],
            "a closure that is compared",
        ),
        (
            vec![value(), value(), Op::Binary(Binary::LazyOr)],
            "a lazy operator without a closure",
        ),
        (
            vec![delayed(), value(), Op::Binary(Binary::LazyOr)],
            "a closure on the left",
        ),
        (
            vec![
                value(),
                Op::Closure(vec!["p".into()], vec![value()]),
                Op::Binary(Binary::LazyOr),
            ],
            "a closure with a parameter",
        ),
        (vec![Op::Value(var("unbound"))], "a variable from nowhere"),
        (
            vec![value(), Op::Closure(vec![], vec![]), Op::Binary(Binary::LazyAnd)],
            "an empty closure",
        ),
    ] {
        assert_eq!(
            refusal(&with_operations(ops)),
            TokenRefused::NotNarrowingOnly,
            "{what}"
        );
    }
}

#[test]
fn endless_nesting_is_refused() {
    let mut ops = vec![Op::Value(string("x"))];
    for _ in 0..20 {
        ops = vec![
            Op::Value(string("x")),
            Op::Closure(vec![], ops),
            Op::Binary(Binary::LazyOr),
        ];
    }
    assert_eq!(refusal(&with_operations(ops)), TokenRefused::NotNarrowingOnly);
}

#[test]
fn a_date_beyond_the_calendar_is_read_and_changes_nothing_for_the_better() {
    let compare = |date, operator| {
        vec![
            Op::Value(var("t")),
            Op::Value(Term::Date(date)),
            Op::Binary(operator),
        ]
    };
    assert_eq!(
        identity_and(&with_operations(compare(u64::MAX, Binary::LessThan))),
        Ok(())
    );
    assert_eq!(
        identity_and(&with_operations(compare(u64::MAX, Binary::LessOrEqual))),
        Ok(())
    );
    assert_eq!(
        refusal(&with_operations(compare(0, Binary::LessThan))),
        TokenRefused::Expired
    );
}
