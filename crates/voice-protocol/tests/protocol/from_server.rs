use execora_voice_protocol::{
    Category, ErrorCode, Failure, ProtocolError, ServerFrame, ServerMessage, VoiceStart,
};
use serde_json::{Value, json};

const TURN: &str = "trn_01900000-0000-7000-8000-000000000002";
const SESSION: &str = "ses_01900000-0000-7000-8000-000000000001";

fn every_message() -> Vec<Value> {
    vec![
        json!({"type": "VOICE_START", "data": {"session_id": SESSION, "protocol": "execora.v1",
            "speech_to_text": "none", "text_to_speech": "none", "encodings": [],
            "languages": ["en", "hi", "hi-Latn"], "resumed": false,
            "limits": {"frame_bytes": 65536, "utterance_seconds": 60, "commands_per_hour": 100}}}),
        json!({"type": "AUDIO_STARTED", "data": {}}),
        json!({"type": "AUDIO_STOPPED", "data": {}}),
        json!({"type": "TRANSCRIPT", "data": {"turn_id": TURN, "text": "rahul", "final": false}}),
        json!({"type": "TRANSCRIPT", "data": {"turn_id": TURN, "text": "Rahul ka balance", "final": true,
            "confidence": 0.93, "id": "018f-1"}}),
        json!({"type": "INTENT", "data": {"turn_id": TURN, "intent": "FETCH_BALANCE", "confidence": 0.97,
            "slots": {"customer": "Rahul"}, "source": "grammar", "took_us": 14}}),
        json!({"type": "CLARIFY", "data": {"turn_id": TURN, "kind": "customer", "prompt": "Kaunsa Rahul?",
            "options": [{"index": 1, "label": "Rahul, mandir, 3210", "value": {"customer_id": "cus_1"}}],
            "token": "q1", "expires_at": "2026-11-23T10:02:00Z"}}),
        json!({"type": "CLARIFY", "data": {"turn_id": TURN, "kind": "confirm", "prompt": "Theek hai?",
            "options": [], "preview": {"intent": "ADD_PAYMENT", "amount_paise": 600_000}, "token": "q2",
            "expires_at": "2026-11-23T10:02:00Z"}}),
        json!({"type": "CLARIFY", "data": {"turn_id": TURN, "kind": "missing", "prompt": "Kitna?",
            "options": [], "missing": ["amount"], "token": "q3", "expires_at": "2026-11-23T10:02:00Z"}}),
        json!({"type": "TASK", "data": {"turn_id": TURN, "id": "1", "intent": "FETCH_BALANCE",
            "state": "completed"}}),
        json!({"type": "RESPONSE", "data": {"turn_id": TURN, "text": "Rahul: ₹1,25,000.50", "language": "hi-Latn",
            "result": {"kind": "balance", "balance_paise": 12_500_050}, "state": "done"}}),
        json!({"type": "RESPONSE", "data": {"turn_id": TURN, "text": "Done.", "language": "en",
            "result": {"kind": "payment"}, "state": "done", "undo_token": "und_1", "id": "018f-1"}}),
        json!({"type": "RESPONSE_CHUNK", "data": {"turn_id": TURN, "text": "Rahul"}}),
        json!({"type": "AUDIO_BEGIN", "data": {"turn_id": TURN, "utterance_id": "u1", "format": "pcm16",
            "sample_rate": 22050, "provider": "local"}}),
        json!({"type": "AUDIO_END", "data": {"turn_id": TURN, "utterance_id": "u1", "format": "pcm16",
            "sample_rate": 22050, "provider": "local", "reason": "interrupted"}}),
        json!({"type": "DRAFTS", "data": {"drafts": [{"id": "dft_1"}], "reason": "snapshot"}}),
        json!({"type": "RECORDING", "data": {"state": "started"}}),
        json!({"type": "RECORDING", "data": {"state": "saved", "recording_id": "rec_1"}}),
        json!({"type": "LANGUAGE_CHANGED", "data": {"language": "hi"}}),
        json!({"type": "PONG", "data": {}}),
        json!({"type": "GOODBYE", "data": {}}),
        json!({"type": "ERROR", "data": {"code": "too_many_commands", "category": "rate_limit",
            "message": "100 commands an hour", "retryable": true}}),
        json!({"type": "ERROR", "data": {"code": "internal", "category": "unknown", "message": "internal",
            "retryable": false, "turn_id": TURN}}),
    ]
}

#[test]
fn every_message_is_read_and_written_back_the_same() {
    let mut names: Vec<String> = Vec::new();
    for (at, mut frame) in every_message().into_iter().enumerate() {
        frame["seq"] = json!(at + 1);
        frame["timestamp"] = json!("2026-11-23T10:00:00.125Z");
        let read: ServerFrame = serde_json::from_value(frame.clone()).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), frame);
        assert_eq!(frame["type"], read.message.name());
        let text = serde_json::to_string(&read).unwrap();
        assert_eq!(serde_json::from_str::<ServerFrame>(&text).unwrap(), read);
        names.push(frame["type"].as_str().unwrap().to_owned());
    }
    names.dedup();
    assert_eq!(names, ServerMessage::NAMES);
}

#[test]
fn every_type_the_enum_knows_is_in_the_list_of_names() {
    // serde lists what it expects when it meets a type that it does not know.
    let unknown = json!({"type": "?", "data": {}, "seq": 1, "timestamp": "2026-11-23T10:00:00Z"});
    let expected = serde_json::from_value::<ServerFrame>(unknown)
        .unwrap_err()
        .to_string();
    let known: Vec<&str> = expected.split('`').skip(3).step_by(2).collect();
    assert_eq!(known, ServerMessage::NAMES, "{expected}");
}

#[test]
fn an_older_client_reads_past_fields_it_does_not_know() {
    let newer = json!({"type": "PONG", "data": {"load": 1}, "seq": 1, "timestamp": "2026-11-23T10:00:00Z", "node": "a"});
    assert!(serde_json::from_value::<ServerFrame>(newer).is_ok());
}

#[test]
fn a_new_session_tells_its_protocol_and_limits() {
    let start = VoiceStart::new(SESSION.parse().unwrap());
    let written = serde_json::to_value(ServerMessage::VoiceStart(start)).unwrap();
    assert_eq!(written, every_message()[0]);
}

#[test]
fn every_error_code_has_a_family_and_only_waiting_helps_some() {
    for code in ErrorCode::ALL {
        let failure = serde_json::to_value(Failure::new(*code, "x")).unwrap();
        assert_eq!(failure["code"], code.as_str());
        assert_eq!(failure["retryable"], code.retryable());
    }
    let retryable: Vec<_> = ErrorCode::ALL.iter().filter(|code| code.retryable()).collect();
    assert_eq!(retryable, [&ErrorCode::TooManyCommands]);
    let families: Vec<_> = [Category::Notfound, Category::RateLimit, Category::Websocket]
        .iter()
        .map(|category| serde_json::to_value(category).unwrap())
        .collect();
    assert_eq!(families, ["notfound", "rate_limit", "websocket"]);
}

#[test]
fn a_refused_frame_becomes_an_error_message() {
    let failure = Failure::from(ProtocolError::BadData("text is empty"));
    assert_eq!(
        (failure.code, failure.category),
        (ErrorCode::BadData, Category::Validation)
    );
    assert_eq!(failure.message, "bad data: text is empty");
}
