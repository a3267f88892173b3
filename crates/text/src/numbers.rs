//! Numbers out of words and figures: Indian scales, fractions and decimals, in thousandths, never a float.

use crate::number_words::{Atom, atom};

/// No number said in a shop is larger: ten thousand crore, in thousandths.
const LARGEST_MILLI: i64 = 100_000_000_000_000;

/// A number read from the start of a run of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// Its value in thousandths.
    pub milli: i64,
    /// How many words it took.
    pub words: usize,
    /// Only a digit or two without scale or fraction, so that a neighbour may make it a range.
    pub bare: bool,
    /// It may have been meant as a range: "sau pachaas", "hazaar do hazaar".
    pub vague: bool,
}

/// What the reader has so far.
#[derive(Default, Clone, Copy)]
struct State {
    /// What scales above a hundred have closed.
    total: i64,
    /// What waits for a scale.
    current: Option<i64>,
    /// sava, saadhe, paune or dedh: waiting for the scale they are of.
    shift: Option<i64>,
    /// The smallest scale of a thousand or more that was used.
    scale: Option<i64>,
    /// What waits has been multiplied by a hundred.
    hundred: bool,
    english: bool,
    bare: bool,
    implied_hundred: bool,
    vague: bool,
}

/// Reads the longest number at the start of `words`.
#[must_use]
pub fn read_number<W: AsRef<str>>(words: &[W]) -> Option<Number> {
    let mut state = State {
        bare: true,
        ..State::default()
    };
    let mut used = 0;
    let mut at = 0;
    while at < words.len().min(24) {
        let word = words[at].as_ref();
        if at > 0 && word == "and" {
            let joins = (state.hundred || state.scale.is_some()) && state.english;
            let next = words.get(at + 1).and_then(|next| atom(next.as_ref()));
            if joins && matches!(next, Some(Atom::English(_))) {
                at += 1;
                continue;
            }
            if let Some(number) = and_a_half(words, at, state) {
                return Some(number);
            }
            break;
        }
        if let Some(value) = figure(word) {
            if !joins_figure(state, value) {
                break;
            }
            state.current = Some(state.current.unwrap_or(0) + value);
            at += 1;
            used = at;
            continue;
        }
        let Some(next) = hundred_so(word, state).or_else(|| atom(word)) else {
            break;
        };
        if next == Atom::Point {
            let Some((fraction, taken)) = decimals(words.get(at + 1..).unwrap_or(&[])) else {
                break;
            };
            // "point five" alone is a half; after a scale there is nothing that it could be of.
            let Some(value) = state.current.or((at == 0).then_some(0)) else {
                break;
            };
            state.current = Some(value + fraction);
            state.bare = false;
            at += 1 + taken;
            used = at;
            continue;
        }
        match step(state, next) {
            Some(after) => {
                state = after;
                at += 1;
                used = at;
            }
            None => break,
        }
        if matches!(next, Atom::Part(_)) {
            let part = finish(state, used, words)?;
            return Some(of_a_scale(part, words));
        }
    }
    finish(state, used, words)
}

/// "two and a half", "one and half": `at` is where "and" stands.
fn and_a_half<W: AsRef<str>>(words: &[W], at: usize, state: State) -> Option<Number> {
    let is = |at: usize, word: &str| words.get(at).is_some_and(|next| next.as_ref() == word);
    let taken = match () {
        // "50 and half a kilo of beans": the half is of the next goods.
        () if is(at + 1, "half") && !is(at + 2, "a") => 2,
        () if (is(at + 1, "a") || is(at + 1, "one")) && is(at + 2, "half") => 3,
        () => return None,
    };
    if state.scale.is_some() || state.hundred || state.shift.is_some() {
        return None;
    }
    let milli = state.current? + 500;
    let number = Number {
        milli,
        words: at + taken,
        bare: false,
        vague: false,
    };
    (milli <= LARGEST_MILLI).then(|| of_a_scale(number, words))
}

/// "one and a half thousand", "half a lakh", "aadha lakh": the part is one of the scale that follows.
fn of_a_scale<W: AsRef<str>>(part: Number, words: &[W]) -> Number {
    let article = usize::from(words.get(part.words).is_some_and(|word| word.as_ref() == "a"));
    let at = part.words + article;
    let scale = match words.get(at).and_then(|word| atom(word.as_ref())) {
        Some(Atom::Hundred) => 100,
        Some(Atom::Scale(scale)) => scale,
        _ => return part,
    };
    match part.milli.checked_mul(scale) {
        Some(milli) if milli <= LARGEST_MILLI => Number {
            milli,
            words: at + 1,
            ..part
        },
        _ => part,
    }
}

/// May a figure go on the number: "2 sau 50", "16 hazaar 17"?
fn joins_figure(state: State, value: i64) -> bool {
    let below = state.scale.map_or(i64::MAX, |scale| scale.saturating_mul(1_000));
    state.current.is_none_or(|current| takes(state, current, value)) && value < below
}

