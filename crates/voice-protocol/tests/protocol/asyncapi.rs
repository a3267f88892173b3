use execora_voice_protocol::{
    ClarifyKind, ClientMessage, DraftsReason, Encoding, ErrorCode, Language, RecordingState, ResponseState,
    ServerMessage, Source, Speak, SpeechFormat, SpeechReason, TaskState, close, limits,
};

const DOCUMENT: &str = include_str!("../../../../docs/api/asyncapi.yaml");

#[test]
fn the_document_has_the_messages_of_the_code_and_no_others() {
    let in_document: Vec<&str> = DOCUMENT
        .lines()
        .filter_map(|line| line.strip_prefix("      name: "))
        .filter(|name| name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_'))
        .collect();
    assert_eq!(in_document, [ClientMessage::NAMES, ServerMessage::NAMES].concat());
    for name in in_document {
        assert!(DOCUMENT.contains(&format!("type: {{ const: {name} }}")), "{name}");
    }
}

#[test]
fn each_side_of_the_document_says_what_that_side_of_the_code_says() {
    let camel = |name: &str| {
        let mut words = name.split('_');
        let first = words.next().unwrap_or_default().to_ascii_lowercase();
        words.fold(first, |key, word| {
            key + &word[..1] + &word[1..].to_ascii_lowercase()
        })
    };
    let (_, operations) = DOCUMENT.split_once("  fromClient:").unwrap();
    let (client, server) = operations.split_once("  fromServer:").unwrap();
    let (server, _) = server.split_once("\ncomponents:").unwrap();
    for (part, names, audio) in [
        (client, ClientMessage::NAMES, "clientAudio"),
        (server, ServerMessage::NAMES, "serverSpeech"),
    ] {
        let listed: Vec<&str> = part
            .split("'#/channels/voice/messages/")
            .skip(1)
            .filter_map(|rest| rest.split('\'').next())
            .collect();
        let mut expected: Vec<String> = names.iter().map(|name| camel(name)).collect();
        expected.push(audio.to_owned());
        assert_eq!(listed, expected);
    }
}

#[test]
fn the_document_has_the_words_of_the_code() {
    macro_rules! listed {
        ($($name:ident)*) => {[$((stringify!($name), $name::ALL.iter().map(|word| word.as_str()).collect::<Vec<_>>())),*]};
    }
    for (name, words) in listed!(
        Encoding Language Speak SpeechFormat Source ClarifyKind TaskState ResponseState SpeechReason DraftsReason
        RecordingState
    ) {
        assert!(
            DOCUMENT.contains(&format!("{{ enum: [{}] }}", words.join(", "))),
            "{name}: {words:?}"
        );
    }
}

#[test]
fn the_document_has_the_error_codes_of_the_code_and_no_others() {
    let (_, list) = DOCUMENT.split_once("        code:\n          enum:\n").unwrap();
    let in_document: Vec<&str> = list
        .lines()
        .map_while(|line| line.strip_prefix("            - "))
        .collect();
    let in_code: Vec<&str> = ErrorCode::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(in_document, in_code);
}

#[test]
fn the_document_has_the_close_codes_and_bounds_of_the_code() {
    let rows = DOCUMENT
        .lines()
        .filter_map(|line| line.trim().strip_prefix("| ")?.split(' ').next()?.parse().ok());
    assert_eq!(rows.collect::<Vec<u16>>(), close::ALL);
    for bound in [
        format!(
            "last_seq: {{ type: integer, minimum: 0, maximum: {} }}",
            limits::LAST_SEQ_MAX
        ),
        format!(
            "minimum: {}, maximum: {} }}",
            limits::SAMPLE_RATES.start(),
            limits::SAMPLE_RATES.end()
        ),
        format!(
            "minimum: {}, maximum: {} }}",
            limits::CHANNELS.start(),
            limits::CHANNELS.end()
        ),
        format!("minLength: 1, maxLength: {} }}", limits::TEXT_CHARS_MAX),
        format!("maxLength: {}\n", limits::TEXT_ID_CHARS_MAX),
        format!("minimum: 1, maximum: {}, ", limits::OPTION_MAX),
        format!("^[A-Z_]{{1,{}}}$", limits::INTENT_CHARS_MAX),
        format!("^[!-~]{{1,{}}}$", limits::TOKEN_CHARS_MAX),
        format!("{} in a row close it", limits::BAD_FRAMES_IN_A_ROW_MAX),
        format!("a frame of more than {} KiB", limits::FRAME_BYTES_MAX / 1024),
    ] {
        assert!(DOCUMENT.contains(&bound), "{bound}");
    }
}
