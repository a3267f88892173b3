//! The texts of one language as they stand in its Fluent file, parsed once.

use std::fmt::Display;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::{Expression, InlineExpression, PatternElement};
use unic_langid::LanguageIdentifier;

/// The texts of one language, and what was wrong with the file they come from.
pub(super) struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    /// What could not be parsed or stands twice; the tests hold it empty.
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests hold it empty"))]
    pub(super) faults: Vec<String>,
}

impl Catalogue {
    /// Reads the file of the language with the BCP 47 tag `tag`.
    pub(super) fn parse(tag: &str, source: &str) -> Self {
        let mut faults = Vec::new();
        let locale = tag.parse::<LanguageIdentifier>().unwrap_or_else(|error| {
            faults.push(format!("{tag}: {error}"));
            LanguageIdentifier::default()
        });
        let resource = match FluentResource::try_new(source.to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                faults.extend(errors.iter().map(|error| format!("{tag}: {error}")));
                resource
            }
        };
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Answers are compared, spoken and copied: no invisible marks around what is filled in.
        bundle.set_use_isolating(false);
        if let Err(errors) = bundle.add_resource(resource) {
            faults.extend(errors.iter().map(|error| format!("{tag}: {error}")));
        }
        Self { bundle, faults }
    }

    /// The text `id` with its placeables filled in literally; empty for a text or a value that is not there.
    pub(super) fn text(&self, id: &str, told: &[(&str, &dyn Display)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return String::new();
        };
        let mut args = FluentArgs::new();
        for name in variables(&pattern.elements) {
            let value = told
                .iter()
                .find(|(known, _)| *known == name)
                .map_or_else(String::new, |(_, value)| value.to_string());
            // How many there are chooses between forms of a sentence; everything else is filled in as it stands.
            match value.parse::<u32>() {
                Ok(count) if name == "count" => args.set(name, count),
                _ => args.set(name, value),
            }
        }
        self.bundle
            .format_pattern(pattern, Some(&args), &mut Vec::new())
            .into_owned()
    }

    /// Whether there is a text `id`.
    pub(super) fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    #[cfg(test)]
    pub(super) fn placeables(&self, id: &str) -> std::collections::BTreeSet<String> {
        self.bundle
            .get_message(id)
            .and_then(|message| message.value())
            .into_iter()
            .flat_map(|pattern| variables(&pattern.elements))
            .map(str::to_owned)
            .collect()
    }
}

/// The names that a text fills in, or chooses its form by.
fn variables<'a>(elements: &'a [PatternElement<&'a str>]) -> Vec<&'a str> {
    let mut names = Vec::new();
    for element in elements {
        match element {
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => names.push(id.name),
            PatternElement::Placeable {
                expression: Expression::Select { selector, variants },
            } => {
                if let InlineExpression::VariableReference { id } = selector {
                    names.push(id.name);
                }
                for variant in variants {
                    names.extend(variables(&variant.value.elements));
                }
            }
            _ => {}
        }
    }
    names
}

/// The ids of a file in the order they stand in, those that stand twice twice.
#[cfg(test)]
pub(super) fn ids(source: &str) -> Vec<&str> {
    source
        .lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once(" = "))
        .map(|(id, _)| id)
        .collect()
}
