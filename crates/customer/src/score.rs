//! How well a customer fits what was said, and what may be done about it.

use execora_kernel::CustomerId;
use std::fmt;

/// How well a customer fits, in basis points: 10,000 is the name as it stands in the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u16);

/// From here on a customer *fits*: every word that was said stands in the name, at most spelt in another usual way.
/// Nothing is done on a customer below it, wherever the candidate came from.
pub const FITS: Score = Score(9_000);

/// From here on a customer is near enough to be offered beside "a new customer".
pub const NEAR: Score = Score(5_000);

impl Score {
    /// A score, kept within 0–10,000.
    #[must_use]
    pub fn from_basis_points(points: u16) -> Self {
        Self(points.min(10_000))
    }

    /// The score in basis points.
    #[must_use]
    pub const fn basis_points(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Score {
    /// `0.97`: two places, cut and not rounded, so that only the full score reads `1.00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 10_000, self.0 % 10_000 / 100)
    }
}

/// By what a customer was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The name as it is written, or words of it.
    Exact,
    /// Another spelling of the name, or one near it.
    Spelling,
    /// A nickname, an alias or a pet form.
    Nickname,
    /// The landmark, alone or telling it from its namesakes.
    Landmark,
    /// The phone number or a part of it, alone or telling it from its namesakes.
    Phone,
}

impl Reason {
    /// The word for it on the wire.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Spelling => "spelling",
            Self::Nickname => "nickname",
            Self::Landmark => "landmark",
            Self::Phone => "phone",
        }
    }
}

/// A customer that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// Which customer.
    pub customer: CustomerId,
    /// How well it fits.
    pub score: Score,
    /// By what.
    pub reason: Reason,
}

impl Match {
    fn fits(&self) -> bool {
        self.score >= FITS
    }

    /// A landmark or phone that was said and agrees parts a customer from its namesakes.
    fn is_told_apart(&self) -> bool {
        self.fits() && matches!(self.reason, Reason::Landmark | Reason::Phone)
    }

    /// Better matches come first: those told apart, then by score; the older customer first among equals.
    pub(crate) fn is_before(&self, other: &Self) -> bool {
        let rank = |m: &Self| (m.is_told_apart(), m.score);
        match rank(self).cmp(&rank(other)) {
            std::cmp::Ordering::Equal => self.customer < other.customer,
            order => order.is_gt(),
        }
    }
}

/// Whether a command may act on what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Exactly one customer fits.
    Certain(CustomerId),
    /// Several fit, best first: ask which.
    Ambiguous(Vec<Match>),
    /// None fits and some are near: offer them and a new customer.
    Near(Vec<Match>),
    /// Nobody like that.
    None,
}

/// Decides on the matches of one search, which are best first and hold at least the two best.
///
/// A shopkeeper who says "Rahul" may mean Rahul or Rahul Verma, so the shorter name does not win: two that fit are asked
/// about, in whatever spelling, and two of the very same name always. Only a landmark or phone that was said and agrees
/// with one alone decides between them.
#[must_use]
pub fn decide(matches: &[Match]) -> Decision {
    let told: Vec<Match> = matches.iter().copied().filter(Match::is_told_apart).collect();
    let fitting: Vec<Match> = matches.iter().copied().filter(Match::fits).collect();
    let rivals = if told.is_empty() { fitting } else { told };
    match rivals.as_slice() {
        [one] => return Decision::Certain(one.customer),
        [_, _, ..] => return Decision::Ambiguous(rivals),
        [] => {}
    }
    let near: Vec<Match> = matches.iter().copied().filter(|m| m.score >= NEAR).collect();
    if near.is_empty() {
        Decision::None
    } else {
        Decision::Near(near)
    }
}
