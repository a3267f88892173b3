//! Reading settings from where they stand, references in place of values included; errors name a setting, never its value.

use super::{Config, DEFAULTS, Flags};
use anyhow::{Context, Result, anyhow, bail};
use figment::error::Kind;
use figment::providers::{Env, Format, Serialized, Toml};
use figment::value::{Dict, Value};
use figment::{Figment, Profile};
use std::collections::BTreeMap;
use std::io::Read;

/// The largest file that a reference may lead to.
const REFERENCE_BYTES_MAX: u64 = 64 * 1024;
/// References that a later version reads.
const NOT_YET: [&str; 2] = ["vault:", "aws-sm:"];
/// These are references to the end: whoever uses them reads them, again and again.
const STAYS_REFERENCE: &str = "identity.root_keys";
/// Names that belong to tests and to commands, not to the server.
const NOT_SETTINGS: [&str; 3] = ["token", "install", "write"];

/// By JSON pointer, what stood in the place of a value.
pub(super) type References = BTreeMap<String, String>;

/// The settings in force, and the references among them.
pub(super) fn read(flags: &Flags) -> Result<Config> {
    let defaults = Figment::from(Toml::string(DEFAULTS));
    let mut figment = defaults.clone().merge(Toml::file("execora.toml"));
    for (name, text) in environment().iter() {
        let value = typed(&defaults, name.as_str(), text);
        figment = figment.merge((name.as_str(), value));
    }
    if let Some(home) = &flags.home {
        figment = figment.merge(("home", home));
    }
    if let Some(listen) = &flags.listen {
        figment = figment.merge(("listen", listen));
    }
    let mut settings: Dict = figment.extract().map_err(|error| told(&error))?;
    let mut references = References::new();
    for (name, value) in &mut settings {
        resolve(&defaults, name, value, &mut references)?;
    }
    let resolved = Figment::from(Serialized::from(settings, Profile::Default));
    let mut config: Config = resolved.extract().map_err(|error| told(&error))?;
    config.references = references;
    Ok(config)
}

fn environment() -> Env {
    Env::prefixed("EXECORA_").split("__").filter(|key| {
        let key = key.as_str().to_ascii_lowercase();
        !NOT_SETTINGS.contains(&key.as_str()) && !key.starts_with("test_")
    })
}

/// What a text means for a setting. Where the default is a text it is taken as it stands: a password of digits is no number, and
/// one with brackets is no list.
fn typed(defaults: &Figment, name: &str, text: String) -> Value {
    let parsed = || text.parse().unwrap_or_else(|_| Value::from(text.clone()));
    match defaults.find_value(name) {
        Ok(Value::String(..)) => Value::from(text),
        Ok(Value::Array(..)) if !text.trim_start().starts_with('[') => {
            let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
            Value::from(parts.map(str::to_owned).collect::<Vec<_>>())
        }
        // What a reference leads to is read first.
        _ if text.starts_with("file:") => Value::from(text),
        Ok(_) | Err(_) => parsed(),
    }
}

/// Puts what references lead to in their place.
fn resolve(defaults: &Figment, name: &str, value: &mut Value, references: &mut References) -> Result<()> {
    if name == STAYS_REFERENCE {
        return Ok(());
    }
    match value {
        Value::Dict(_, dict) => {
            for (key, inner) in dict {
                resolve(defaults, &format!("{name}.{key}"), inner, references)?;
            }
        }
        Value::Array(_, list) => {
            for (at, inner) in list.iter_mut().enumerate() {
                resolve(defaults, &format!("{name}.{at}"), inner, references)?;
            }
        }
        Value::String(_, text) => {
            if let Some(kind) = NOT_YET.iter().find(|kind| text.starts_with(**kind)) {
                bail!(
                    "{name}: references of the kind `{kind}` cannot be read by this version; put the value into a file and name it with `file:`"
                );
            }
            if let Some(path) = text.strip_prefix("file:") {
                let read = read_file(path).with_context(|| format!("{name}: the file that it refers to"))?;
                references.insert(format!("/{}", name.replace('.', "/")), text.clone());
                *value = typed(defaults, name, read);
            }
        }
        Value::Char(..) | Value::Bool(..) | Value::Num(..) | Value::Empty(..) => {}
    }
    Ok(())
}

/// The text of a file, without the line end that editors put there.
fn read_file(path: &str) -> Result<String> {
    let mut text = String::new();
    let file = std::fs::File::open(path).with_context(|| format!("{path} cannot be opened"))?;
    file.take(REFERENCE_BYTES_MAX + 1)
        .read_to_string(&mut text)
        .map_err(|error| anyhow!("{path} cannot be read: {}", error.kind()))?;
    if u64::try_from(text.len()).is_ok_and(|length| length > REFERENCE_BYTES_MAX) {
        bail!("{path} is larger than {REFERENCE_BYTES_MAX} bytes");
    }
    let end = text.trim_end_matches(['\n', '\r']).len();
    text.truncate(end);
    Ok(text)
}

/// What is wrong, by the names of settings alone: drivers like to repeat the value.
fn told(error: &figment::Error) -> anyhow::Error {
    let lines: Vec<String> = error
        .clone()
        .into_iter()
        .map(|one| {
            let name = one.path.join(".");
            let what = match one.kind {
                Kind::InvalidType(_, expected) | Kind::InvalidValue(_, expected) => {
                    format!("must be {expected}")
                }
                Kind::InvalidLength(_, expected) => format!("must have {expected}"),
                Kind::UnknownVariant(_, known) => format!("must be one of {}", known.join(", ")),
                Kind::UnknownField(field, _) => format!("there is no setting `{field}` here"),
                Kind::MissingField(field) => format!("`{field}` is missing"),
                Kind::DuplicateField(field) => format!("`{field}` stands there twice"),
                // A reader of TOML quotes the line below.
                Kind::Message(message) => message.lines().next().unwrap_or_default().to_owned(),
                Kind::ISizeOutOfRange(_)
                | Kind::USizeOutOfRange(_)
                | Kind::Unsupported(_)
                | Kind::UnsupportedKey(..) => "is not of the right form".to_owned(),
            };
            if name.is_empty() {
                what
            } else {
                format!("{name}: {what}")
            }
        })
        .collect();
    anyhow!("settings: {}", lines.join("; "))
}
