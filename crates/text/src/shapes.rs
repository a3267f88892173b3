//! What a piece of text can be by its letters, digits and marks.

use std::borrow::Cow;

use crate::tokens::Kind;

pub(crate) fn is_mark(c: char) -> bool {
    matches!(
        c,
        ',' | '.'
            | '!'
            | '?'
            | ';'
            | ':'
            | '"'
            | '('
            | ')'
            | '['
            | ']'
            | '|'
            | '।'
            | '॥'
            | '…'
            | '“'
            | '”'
            | '–'
            | '—'
    )
}

/// A dash of any length.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—')
}

pub(crate) fn is_quote(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’' | '`')
}

pub(crate) fn is_letter(c: char) -> bool {
    match c {
        // Letters, signs and marks of Devanagari, all of them alphabetic but nukta and virama, which belong to a letter.
        '\u{901}'..='\u{939}' | '\u{93c}'..='\u{94d}' => true,
        c => c.is_alphabetic(),
    }
}

/// A full stop or an apostrophe between letters belongs to the word.
pub(crate) fn inner(text: &str, at: usize, c: char) -> bool {
    (c == '.' || is_quote(c)) && text[at + c.len_utf8()..].starts_with(is_letter)
}

pub(crate) fn ascii_digits(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(|c| matches!(c, '\u{966}'..='\u{96f}')) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(ascii_digit).collect())
}

pub(crate) fn ascii_digit(c: char) -> char {
    match c {
        '\u{966}'..='\u{96f}' => char::from_digit(u32::from(c) - 0x966, 10).unwrap_or(c),
        c => c,
    }
}

pub(crate) fn figure_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut end = usize::from(bytes.first() == Some(&b'-'));
    while end < bytes.len() {
        let next_digit = bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        match bytes[end] {
            b'0'..=b'9' => {}
            b'.' | b',' | b':' if next_digit => {}
            _ => break,
        }
        end += 1;
    }
    end
}

/// The kind of a chunk that is nothing but a figure, a clock time or a date.
pub(crate) fn whole_figure(text: &str) -> Option<Kind> {
    let first = text.bytes().next()?;
    if !first.is_ascii_digit() {
        return None;
    }
    let all = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if let Some((hours, minutes)) = text.split_once(':') {
        return (all(hours) && all(minutes) && hours.len() <= 2 && minutes.len() == 2).then_some(Kind::Clock);
    }
    let dated: Vec<&str> = text.split(['/', '-']).collect();
    if dated.len() == 3
        && dated.iter().all(|part| all(part))
        && dated[0].len() <= 2
        && dated[1].len() <= 2
        && dated[2].len() == 4
        || dated.len() == 2 && text.contains('/') && dated.iter().all(|part| all(part) && part.len() <= 2)
    {
        return Some(Kind::Date);
    }
    let whole = match text.split_once('.') {
        Some((whole, fraction)) if all(fraction) => whole,
        Some(_) => return None,
        None => text,
    };
    grouped(whole).then_some(Kind::Figure)
}

/// Digits, with commas only where Indian or western grouping puts them.
fn grouped(text: &str) -> bool {
    let parts: Vec<&str> = text.split(',').collect();
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !parts.iter().all(digits) {
        return false;
    }
    match parts.as_slice() {
        [] => false,
        [_] => true,
        [first, middle @ .., last] => {
            let rest = |size: usize| middle.iter().all(|part| part.len() == size);
            last.len() == 3 && first.len() <= 3 && (rest(2) || rest(3))
        }
    }
}

/// The number of a bill as it is printed: `INV/26-27/0001`, at most 16 characters (rule 46 of the CGST Rules).
pub(crate) fn is_document_number(text: &str) -> bool {
    if !text.contains('/') {
        return false;
    }
    let parts: Vec<&str> = text.split('/').collect();
    let [series, year, number] = parts.as_slice() else {
        return false;
    };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    text.len() <= 16
        && series.starts_with(|c: char| c.is_ascii_alphabetic())
        && series.bytes().all(|b| b.is_ascii_alphanumeric())
        && year.split('-').all(digits)
        && digits(number)
}

/// At least eight letters and digits mixed, as in a tax number.
pub(crate) fn is_code(text: &str) -> bool {
    text.len() >= 8
        && text.bytes().all(|b| b.is_ascii_alphanumeric())
        && text.bytes().filter(u8::is_ascii_digit).count() >= 3
        && text.bytes().filter(u8::is_ascii_alphabetic).count() >= 3
}
