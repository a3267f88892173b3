//! A dialogue held with a shop on the store in memory, line by line.

use crate::books::{Books, india};
use crate::fixtures::{Shop, open};
use crate::script::{Line, Script};
use chrono::{NaiveDateTime, TimeZone as _, Utc};
use execora_usecases::turn::{TakeTurn, Taken, TurnAnswer, TurnInput};
use std::iter::Peekable;

/// What came of a dialogue.
pub(crate) struct Ran {
    /// What does not hold, each with its line in the file.
    pub(crate) wrong: Vec<String>,
    /// The dialogue with the answers that were given, when they are to be written anew; as it was otherwise.
    pub(crate) text: String,
}

/// Holds the dialogue. An answer that differs is told, unless answers are written anew.
pub(crate) async fn run(script: &Script, writes: bool) -> Ran {
    let mut ran = Ran {
        wrong: Vec::new(),
        text: String::new(),
    };
    let mut shop = match open(&script.shop).await {
        Ok(shop) => Some(shop),
        Err(wrong) => {
            ran.wrong.push(format!("{}: {wrong}", script.first));
            None
        }
    };
    let mut last = None;
    let mut lines = script.lines.iter().enumerate().peekable();
    while let Some((index, (written, line))) = lines.next() {
        ran.text.push_str(written);
        ran.text.push('\n');
        let number = script.first + index;
        let Some(shop) = &mut shop else { continue };
        let turn = match line {
            Line::Said(text) | Line::Heard(text) => Some(TurnInput::Said {
                text: text.clone(),
                locally: matches!(line, Line::Heard(_)),
            }),
            Line::Pressed(what) if what == "fresh" => {
                shop.session = None;
                continue;
            }
            Line::Pressed(what) => match pressed(what, last.as_ref()) {
                Ok(input) => Some(input),
                Err(wrong) => {
                    ran.wrong.push(format!("{number}: {wrong}"));
                    continue;
                }
            },
            _ => None,
        };
        let held = match (turn, line) {
            (Some(input), _) => {
                let wanted = answer_after(&mut lines);
                let given = take(shop, input, &mut last).await;
                let sound = Books::of(&shop.store.dump()).sound();
                ran.text.push_str(&written_answer(if writes {
                    Some(&given)
                } else {
                    wanted.as_ref()
                }));
                if writes || wanted.as_ref() == Some(&given) {
                    sound
                } else {
                    Err(format!("answered: {given}"))
                }
            }
            (_, Line::At(at)) => set_clock(shop, at),
            (_, Line::Books(line)) => Books::of(&shop.store.dump()).hold(line),
            (_, Line::Answer(_)) => Err("answers nothing that was said".to_owned()),
            _ => Ok(()),
        };
        if let Err(wrong) = held {
            ran.wrong.push(format!("{number}: {wrong}"));
        }
    }
    ran
}

/// The answer that stands under what was said.
fn answer_after<'a>(
    lines: &mut Peekable<impl Iterator<Item = (usize, &'a (String, Line))>>,
) -> Option<String> {
    match lines.next_if(|(_, (_, line))| matches!(line, Line::Answer(_))) {
        Some((_, (_, Line::Answer(text)))) => Some(text.clone()),
        _ => None,
    }
}

fn written_answer(answer: Option<&String>) -> String {
    answer.map_or(String::new(), |answer| format!("< {answer}\n"))
}

fn pressed(what: &str, last: Option<&TurnAnswer>) -> Result<TurnInput, String> {
    let last = last.ok_or("nothing was said yet")?;
    let accept = match what {
        "yes" => true,
        "no" => false,
        "undo" => {
            let undo = last.undo.ok_or("nothing can be taken back")?;
            return Ok(TurnInput::TookBack(undo));
        }
        number => {
            let number = number.parse().map_err(|_| format!("no such button: {number}"))?;
            return Ok(TurnInput::Chose(number));
        }
    };
    let asked = last.clarify.as_ref().ok_or("nothing was asked")?;
    Ok(TurnInput::Answered {
        accept,
        token: asked.token.clone(),
    })
}

/// The answer's text in one line; a turn that has none tells why.
async fn take(shop: &mut Shop, input: TurnInput, last: &mut Option<TurnAnswer>) -> String {
    let turn = TakeTurn {
        session: shop.session,
        name: None,
        language: None,
        input,
    };
    match turn.run(&shop.cases, &shop.caller).await {
        Ok(Taken { answer, .. }) => {
            shop.session = Some(answer.session);
            let text = answer.text.replace('\n', " / ");
            *last = Some(answer);
            text
        }
        Err(refused) => format!("({refused:?})"),
    }
}

fn set_clock(shop: &Shop, at: &str) -> Result<(), String> {
    let local = NaiveDateTime::parse_from_str(at, "%Y-%m-%d %H:%M").map_err(|_| format!("no time: {at}"))?;
    let local = india().from_local_datetime(&local).single();
    shop.clock.set(local.ok_or("no time")?.with_timezone(&Utc));
    Ok(())
}
