//! What a holder may append to a token: checks that only narrow, each over one fact, with constants.
//!
//! The engine's limits do not bound the work of a single iteration, so anything that could multiply work (rules, joins,
//! functions) is refused here, by structure, before the engine sees it.

use crate::reading::Blocks;
use biscuit_auth::{
    datalog::SymbolTable,
    format::schema::{
        Block, Check, Expression, Op, Predicate, Rule, Term, check, op, op_binary, op_unary, term,
    },
};

/// How many blocks a holder may append.
pub(crate) const APPENDED_MAX: usize = 4;
/// How many alternatives (`or`) one check may have.
const ALTERNATIVES_MAX: usize = 16;
/// How deep `&&`, `||` and brackets may nest.
const DEPTH_MAX: usize = 16;

/// Whether every appended block only narrows.
pub(crate) fn only_narrows(blocks: &Blocks) -> bool {
    !blocks.third_party
        && blocks
            .appended
            .iter()
            .all(|block| block_narrows(block, &blocks.symbols))
}

fn block_narrows(block: &Block, symbols: &SymbolTable) -> bool {
    block.facts.is_empty()
        && block.rules.is_empty()
        && block.scope.is_empty()
        && block.public_keys.is_empty()
        && block.checks.iter().all(|check| check_narrows(check, symbols))
}

fn check_narrows(check: &Check, symbols: &SymbolTable) -> bool {
    let plain_if = check
        .kind
        .is_none_or(|kind| check::Kind::from_i32(kind) == Some(check::Kind::One));
    plain_if
        && (1..=ALTERNATIVES_MAX).contains(&check.queries.len())
        && check
            .queries
            .iter()
            .all(|condition| condition_narrows(condition, symbols))
}

fn condition_narrows(condition: &Rule, symbols: &SymbolTable) -> bool {
    let [predicate] = &condition.body[..] else {
        return false;
    };
    let Some(bound) = bound_variables(predicate, symbols) else {
        return false;
    };
    condition.scope.is_empty()
        && condition.head.terms.is_empty()
        && condition
            .expressions
            .iter()
            .all(|Expression { ops }| yields_one_value(ops, &bound, symbols, 0))
}

/// The variables that a condition binds, when it is over one of the four facts.
fn bound_variables(predicate: &Predicate, symbols: &SymbolTable) -> Option<Vec<u32>> {
    let arity = match symbols.get_symbol(predicate.name)? {
        "time" | "tenant" | "customer" => 1,
        "operation" => 2,
        _ => return None,
    };
    if predicate.terms.len() != arity {
        return None;
    }
    let mut bound = Vec::with_capacity(arity);
    for term in &predicate.terms {
        match &term.content {
            Some(term::Content::Variable(variable)) => bound.push(*variable),
            _ if is_constant(term, symbols) => {}
            _ => return None,
        }
    }
    Some(bound)
}

fn is_constant(term: &Term, symbols: &SymbolTable) -> bool {
    match &term.content {
        Some(term::Content::String(symbol)) => symbols.get_symbol(*symbol).is_some(),
        Some(term::Content::Integer(_) | term::Content::Date(_) | term::Content::Bool(_)) => true,
        _ => false,
    }
}

/// What lies on the stack of an expression: a value, or the right side of `&&` or `||` that waits to be looked at.
#[derive(PartialEq)]
enum Slot {
    Value,
    Delayed,
}

/// Walks the operations as the engine would, allowing only comparison, `&&`, `||` and brackets.
fn yields_one_value(ops: &[Op], bound: &[u32], symbols: &SymbolTable, depth: usize) -> bool {
    let mut stack = Vec::new();
    for op in ops {
        let allowed = match &op.content {
            Some(op::Content::Value(term)) => {
                stack.push(Slot::Value);
                match &term.content {
                    Some(term::Content::Variable(variable)) => bound.contains(variable),
                    _ => is_constant(term, symbols),
                }
            }
            Some(op::Content::Unary(unary)) => {
                op_unary::Kind::from_i32(unary.kind) == Some(op_unary::Kind::Parens)
                    && stack.last() == Some(&Slot::Value)
            }
            Some(op::Content::Closure(closure)) => {
                stack.push(Slot::Delayed);
                depth < DEPTH_MAX
                    && closure.params.is_empty()
                    && yields_one_value(&closure.ops, bound, symbols, depth + 1)
            }
            Some(op::Content::Binary(binary)) => {
                let (right, left) = (stack.pop(), stack.pop());
                stack.push(Slot::Value);
                operand(binary.kind).is_some_and(|wanted| left == Some(Slot::Value) && right == Some(wanted))
            }
            None => false,
        };
        if !allowed {
            return false;
        }
    }
    matches!(stack[..], [Slot::Value])
}

/// What an allowed operator takes on its right; nothing for any other operator.
fn operand(kind: i32) -> Option<Slot> {
    use op_binary::Kind;
    match Kind::from_i32(kind)? {
        Kind::LessThan
        | Kind::GreaterThan
        | Kind::LessOrEqual
        | Kind::GreaterOrEqual
        | Kind::Equal
        | Kind::NotEqual
        | Kind::HeterogeneousEqual
        | Kind::HeterogeneousNotEqual
        | Kind::And
        | Kind::Or => Some(Slot::Value),
        Kind::LazyAnd | Kind::LazyOr => Some(Slot::Delayed),
        _ => None,
    }
}
