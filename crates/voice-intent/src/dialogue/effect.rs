//! What a conversation asks of the world: to look something up, to do something, and last to answer.

use execora_kernel::CustomerId;

use super::action::Action;
use super::reply::Reply;

/// What is to be done next. One at a time: a turn is a chain of look-ups and actions that ends in
/// exactly one reply, or in the remark that what was answered is over.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Look this up and come back with [`super::Event::Looked`].
    LookUp(LookUp),
    /// Do this and come back with [`super::Event::Done`] or [`super::Event::Refused`].
    Act(Box<Action>),
    /// The answer; the turn is over.
    Reply(Box<Reply>),
    /// A button was pressed too late, or for a question that was never asked; the turn is over without an answer.
    Void(Void),
}

/// Why a button had no effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Void {
    /// The question is over.
    ClarifyExpired,
    /// There was no such question or option.
    ClarifyUnknown,
    /// It cannot be taken back any more.
    UndoExpired,
}

/// A question to the books that changes nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LookUp {
    /// Who is meant by this name.
    Customer {
        /// As said.
        name: String,
        /// What tells two people of one name apart, as said.
        landmark: Option<String>,
    },
    /// The customer with this id.
    Person(CustomerId),
    /// What is meant by these names.
    Products(Vec<String>),
    /// Open drafts, of one customer or of the whole shop.
    Drafts {
        /// Whose.
        customer: Option<CustomerId>,
    },
    /// The bill with this number.
    Invoice {
        /// As said.
        number: String,
    },
    /// Bills that could be cancelled, of one customer or of the whole shop.
    Invoices {
        /// Whose.
        customer: Option<CustomerId>,
    },
    /// Reminders still to come.
    Reminders {
        /// About whom.
        customer: Option<CustomerId>,
    },
}
