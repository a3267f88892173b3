//! Common names of people that are words of the lexicon as well, by spelling or by sound.

use super::{Group, Groups};

/// Where the name is told from the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CommonName {
    /// Wherever a person stands: before ne, ko, se, ka, after "for".
    Anywhere,
    /// Only as the one who did something: "Sham ne", but "sham ko" is the evening.
    Doing,
}

/// Is this word of the lexicon also what people are called?
pub(crate) fn common_name(groups: Groups) -> Option<CommonName> {
    if groups.hold(Group::NameAnywhere) {
        Some(CommonName::Anywhere)
    } else {
        groups.hold(Group::NameOfDoer).then_some(CommonName::Doing)
    }
}
