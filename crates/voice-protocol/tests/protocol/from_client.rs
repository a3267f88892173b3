use execora_voice_protocol::{ClientMessage, ErrorCode, ProtocolError, limits};
use serde_json::{Value, json};

const SESSION: &str = "ses_01900000-0000-7000-8000-000000000001";

fn every_message() -> Vec<Value> {
    vec![
        json!({"type": "START_AUDIO", "data": {"encoding": "linear16", "sample_rate": 16000, "channels": 1}}),
        json!({"type": "START_AUDIO", "data": {"encoding": "webm-opus", "sample_rate": 48000, "channels": 2,
            "language": "hi-Latn", "speak": "server", "speech_format": "pcm16"}}),
        json!({"type": "STOP_AUDIO", "data": {}}),
        json!({"type": "TEXT", "data": {"text": "राहुल का बिल"}}),
        json!({"type": "TEXT", "data": {"text": "haan", "id": "018f-1"}}),
        json!({"type": "SELECT_INTENT", "data": {"option": 2}}),
        json!({"type": "SELECT_INTENT", "data": {"intent": "FETCH_BALANCE", "slots": {"customer": "Rahul"}}}),
        json!({"type": "CONFIRM", "data": {"accept": true, "token": "q1"}}),
        json!({"type": "INTERRUPT", "data": {}}),
        json!({"type": "START_RECORDING", "data": {}}),
        json!({"type": "STOP_RECORDING", "data": {}}),
        json!({"type": "SET_LANGUAGE", "data": {"language": "hi"}}),
        json!({"type": "RESUME", "data": {"session_id": SESSION, "last_seq": 41}}),
        json!({"type": "PING", "data": {}}),
        json!({"type": "UNDO", "data": {"token": "und_1"}}),
        json!({"type": "DISCONNECT", "data": {}}),
    ]
}

fn code(frame: &str) -> Option<ErrorCode> {
    ClientMessage::parse(frame).err().map(ProtocolError::code)
}

fn data_code(name: &str, data: Value) -> Option<ErrorCode> {
    code(&json!({"type": name, "data": data}).to_string())
}

#[test]
fn every_message_is_read_and_written_back_the_same() {
    let mut names = Vec::new();
    for frame in every_message() {
        let message = ClientMessage::parse(&frame.to_string()).unwrap();
        assert_eq!(serde_json::to_value(&message).unwrap(), frame);
        assert_eq!(frame["type"], message.name());
        names.push(message.name());
    }
    names.dedup();
    assert_eq!(names, ClientMessage::NAMES);
}

#[test]
fn a_message_without_data_may_leave_it_out() {
    for name in [
        "STOP_AUDIO",
        "INTERRUPT",
        "START_RECORDING",
        "STOP_RECORDING",
        "PING",
        "DISCONNECT",
    ] {
        assert!(
            ClientMessage::parse(&json!({"type": name}).to_string()).is_ok(),
            "{name}"
        );
        assert!(
            ClientMessage::parse(&json!({"type": name, "data": null}).to_string()).is_ok(),
            "{name}"
        );
        assert_eq!(
            data_code(name, json!({"x": 1})),
            Some(ErrorCode::BadData),
            "{name}"
        );
    }
    for name in [
        "START_AUDIO",
        "TEXT",
        "SELECT_INTENT",
        "CONFIRM",
        "SET_LANGUAGE",
        "RESUME",
        "UNDO",
    ] {
        assert_eq!(
            code(&json!({"type": name}).to_string()),
            Some(ErrorCode::BadData),
            "{name}"
        );
    }
}

#[test]
fn what_is_not_json_is_bad_json() {
    let deep = format!(
        r#"{{"type":"TEXT","data":{}1{}}}"#,
        "[".repeat(500),
        "]".repeat(500)
    );
    for frame in [
        "",
        " ",
        "haan",
        "{",
        r#"{"type":"PING"}{"#,
        "{'type':'PING'}",
        "NaN",
        "\u{feff}{}",
        &deep,
    ] {
        assert_eq!(code(frame), Some(ErrorCode::BadJson), "{frame:.40}");
    }
}

#[test]
fn a_key_that_stands_twice_is_bad_json_wherever_it_stands() {
    for frame in [
        r#"{"type":"PING","type":"DISCONNECT"}"#,
        r#"{"type":"TEXT","data":{"text":"haan","text":"nahi"}}"#,
        r#"{"type":"TEXT","data":{"text":"haan","\u0074ext":"nahi"}}"#,
        r#"{"type":"SELECT_INTENT","data":{"intent":"X","slots":{"items":[{"a":1,"a":2}]}}}"#,
    ] {
        assert_eq!(code(frame), Some(ErrorCode::BadJson), "{frame}");
    }
}

#[test]
fn a_frame_without_a_known_type_is_unknown_type() {
    for frame in [
        "null",
        "[]",
        "1",
        r#""PING""#,
        "{}",
        r#"{"data":{}}"#,
        r#"{"type":1}"#,
        r#"{"type":null}"#,
        r#"{"type":"ping"}"#,
        r#"{"type":"PING "}"#,
        r#"{"type":"RESPONSE","data":{}}"#,
    ] {
        assert_eq!(code(frame), Some(ErrorCode::UnknownType), "{frame}");
    }
}

