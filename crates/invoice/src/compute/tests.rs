//! Worked cases of tax and rounding, and the sums that must hold for every bill.

use super::*;
use execora_kernel::Quantity;
use proptest::prelude::*;

const INTRA: BillRules = BillRules {
    with_gst: true,
    interstate: false,
    round_to_rupee: false,
};
const INTER: BillRules = BillRules {
    with_gst: true,
    interstate: true,
    round_to_rupee: false,
};

fn paise(p: i64) -> Money {
    Money::from_paise(p)
}

fn one(price: i64, inclusive: bool, rate_bp: u16) -> Vec<Line> {
    vec![Line::sample(
        "thing",
        Quantity::ONE,
        paise(price),
        inclusive,
        rate_bp,
    )]
}

#[test]
fn a_price_with_tax_adds_up_to_itself() {
    for (price, rate, tax) in [
        (10_000, 1_800, 763),
        (9_900, 500, 236),
        (1_000, 1_200, 54),
        (1_999, 2_800, 219),
        (14_500, 500, 345),
    ] {
        let bill = compute(one(price, true, rate), Discount::None, INTRA).map(|b| b.totals);
        let expected = Totals {
            subtotal: paise(price),
            taxable: paise(price - 2 * tax),
            cgst: paise(tax),
            sgst: paise(tax),
            total: paise(price),
            ..Totals::default()
        };
        assert_eq!(bill, Ok(expected), "{price} at {rate}");
    }
}

#[test]
fn tax_on_top_is_rounded_half_up_per_kind() {
    for (taxable, rate, igst, cgst) in [
        (3_335, 500, 167, 83),
        (1_010, 500, 51, 25),
        (25_050, 1_800, 4_509, 2_255),
        (100, 500, 5, 3),
        (10, 500, 1, 0),
    ] {
        let inter = compute(one(taxable, false, rate), Discount::None, INTER).map(|b| b.totals.igst);
        let intra =
            compute(one(taxable, false, rate), Discount::None, INTRA).map(|b| (b.totals.cgst, b.totals.sgst));
        assert_eq!(inter, Ok(paise(igst)), "{taxable} at {rate}");
        assert_eq!(intra, Ok((paise(cgst), paise(cgst))), "{taxable} at {rate}");
    }
}

#[test]
fn cess_is_taken_also_where_gst_is_nothing() {
    let mut lines = one(10_000, false, 0);
    lines.iter_mut().for_each(|l| l.cess_bp = 1_200);
    assert_eq!(
        compute(lines, Discount::None, INTRA).map(|b| b.totals.cess),
        Ok(paise(1_200))
    );
}

#[test]
fn a_bills_discount_goes_to_the_largest_remainders_and_ties_to_the_earlier_line() {
    let lines: Vec<Line> = [100, 100, 100]
        .into_iter()
        .flat_map(|p| one(p, false, 0))
        .collect();
    let bill = compute(lines, Discount::Amount(paise(100)), INTRA);
    let shares = bill.map(|b| {
        b.lines
            .iter()
            .map(|l| l.amounts.discount.paise())
            .collect::<Vec<_>>()
    });
    assert_eq!(shares, Ok(vec![34, 33, 33]));
}

#[test]
fn the_total_is_rounded_once_and_half_up() {
    let rules = BillRules {
        round_to_rupee: true,
        ..INTRA
    };
    for (price, total, off) in [(10_050, 10_100, 50), (10_049, 10_000, -49), (10_000, 10_000, 0)] {
        let totals = compute(one(price, false, 0), Discount::None, rules)
            .map(|b| (b.totals.total, b.totals.round_off));
        assert_eq!(totals, Ok((paise(total), paise(off))));
    }
}

#[test]
fn what_is_out_of_range_is_refused_and_a_bill_of_nothing_is_a_bill() {
    let mut none = one(100, false, 500);
    none.iter_mut().for_each(|l| l.quantity = Quantity::ZERO);
    assert_eq!(
        compute(none, Discount::None, INTRA),
        Err(BillRefused::Quantity { line: 0 })
    );
    assert_eq!(
        compute(one(-1, false, 0), Discount::None, INTRA),
        Err(BillRefused::Price { line: 0 })
    );
    let all = Discount::Percent(Quantity::from_thousandths(100_000));
    assert_eq!(
        compute(one(100, true, 500), all, INTRA).map(|b| b.totals.total),
        Ok(Money::ZERO)
    );
    let too_much = Discount::Amount(paise(101));
    assert_eq!(
        compute(one(100, true, 500), too_much, INTRA),
        Err(BillRefused::Discount { line: None })
    );
    let below = Discount::Percent(Quantity::from_thousandths(-1));
    assert_eq!(
        compute(one(100_000, true, 500), below, INTRA),
        Err(BillRefused::Discount { line: None })
    );
}

fn any_line() -> impl Strategy<Value = Line> {
    (
        1_i64..99_999,
        0_i64..1_000_000,
        any::<bool>(),
        prop::sample::select(vec![0_u16, 25, 300, 500, 1_800, 4_000]),
        0_i64..=100,
    )
        .prop_map(|(quantity, price, inclusive, rate, percent)| {
            let mut line = Line::sample(
                "thing",
                Quantity::from_thousandths(quantity),
                paise(price),
                inclusive,
                rate,
            );
            line.discount = Discount::Percent(Quantity::from_thousandths(percent * 1_000));
            line.cess_bp = if rate == 4_000 { 1_200 } else { 0 };
            line
        })
}

proptest! {
    #[test]
    fn every_bill_adds_up(lines in prop::collection::vec(any_line(), 1..20), percent in 0_i64..=100, interstate: bool, round: bool) {
        let rules = BillRules { with_gst: true, interstate, round_to_rupee: round };
        let discount = Discount::Percent(Quantity::from_thousandths(percent * 1_000));
        if let Ok(bill) = compute(lines, discount, rules) {
            let t = bill.totals;
            prop_assert_eq!(t.cgst, t.sgst);
            let parts = Money::sum([t.taxable, t.cgst, t.sgst, t.igst, t.cess, t.round_off]);
            prop_assert_eq!(parts, Some(t.total));
            prop_assert!(t.round_off.paise().abs() <= 50);
            for line in &bill.lines {
                let a = line.amounts;
                prop_assert!(a.discount <= a.gross && a.taxable >= Money::ZERO);
                let sum = Money::sum([a.taxable, a.cgst, a.sgst, a.igst, a.cess]);
                prop_assert_eq!(sum, Some(a.total));
                if line.price_includes_tax {
                    prop_assert_eq!(a.gross.minus(a.discount), Some(a.total));
                }
            }
        }
    }
}