fn finish<W: AsRef<str>>(state: State, used: usize, words: &[W]) -> Option<Number> {
    if used == 0 {
        return None;
    }
    let current = match (state.current, state.shift) {
        (None, Some(shift)) => 1_000 + shift,
        (Some(current), Some(shift)) => current + shift,
        (current, None) => current.unwrap_or(0),
    };
    let milli = state.total.checked_add(current)?;
    let half_said = state
        .shift
        .is_some_and(|shift| is_half_said(shift, state.current));
    // The last small word belongs to a scale that could not be joined: give it back.
    let next_scale = words.get(used).and_then(|word| atom(word.as_ref()));
    let rescaled = matches!(next_scale, Some(Atom::Scale(_))) && used > 1;
    // "paune 0" would be less than nothing.
    (0..=LARGEST_MILLI).contains(&milli).then_some(Number {
        milli,
        words: used,
        bare: state.bare,
        vague: state.vague || rescaled || half_said,
    })
}

/// "so" is a hundred only after a digit.
fn hundred_so(word: &str, state: State) -> Option<Atom> {
    (word == "so" && !state.hundred && state.current.is_some_and(|c| (1_000..=99_000).contains(&c)))
        .then_some(Atom::Hundred)
}

/// Does `value` fit below the smallest scale already used?
fn takes(state: State, current: i64, value: i64) -> bool {
    state.hundred && current % 100_000 == 0 && value < 100_000
}

fn step(mut state: State, next: Atom) -> Option<State> {
    match next {
        Atom::Hindi(value) => return small(state, value, false),
        Atom::English(value) => return small(state, value, true),
        Atom::Hundred => {
            if state.hundred {
                return None;
            }
            state.implied_hundred = state.current.is_none() && state.shift.is_none() && state.total == 0;
            state.current = Some(scaled(&mut state, 100)?);
            state.hundred = true;
            state.bare = false;
        }
        Atom::Scale(scale) => {
            if state.scale.is_some_and(|used| used <= scale) {
                return None;
            }
            let value = scaled(&mut state, scale)?;
            state.total = state.total.checked_add(value)?;
            state.current = None;
            state.scale = Some(scale);
            state.hundred = false;
            state.bare = false;
            state.implied_hundred = false;
        }
        Atom::Times(milli) => {
            if state.current.is_some() || state.shift.is_some() {
                return None;
            }
            state.current = Some(milli);
            state.bare = false;
        }
        Atom::Shift(milli) => {
            if state.current.is_some() || state.shift.is_some() {
                return None;
            }
            state.shift = Some(milli);
            state.bare = false;
        }
        Atom::Part(milli) => {
            if state.total > 0 || state.current.is_some() || state.shift.is_some() {
                return None;
            }
            state.current = Some(milli);
            state.bare = false;
        }
        Atom::Point => return None,
    }
    Some(state)
}

/// A number below a hundred: it begins a number, or goes on one that is open.
fn small(mut state: State, value: i64, english: bool) -> Option<State> {
    let milli = value * 1_000;
    state.current = Some(match state.current {
        None if state.total > 0 && state.scale.is_some_and(|scale| milli >= scale * 1_000) => return None,
        None => milli,
        Some(_) if state.shift.is_some() => return None,
        Some(current) if takes(state, current, milli) && value > 0 => current + milli,
        Some(current) if english && tens_take(current, value, state) => current + milli,
        Some(_) => return None,
    });
    if state.implied_hundred && value > 0 {
        state.vague = true;
    }
    state.english = english;
    if value >= 100 {
        state.hundred = true;
    }
    Some(state)
}

/// "twenty five": a ten takes a digit.
fn tens_take(current: i64, value: i64, state: State) -> bool {
    let tens = current % 100_000;
    state.english && (1..=9).contains(&value) && (20_000..=90_000).contains(&tens) && tens % 10_000 == 0
}

/// "saadhe" goes with three and more: what it was of was lost before "sau", and "saadhe do" is said dhai.
fn is_half_said(shift: i64, of: Option<i64>) -> bool {
    shift == 500 && of.is_none_or(|of| of < 3_000)
}

fn scaled(state: &mut State, scale: i64) -> Option<i64> {
    let shift = state.shift.take();
    state.vague |= shift.is_some_and(|shift| is_half_said(shift, state.current));
    let value = match (state.current.take(), shift) {
        (None, None) => 1_000,
        (Some(current), None) => current,
        (None, Some(shift)) => 1_000 + shift,
        (Some(current), Some(shift)) => current + shift,
    };
    value.checked_mul(scale)
}

/// A figure in thousandths; more than three decimals are refused.
fn figure(word: &str) -> Option<i64> {
    let (whole, fraction) = word.split_once('.').unwrap_or((word, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 13 || fraction.len() > 3 || !digits(whole) || !digits(fraction) {
        return None;
    }
    format!("{whole}{fraction:0<3}").parse().ok()
}

/// The digits after "point".
fn decimals<W: AsRef<str>>(words: &[W]) -> Option<(i64, usize)> {
    let mut value = 0;
    let mut place = 100;
    let mut taken = 0;
    for word in words.iter().take(3) {
        let digit = match atom(word.as_ref()) {
            Some(Atom::Hindi(value @ 0..=9) | Atom::English(value @ 0..=9)) => value,
            _ => match figure(word.as_ref()) {
                Some(figure) if word.as_ref().len() == 1 => figure / 1_000,
                _ => break,
            },
        };
        value += digit * place;
        place /= 10;
        taken += 1;
    }
    (taken > 0).then_some((value, taken))
}