#[test]
fn an_unknown_missing_or_mistyped_field_is_bad_data() {
    for (name, data) in [
        ("TEXT", json!({"text": "haan", "lang": "hi"})),
        ("TEXT", json!({"text": 5})),
        ("TEXT", json!([])),
        ("TEXT", json!("haan")),
        ("CONFIRM", json!({"accept": "true", "token": "q1"})),
        ("CONFIRM", json!({"accept": 1, "token": "q1"})),
        ("CONFIRM", json!({"accept": true})),
        ("CONFIRM", json!({"token": "q1"})),
        ("SET_LANGUAGE", json!({"language": "fr"})),
        ("RESUME", json!({"session_id": SESSION})),
        ("RESUME", json!({"session_id": SESSION, "last_seq": -1})),
        ("RESUME", json!({"session_id": SESSION, "last_seq": "1"})),
        (
            "RESUME",
            json!({"session_id": SESSION.replace("ses", "ten"), "last_seq": 1}),
        ),
        ("UNDO", json!({"undo_token": "und_1"})),
        (
            "START_AUDIO",
            json!({"encoding": "linear16", "sample_rate": 16000}),
        ),
        (
            "START_AUDIO",
            json!({"encoding": "linear16", "sample_rate": 16000.5, "channels": 1}),
        ),
        (
            "START_AUDIO",
            json!({"encoding": "linear16", "sample_rate": 16000, "channels": 1, "speak": "loud"}),
        ),
    ] {
        assert_eq!(
            data_code(name, data.clone()),
            Some(ErrorCode::BadData),
            "{name} {data}"
        );
    }
    let beside = r#"{"type":"PING","data":{},"seq":1}"#;
    assert_eq!(code(beside), Some(ErrorCode::BadData));
}

#[test]
fn a_choice_is_either_an_option_or_an_intent() {
    let choose = |data| data_code("SELECT_INTENT", data);
    assert_eq!(
        choose(json!({"intent": "SHOW_DRAFT"})),
        None,
        "an intent may have no slots"
    );
    for data in [
        json!({}),
        json!({"slots": {}}),
        json!({"option": 1, "intent": "SHOW_DRAFT"}),
        json!({"option": 1, "slots": {}}),
        json!({"option": 0}),
        json!({"option": -1}),
        json!({"option": 101}),
        json!({"option": "1"}),
        json!({"intent": "show draft", "slots": {}}),
        json!({"intent": "", "slots": {}}),
        json!({"intent": "SHOW_DRAFT", "slots": []}),
    ] {
        assert_eq!(choose(data.clone()), Some(ErrorCode::BadData), "{data}");
    }
}

#[test]
fn every_text_and_number_has_a_bound() {
    let text = |count: usize| data_code("TEXT", json!({"text": "ह".repeat(count)}));
    assert_eq!(
        (text(limits::TEXT_CHARS_MAX), text(limits::TEXT_CHARS_MAX + 1)),
        (None, Some(ErrorCode::BadData))
    );
    assert_eq!(
        data_code("TEXT", json!({"text": " \n"})),
        Some(ErrorCode::BadData)
    );
    let id = |count: usize| data_code("TEXT", json!({"text": "haan", "id": "x".repeat(count)}));
    assert_eq!(
        (id(0), id(1), id(64), id(65)),
        (Some(ErrorCode::BadData), None, None, Some(ErrorCode::BadData))
    );
    let token = |token: &str| data_code("UNDO", json!({"token": token}));
    assert_eq!(token(&"x".repeat(128)), None);
    for wrong in [String::new(), "x".repeat(129), "a b".to_owned(), "é".to_owned()] {
        assert_eq!(token(&wrong), Some(ErrorCode::BadData), "{wrong}");
    }
    let audio = |rate: u32, channels: u32| {
        data_code(
            "START_AUDIO",
            json!({"encoding": "linear16", "sample_rate": rate, "channels": channels}),
        )
    };
    assert_eq!((audio(8000, 1), audio(48000, 2)), (None, None));
    for (rate, channels) in [(7999, 1), (48001, 1), (16000, 0), (16000, 3), (16000, 65537)] {
        assert_eq!(
            audio(rate, channels),
            Some(ErrorCode::BadData),
            "{rate} {channels}"
        );
    }
}

#[test]
fn an_encoding_or_speech_format_that_is_not_known_has_a_code_of_its_own() {
    let with = |encoding: &str, format: &str| {
        let data =
            json!({"encoding": encoding, "sample_rate": 16000, "channels": 1, "speech_format": format});
        data_code("START_AUDIO", data)
    };
    assert_eq!(with("flac", "mp3"), Some(ErrorCode::UnsupportedEncoding));
    assert_eq!(with("linear16", "wav"), Some(ErrorCode::UnsupportedSpeechFormat));
    assert_eq!(with("linear16", "opus"), None);
}

#[test]
fn a_refusal_repeats_nothing_of_the_frame() {
    for frame in [
        r#"{"type":"TEXT","data":{"Rahul":"secret"}}"#,
        r#"{"type":"Rahul"}"#,
        r#"{"Rahul""#,
    ] {
        let message = ClientMessage::parse(frame).unwrap_err().to_string();
        assert!(
            !message.contains("Rahul") && !message.contains("secret"),
            "{message}"
        );
    }
}
