//! Splitting an utterance into words, figures, clock times, dates and addresses, in either script.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::shapes::{
    ascii_digit, ascii_digits, figure_end, inner, is_code, is_dash, is_document_number, is_letter, is_mark,
    is_quote, whole_figure,
};
use crate::transliterate::{fold_devanagari, is_devanagari, transliterate_folded};

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Letters.
    Word,
    /// Digits with at most one decimal point; grouping commas are already gone.
    Figure,
    /// Hours and minutes, `7:30`.
    Clock,
    /// Day, month and perhaps year, `14/12/2026`.
    Date,
    /// An e-mail address written as one.
    Email,
    /// Letters and digits mixed, such as a tax number or the number of a bill.
    Code,
    /// Anything that nobody says: it is never trimmed into something else.
    Junk,
}

/// One token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// As written, normalised.
    pub raw: String,
    /// In lower-case Latin letters and ASCII digits.
    pub word: String,
    /// A word in Devanagari as [`fold_devanagari`] gives it, otherwise empty.
    pub folded: String,
    /// What it is made of.
    pub kind: Kind,
    /// Was it written in Devanagari?
    pub devanagari: bool,
    /// Did a comma, full stop or danda stand before it?
    pub broken: bool,
    /// Was it written without a space after the token before it?
    pub glued: bool,
    /// A figure with a dash right before it, which may be a minus or may only part it from what was said before.
    pub signed: bool,
    /// Which of the words separated by white space it stands in, counted from zero.
    pub chunk: usize,
}

/// Splits `text` into tokens.
#[must_use]
pub fn tokenise(text: &str) -> Vec<Token> {
    let text: Cow<'_, str> = if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    };
    let text = written_fractions(text);
    let mut tokens = Tokens {
        list: Vec::with_capacity(text.len() / 5 + 1),
        ..Tokens::default()
    };
    for (at, chunk) in text.split_whitespace().enumerate() {
        tokens.at = at;
        tokens.chunk(chunk);
    }
    tokens.list
}

/// "½" and "2½" as decimals.
fn written_fractions(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(['½', '¼', '¾']) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        let decimals = match c {
            '½' => ".5",
            '¼' => ".25",
            '¾' => ".75",
            _ => {
                out.push(c);
                continue;
            }
        };
        if !out.ends_with(|before: char| before.is_ascii_digit()) {
            out.push('0');
        }
        out.push_str(decimals);
    }
    Cow::Owned(out)
}

#[derive(Default)]
struct Tokens {
    list: Vec<Token>,
    broken: bool,
    glued: bool,
    /// A dash stands before what comes next.
    dash: bool,
    at: usize,
}

impl Tokens {
    fn push(&mut self, raw: &str, kind: Kind) {
        let devanagari = !raw.is_ascii() && raw.chars().any(is_devanagari);
        let mut folded = String::new();
        let word = if raw.is_ascii() {
            raw.to_ascii_lowercase()
        } else if devanagari && kind == Kind::Word {
            folded = fold_devanagari(raw);
            transliterate_folded(raw, &folded)
        } else {
            raw.chars().map(ascii_digit).collect::<String>().to_lowercase()
        };
        // A vowel sign or mark that stands on no letter has no sound, and names nobody.
        let (word, kind) = if word.is_empty() {
            (raw.to_owned(), Kind::Junk)
        } else {
            (word, kind)
        };
        // "- ₹500": the sign of the rupee may stand between.
        let dash = self.dash;
        self.dash = dash && word == "rs";
        self.list.push(Token {
            raw: raw.to_owned(),
            word,
            folded,
            signed: dash && kind == Kind::Figure,
            kind,
            devanagari,
            broken: std::mem::take(&mut self.broken),
            glued: std::mem::replace(&mut self.glued, true),
            chunk: self.at,
        });
    }

