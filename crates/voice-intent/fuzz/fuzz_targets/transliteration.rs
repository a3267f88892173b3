//! Fuzzes [`execora_voice_intent_fuzz::transliteration`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| execora_voice_intent_fuzz::transliteration(data));
