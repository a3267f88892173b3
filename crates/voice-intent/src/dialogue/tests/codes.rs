//! How often a code may be tried, and how often it is sent.

use super::deletion::{ASK, asked, is_there};
use super::spoken::{expect, say};
use crate::dialogue::ReplyState::{Done, Failed, NeedsChoice};
use crate::dialogue::*;

#[test]
fn a_wrong_code_may_be_said_again_five_times_in_all() {
    let mut world = asked();
    for left in [4, 3, 2] {
        let reply = say(&mut world, "OTP 111111");
        assert_eq!(
            reply.text,
            format!("Ye code theek nahi hai. {left} mauke bache hain, phir se boliye.")
        );
        let clarify = reply.clarify.unwrap();
        assert_eq!(
            clarify.expires_at,
            (world.now + CODE_LIFE).to_utc(),
            "a try gives no more time"
        );
    }
    let reply = say(&mut world, "OTP 111111");
    assert_eq!(
        reply.text,
        "Ye code theek nahi hai. Ek mauka bacha hai, phir se boliye."
    );
    let reply = say(&mut world, "OTP 111111");
    assert_eq!(
        (reply.state, reply.text.as_str()),
        (
            Failed,
            "Code kai baar galat bola gaya, ab wo nahi chalega. Naya chahiye to boliye: code phir se bhejo."
        )
    );
    expect(&mut world, &[("OTP 482910", Failed)]);
    assert!(is_there(&world), "the right code comes too late");
    world.wait(31);
    expect(
        &mut world,
        &[("naya code bhejo", NeedsChoice), ("OTP 482910", Done)],
    );
    assert!(!is_there(&world));
}

#[test]
fn a_code_is_sent_again_when_it_is_asked_for() {
    for words in [
        "code phir se bhejo",
        "OTP dobara bhejo",
        "resend the code",
        "code nahi aaya",
        "OTP nahi mila",
        "कोड फिर से भेजो",
    ] {
        let mut world = asked();
        world.wait(31);
        let reply = say(&mut world, words);
        assert_eq!(reply.state, NeedsChoice, "{words}: {}", reply.text);
        assert_eq!(world.codes.len(), 2, "{words}");
        let until = reply.clarify.unwrap().expires_at;
        assert_eq!(until, (world.now + CODE_LIFE).to_utc(), "{words}");
    }
}

#[test]
fn a_code_is_sent_again_after_thirty_seconds_and_five_times_an_hour() {
    let mut world = asked();
    world.wait(10);
    let reply = say(&mut world, "code phir se bhejo");
    assert_eq!(
        (reply.state, reply.text.as_str()),
        (
            Failed,
            "Code abhi abhi bheja hai. 20 second baad phir bheja ja sakta hai."
        )
    );
    assert_eq!(reply.shown, [Shown::Refused("rate_limited".to_owned())]);
    for _ in 0..4 {
        world.wait(31);
        let reply = say(&mut world, "code phir se bhejo");
        assert!(
            reply.text.starts_with("Code phir se bheja hai."),
            "{}",
            reply.text
        );
    }
    world.wait(31);
    let reply = say(&mut world, ASK);
    assert_eq!(
        (reply.state, reply.text.as_str()),
        (
            Failed,
            "Bahut code bheje ja chuke hain. Ek ghante baad phir koshish kijiye."
        )
    );
    expect(&mut world, &[("OTP 482910", Done)]);
    assert!(!is_there(&world), "the last code that was sent is still good");
}