    fn chunk(&mut self, chunk: &str) {
        self.glued = false;
        let chunk: Cow<'_, str> = if chunk.is_ascii() {
            Cow::Borrowed(chunk)
        } else {
            Cow::Owned(
                chunk
                    .chars()
                    .filter(|c| !matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}'))
                    .collect(),
            )
        };
        let mut body = chunk.trim_start_matches(|c| is_mark(c) || is_quote(c));
        self.dash |= chunk.trim_start_matches(is_dash).is_empty()
            || body.len() < chunk.len() && chunk[..chunk.len() - body.len()].ends_with(is_dash);
        // ".5" is a half: the point is no mark. Whatever else stands so is not trimmed to fit either.
        if body.starts_with(|c: char| c.is_numeric()) && chunk[..chunk.len() - body.len()].ends_with('.') {
            let figure = body.trim_end_matches(|c| is_mark(c) || is_quote(c));
            let decimals = figure.bytes().all(|b| b.is_ascii_digit());
            let one_point = chunk.len() - body.len() == 1;
            let kind = if decimals && one_point {
                Kind::Figure
            } else {
                Kind::Junk
            };
            self.push(&format!("0.{figure}"), kind);
            body = "";
        }
        self.broken |= body.len() < chunk.len();
        let bare = body.trim_end_matches(|c| is_mark(c) || is_quote(c));
        let breaks = bare.len() < body.len();
        if !bare.is_empty() {
            self.bare(bare);
        }
        self.broken |= breaks;
    }

    fn bare(&mut self, text: &str) {
        if let Some((name, host)) = text.split_once('@')
            && !name.is_empty()
            && host.contains('.')
            && !host.contains('@')
        {
            return self.push(text, Kind::Email);
        }
        let plain = ascii_digits(text);
        if let Some(kind) = whole_figure(&plain) {
            return if kind == Kind::Figure && plain.contains(',') {
                self.push(&plain.replace(',', ""), kind)
            } else {
                self.push(&plain, kind)
            };
        }
        if is_code(&plain) || is_document_number(&plain) {
            return self.push(&plain, Kind::Code);
        }
        if text.chars().any(|c| {
            matches!(
                c,
                '_' | '{' | '}' | '<' | '>' | '=' | '*' | '\\' | '#' | '^' | '~' | '$'
            )
        }) {
            return self.push(text, Kind::Junk);
        }
        self.pieces(&plain);
    }

    /// Cuts a chunk where letters meet digits, at hyphens, slashes and possessives.
    fn pieces(&mut self, text: &str) {
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let digit = first.is_ascii_digit()
                || (first == '-'
                    && rest[1..].starts_with(|c: char| c.is_ascii_digit())
                    && rest.len() == text.len());
            if digit {
                let end = figure_end(rest);
                let figure = &rest[..end];
                match whole_figure(figure) {
                    Some(Kind::Figure) => self.push(&figure.replace(',', ""), Kind::Figure),
                    Some(kind) => self.push(figure, kind),
                    None => self.push(figure, Kind::Junk),
                }
                rest = rest[end..].trim_start_matches("/-");
            } else if is_letter(first) {
                let end = rest
                    .char_indices()
                    .find(|(at, c)| !(is_letter(*c) || inner(rest, *at, *c)))
                    .map_or(rest.len(), |(at, _)| at);
                self.letters(&rest[..end]);
                rest = &rest[end..];
            } else if first == '₹' && rest[first.len_utf8()..].starts_with('.') {
                // "₹.50" is not fifty rupees.
                self.push(rest, Kind::Junk);
                return;
            } else {
                // "-₹500", "₹-500"; the dash of "500-600" and "Rs-500" parts or joins.
                let before = &text[..text.len() - rest.len()];
                self.dash |= first == '-' && (before.is_empty() || before.ends_with('₹'));
                self.sign(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }

    fn letters(&mut self, word: &str) {
        if !word.contains(|c| c == '.' || is_quote(c)) {
            return self.push(word, Kind::Word);
        }
        let plain: String = word.chars().map(|c| if is_quote(c) { '\'' } else { c }).collect();
        if let Some(stem) = plain.strip_suffix("'s").or_else(|| plain.strip_suffix("'S")) {
            self.push(stem, Kind::Word);
            return self.push("'s", Kind::Word);
        }
        let dotted = plain.contains('.') && plain.split('.').all(|part| part.chars().count() <= 1);
        let plain = if dotted { plain.replace('.', "") } else { plain };
        for part in plain.split('.').filter(|part| !part.is_empty()) {
            self.push(part, Kind::Word);
        }
    }

    fn sign(&mut self, sign: char) {
        match sign {
            '%' => self.push("%", Kind::Word),
            '₹' => self.push("rs", Kind::Word),
            '&' => self.push("and", Kind::Word),
            '@' => self.push("at", Kind::Word),
            '+' => self.push("plus", Kind::Word),
            '-' | '/' => {}
            c if is_mark(c) || is_quote(c) => self.broken = true,
            c => self.push(&c.to_string(), Kind::Junk),
        }
    }
}
