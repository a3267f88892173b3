//! Reading what the blocks of a token say, from the same bytes and with the same decoder as the evaluator.

use biscuit_auth::{
    datalog::SymbolTable,
    format::schema::{self, Block, Check, Rule, op, op_binary, term},
};
use prost::Message;

/// A decoded token: the blocks in order, authority first, and the strings that they refer to.
pub(crate) struct Blocks {
    pub(crate) authority: Block,
    pub(crate) appended: Vec<Block>,
    pub(crate) third_party: bool,
    pub(crate) symbols: SymbolTable,
}

impl Blocks {
    /// Nothing when the bytes are no token.
    pub(crate) fn decode(bytes: &[u8]) -> Option<Self> {
        let outer = schema::Biscuit::decode(bytes).ok()?;
        let authority = Block::decode(&outer.authority.block[..]).ok()?;
        let third_party = outer
            .blocks
            .iter()
            .any(|block| block.external_signature.is_some());
        let mut appended = Vec::with_capacity(outer.blocks.len());
        let mut symbols = authority.symbols.clone();
        for signed in &outer.blocks {
            let block = Block::decode(&signed.block[..]).ok()?;
            symbols.extend_from_slice(&block.symbols);
            appended.push(block);
        }
        let symbols = SymbolTable::from(symbols).ok()?;
        Some(Self {
            authority,
            appended,
            third_party,
            symbols,
        })
    }

    /// The texts of every authority fact called `name` that has `N` terms, all of them texts.
    pub(crate) fn facts<const N: usize>(&self, name: &str) -> Vec<[&str; N]> {
        let of_name = self.authority.facts.iter().map(|fact| &fact.predicate);
        of_name
            .filter(|p| self.symbols.get_symbol(p.name) == Some(name) && p.terms.len() == N)
            .filter_map(|p| {
                let mut texts = [""; N];
                for (text, term) in texts.iter_mut().zip(&p.terms) {
                    let Some(term::Content::String(symbol)) = term.content else {
                        return None;
                    };
                    *text = self.symbols.get_symbol(symbol)?;
                }
                Some(texts)
            })
            .collect()
    }

    /// The only value of the authority fact `name`: two of them would say two things.
    pub(crate) fn only(&self, name: &str) -> Option<&str> {
        match self.facts::<1>(name)[..] {
            [[value]] => Some(value),
            _ => None,
        }
    }

    /// The first second in which the token no longer works, by every block's plain check of an upper bound of time.
    pub(crate) fn expiry(&self) -> Option<u64> {
        let checks = self
            .authority
            .checks
            .iter()
            .chain(self.appended.iter().flat_map(|b| &b.checks));
        checks.filter_map(|check| self.upper_bound(check)).min()
    }

    fn upper_bound(&self, check: &Check) -> Option<u64> {
        let [
            Rule {
                body, expressions, ..
            },
        ] = &check.queries[..]
        else {
            return None;
        };
        let ([predicate], [expression]) = (&body[..], &expressions[..]) else {
            return None;
        };
        if self.symbols.get_symbol(predicate.name) != Some("time") {
            return None;
        }
        let [time] = &predicate.terms[..] else { return None };
        let Some(term::Content::Variable(bound)) = time.content else {
            return None;
        };
        let [left, right, operator] = &expression.ops[..] else {
            return None;
        };
        let (
            Some(op::Content::Value(left)),
            Some(op::Content::Value(right)),
            Some(op::Content::Binary(operator)),
        ) = (&left.content, &right.content, &operator.content)
        else {
            return None;
        };
        let (Some(term::Content::Variable(variable)), Some(term::Content::Date(date))) =
            (&left.content, &right.content)
        else {
            return None;
        };
        match op_binary::Kind::from_i32(operator.kind)? {
            op_binary::Kind::LessThan if *variable == bound => Some(*date),
            op_binary::Kind::LessOrEqual if *variable == bound => Some(date.saturating_add(1)),
            _ => None,
        }
    }
}
