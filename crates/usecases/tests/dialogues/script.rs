//! What a dialogue is written in: one line, one thing, told apart by its first character.

/// One line of a dialogue.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Line {
    /// Blank, a remark, the title or the shop.
    Other,
    /// `@ 2026-11-24 10:00`: the clock shows this.
    At(String),
    /// `> …`: said.
    Said(String),
    /// `~ …`: heard by the recogniser of this machine.
    Heard(String),
    /// `! yes`, `! no`, `! 2`, `! undo`, `! fresh`: pressed, or the conversation begun anew.
    Pressed(String),
    /// `< …`: answered.
    Answer(String),
    /// `$ …`: what the books show.
    Books(String),
}

/// One dialogue of a file.
#[derive(Debug)]
pub(crate) struct Script {
    /// Where its first line stands in the file.
    pub(crate) first: usize,
    /// What the shop holds.
    pub(crate) shop: String,
    /// Its lines, as they are written and as they are understood.
    pub(crate) lines: Vec<(String, Line)>,
}

impl Script {
    /// The dialogues of a file, or the line that is wrong.
    pub(crate) fn all(text: &str) -> Result<Vec<Self>, String> {
        let mut scripts: Vec<Self> = Vec::new();
        for (index, written) in text.lines().enumerate() {
            let number = index + 1;
            if written.starts_with("## ") {
                scripts.push(Self {
                    first: number,
                    shop: String::new(),
                    lines: Vec::new(),
                });
            }
            let script = scripts
                .last_mut()
                .ok_or_else(|| format!("{number}: a dialogue begins with ## and its title"))?;
            if let Some(shop) = written.strip_prefix("shop: ") {
                shop.clone_into(&mut script.shop);
            }
            let line = line(written).ok_or_else(|| format!("{number}: no such kind of line: {written}"))?;
            script.lines.push((written.to_owned(), line));
        }
        match scripts.iter().find_map(Self::wrong) {
            Some(wrong) => Err(wrong),
            None => Ok(scripts),
        }
    }

    fn wrong(&self) -> Option<String> {
        let has = |wanted: fn(&Line) -> bool| self.lines.iter().any(|(_, line)| wanted(line));
        let said = has(|line| matches!(line, Line::Said(_) | Line::Heard(_)));
        let looked = has(|line| matches!(line, Line::Books(_)));
        match (self.shop.is_empty(), said, looked) {
            (true, _, _) => Some(format!("{}: has no shop", self.first)),
            (_, false, _) => Some(format!("{}: says nothing", self.first)),
            (_, _, false) => Some(format!("{}: looks at no books", self.first)),
            _ => None,
        }
    }
}

fn line(written: &str) -> Option<Line> {
    let other = |prefix| written.starts_with(prefix);
    if written.is_empty() || ["# ", "## ", "shop: "].into_iter().any(other) {
        return Some(Line::Other);
    }
    let (kind, rest) = written.split_once(' ')?;
    let rest = rest.to_owned();
    Some(match kind {
        "@" => Line::At(rest),
        ">" => Line::Said(rest),
        "~" => Line::Heard(rest),
        "!" => Line::Pressed(rest),
        "<" => Line::Answer(rest),
        "$" => Line::Books(rest),
        _ => return None,
    })
}
