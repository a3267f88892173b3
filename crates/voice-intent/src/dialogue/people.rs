//! Customers: made, changed and shown.

use super::action::{Action, Particulars};
use super::effect::LookUp;
use super::fact::{CustomerFact, CustomerFound, Missing};
use super::next::{Around, Ask, Decided, Next};
use super::reply::{Preview, Shown};
use super::task::Task;
use super::{money, who};
use crate::wording::{Key, say};

/// CREATE_CUSTOMER: a name that is in the book already is made a second time only on a yes.
pub(super) fn create(around: &Around<'_>, task: &mut Task) -> Decided {
    let Some(name) = task.slots.name.clone().or_else(|| task.slots.customer.clone()) else {
        let prompt = say(around.language, Key::AskName, &[]);
        return Err(Ask::missing(prompt, Missing::Name, Shown::Nothing));
    };
    let opening = task.amount();
    if opening.is_some_and(|opening| !opening.is_bookable()) {
        return Err(Next::failed(
            task,
            say(around.language, Key::OutOfRange, &[]),
            "out_of_range",
        ));
    }
    if !task.nobody {
        return Err(Next::LookUp(LookUp::Customer { name, landmark: None }));
    }
    if task.another && !task.agreed {
        let prompt = say(around.language, Key::AskAnother, &[("name", &name)]);
        return Err(Ask::confirm(prompt, preview(task), Shown::Nothing));
    }
    if money::needs_yes(around, task) {
        let prompt = match opening {
            Some(opening) => say(
                around.language,
                Key::AskNewWithOpening,
                &[("name", &name), ("amount", &opening)],
            ),
            None => say(around.language, Key::AskNew, &[("name", &name)]),
        };
        return Err(Ask::confirm(prompt, preview(task), Shown::Nothing));
    }
    let particulars = Particulars {
        name: Some(name),
        ..said(task)
    };
    Ok(Next::act(Action::CreateCustomer { particulars, opening }))
}

fn preview(task: &Task) -> Preview {
    money::preview(task)
}

fn said(task: &Task) -> Particulars {
    let slots = &task.slots;
    Particulars {
        name: slots.name.clone(),
        phone: slots.phone.clone(),
        email: slots.email.clone(),
        nickname: slots.nickname.clone(),
        landmark: slots.landmark.clone(),
        gstin: slots.gstin.clone(),
    }
}

/// Takes in whether somebody of the new customer's name is there already.
pub(super) fn namesakes(task: &mut Task, found: &CustomerFound) -> Next {
    let wanted = task
        .slots
        .name
        .as_ref()
        .or(task.slots.customer.as_ref())
        .map(|name| name.to_lowercase());
    let same = |customer: &CustomerFact| Some(customer.name.to_lowercase()) == wanted;
    task.another = match found {
        CustomerFound::Certain(one) => same(one),
        CustomerFound::Ambiguous(several) | CustomerFound::Near(several) => several.iter().any(same),
        CustomerFound::Nobody => false,
    };
    task.nobody = true;
    Next::Again
}

/// UPDATE_CUSTOMER.
pub(super) fn update(around: &Around<'_>, task: &mut Task) -> Decided {
    let customer = who::known(around, task)?;
    let particulars = said(task);
    if particulars == Particulars::default() {
        let prompt = say(around.language, Key::AskChange, &[]);
        return Err(Ask::missing(prompt, Missing::Change, Shown::Nothing));
    }
    if money::needs_yes(around, task) {
        let prompt = say(around.language, Key::AskUpdate, &[("name", &customer.name)]);
        return Err(Ask::confirm(prompt, preview(task), Shown::Nothing));
    }
    Ok(Next::act(Action::UpdateCustomer {
        customer: customer.id,
        particulars,
    }))
}

/// PROVIDE_EMAIL where none was asked for: written down for the customer spoken of, on a yes to it read back.
pub(super) fn email(around: &Around<'_>, task: &mut Task) -> Decided {
    let customer = who::known(around, task)?;
    let Some(email) = task.slots.email.clone() else {
        let prompt = say(around.language, Key::AskEmail, &[("name", &customer.name)]);
        return Err(Ask::missing(prompt, Missing::Email, Shown::Nothing));
    };
    if !task.agreed {
        let name = super::phrases::called(&customer);
        let told: [(&str, &dyn std::fmt::Display); 2] = [("name", &name), ("email", &email)];
        let prompt = say(around.language, Key::AskWriteEmail, &told);
        return Err(Ask::confirm(prompt, preview(task), Shown::Nothing));
    }
    Ok(Next::act(Action::UpdateCustomer {
        customer: customer.id,
        particulars: Particulars {
            email: Some(email),
            ..Particulars::default()
        },
    }))
}

/// FETCH_CUSTOMER.
pub(super) fn show(around: &Around<'_>, task: &mut Task) -> Decided {
    let customer = who::known(around, task)?;
    Ok(Next::act(Action::ShowCustomer(customer.id)))
}
