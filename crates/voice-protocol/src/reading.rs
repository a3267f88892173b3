//! Reading a client's frame: JSON without repeated keys, a known type, data that fits it.

use crate::{
    client::{ClientMessage, Confirm, Resume, Selection, SetLanguage, StartAudio, Text, Undo},
    error::ProtocolError,
    limits,
    words::{Encoding, Language, Speak, SpeechFormat},
};
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, Error, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Map, Value};
use std::{collections::BTreeSet, fmt};

const FIELDS: ProtocolError = ProtocolError::BadData("a field is unknown, missing or of another type");

pub(crate) fn message(frame: &str) -> Result<ClientMessage, ProtocolError> {
    serde_json::from_str::<Unrepeated>(frame).map_err(|_| ProtocolError::BadJson)?;
    let value: Value = serde_json::from_str(frame).map_err(|_| ProtocolError::BadJson)?;
    let Value::Object(mut envelope) = value else {
        return Err(ProtocolError::UnknownType);
    };
    let Some(Value::String(name)) = envelope.remove("type") else {
        return Err(ProtocolError::UnknownType);
    };
    if !ClientMessage::NAMES.contains(&name.as_str()) {
        return Err(ProtocolError::UnknownType);
    }
    let data = match envelope.remove("data") {
        Some(Value::Object(data)) => data,
        None | Some(Value::Null) => Map::new(),
        Some(_) => return Err(ProtocolError::BadData("data is not an object")),
    };
    if !envelope.is_empty() {
        return Err(ProtocolError::BadData(
            "beside type and data there is something else",
        ));
    }
    body(&name, data)
}

fn body(name: &str, data: Map<String, Value>) -> Result<ClientMessage, ProtocolError> {
    Ok(match name {
        "START_AUDIO" => ClientMessage::StartAudio(start_audio(data)?),
        "TEXT" => ClientMessage::Text(text(fields(data)?)?),
        "SELECT_INTENT" => ClientMessage::SelectIntent(selection(fields(data)?)?),
        "CONFIRM" => {
            let confirm: Confirm = fields(data)?;
            token(&confirm.token)?;
            ClientMessage::Confirm(confirm)
        }
        "UNDO" => {
            let undo: Undo = fields(data)?;
            token(&undo.token)?;
            ClientMessage::Undo(undo)
        }
        "SET_LANGUAGE" => ClientMessage::SetLanguage(fields::<SetLanguage>(data)?),
        "RESUME" => ClientMessage::Resume(fields::<Resume>(data)?),
        _ if !data.is_empty() => return Err(ProtocolError::BadData("this message has no data")),
        "STOP_AUDIO" => ClientMessage::StopAudio {},
        "INTERRUPT" => ClientMessage::Interrupt {},
        "START_RECORDING" => ClientMessage::StartRecording {},
        "STOP_RECORDING" => ClientMessage::StopRecording {},
        "PING" => ClientMessage::Ping {},
        "DISCONNECT" => ClientMessage::Disconnect {},
        _ => return Err(ProtocolError::UnknownType),
    })
}

fn fields<T: DeserializeOwned>(data: Map<String, Value>) -> Result<T, ProtocolError> {
    serde_json::from_value(Value::Object(data)).map_err(|_| FIELDS)
}

/// START_AUDIO before its two open lists are looked up: an unknown word in them has a code of its own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Audio {
    encoding: String,
    sample_rate: u32,
    channels: u16,
    language: Option<Language>,
    speak: Option<Speak>,
    speech_format: Option<String>,
}

fn start_audio(data: Map<String, Value>) -> Result<StartAudio, ProtocolError> {
    let audio: Audio = fields(data)?;
    if !limits::SAMPLE_RATES.contains(&audio.sample_rate) {
        return Err(ProtocolError::BadData("sample_rate is 8000 to 48000"));
    }
    if !limits::CHANNELS.contains(&audio.channels) {
        return Err(ProtocolError::BadData("channels is 1 or 2"));
    }
    let encoding = Encoding::ALL
        .iter()
        .copied()
        .find(|e| e.as_str() == audio.encoding);
    let speech_format = audio.speech_format.map(|said| {
        let format = SpeechFormat::ALL.iter().copied().find(|f| f.as_str() == said);
        format.ok_or(ProtocolError::UnsupportedSpeechFormat)
    });
    Ok(StartAudio {
        encoding: encoding.ok_or(ProtocolError::UnsupportedEncoding)?,
        sample_rate: audio.sample_rate,
        channels: audio.channels,
        language: audio.language,
        speak: audio.speak,
        speech_format: speech_format.transpose()?,
    })
}

fn text(said: Text) -> Result<Text, ProtocolError> {
    if said.text.trim().is_empty() {
        return Err(ProtocolError::BadData("text is empty"));
    }
    if said.text.chars().count() > limits::TEXT_CHARS_MAX {
        return Err(ProtocolError::BadData("text has more than 1000 characters"));
    }
    match &said.id {
        Some(id) if id.is_empty() || id.chars().count() > limits::TEXT_ID_CHARS_MAX => {
            Err(ProtocolError::BadData("id has 1 to 64 characters"))
        }
        _ => Ok(said),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Selected {
    option: Option<u16>,
    intent: Option<String>,
    slots: Option<Map<String, Value>>,
}

fn selection(selected: Selected) -> Result<Selection, ProtocolError> {
    match selected {
        Selected {
            option: Some(option),
            intent: None,
            slots: None,
        } => {
            if (1..=limits::OPTION_MAX).contains(&option) {
                Ok(Selection::Option { option })
            } else {
                Err(ProtocolError::BadData("option is 1 to 100"))
            }
        }
        Selected {
            option: None,
            intent: Some(intent),
            slots,
        } => {
            let shaped = intent
                .bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte == b'_');
            if intent.is_empty() || intent.len() > limits::INTENT_CHARS_MAX || !shaped {
                return Err(ProtocolError::BadData("intent is a name in capitals"));
            }
            Ok(Selection::Intent {
                intent,
                slots: slots.unwrap_or_default(),
            })
        }
        _ => Err(ProtocolError::BadData("either option, or intent and slots")),
    }
}

fn token(token: &str) -> Result<(), ProtocolError> {
    let fits =
        (1..=limits::TOKEN_CHARS_MAX).contains(&token.len()) && token.bytes().all(|b| b.is_ascii_graphic());
    if fits {
        Ok(())
    } else {
        Err(ProtocolError::BadData("token is one that was given"))
    }
}

/// Any JSON in which no object has a key twice: serde_json itself would keep the last one silently.
struct Unrepeated;

impl<'de> Deserialize<'de> for Unrepeated {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Looking)
    }
}

struct Looking;

impl<'de> Visitor<'de> for Looking {
    type Value = Unrepeated;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON without repeated keys")
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Unrepeated, E> {
        Ok(Unrepeated)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Unrepeated, E> {
        Ok(Unrepeated)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Unrepeated, E> {
        Ok(Unrepeated)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Unrepeated, E> {
        Ok(Unrepeated)
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Unrepeated, E> {
        Ok(Unrepeated)
    }

    fn visit_unit<E: Error>(self) -> Result<Unrepeated, E> {
        Ok(Unrepeated)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Unrepeated, A::Error> {
        while items.next_element::<Unrepeated>()?.is_some() {}
        Ok(Unrepeated)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Unrepeated, A::Error> {
        let mut keys = BTreeSet::new();
        while let Some((key, Unrepeated)) = fields.next_entry::<String, Unrepeated>()? {
            if !keys.insert(key) {
                return Err(A::Error::custom("a key stands twice"));
            }
        }
        Ok(Unrepeated)
    }
}
