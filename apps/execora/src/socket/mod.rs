//! The voice socket: who may open one, and what runs for as long as it is open.
//!
//! A socket has a reader (frames in, limits, what must be answered at once), a worker (one command after the other), and
//! for as long as they are needed an ear (sound to words) and a mouth (words to sound). What they send goes through the
//! line of the conversation, which numbers messages and outlives the socket for a while, so that a client can come back.

mod desk;
mod ear;
mod gate;
mod getting_in;
mod line;
mod lines;
mod mouth;
mod reader;
mod said;
mod worker;

use crate::app::App;
use crate::problem::{Code, Problem};
use crate::web::peer;
use actix_web::{HttpRequest, HttpResponse, web};
use desk::Desk;
use execora_usecases::turn::OpenSession;
use execora_voice_protocol::{SUBPROTOCOL, close, limits};
use gate::Gate;
use line::{Ending, Link};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many sockets are open in this process.
static OPEN: AtomicUsize = AtomicUsize::new(0);

/// Counts a socket for as long as it is open.
struct Counted;

impl Counted {
    /// `None` when there are as many as there may be.
    fn one(most: usize) -> Option<Self> {
        let counted = Self;
        // The guard exists before the check, so that a refused one is taken off again.
        (OPEN.fetch_add(1, Ordering::Relaxed) < most).then_some(counted)
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        OPEN.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Opens a voice socket, after everything that can be refused was looked at.
///
/// # Errors
/// `unauthenticated`, `forbidden`, `rate_limited` or `unavailable`, before the upgrade.
pub async fn open(
    app: web::Data<App>,
    request: HttpRequest,
    body: web::Payload,
) -> Result<HttpResponse, actix_web::Error> {
    if app.is_draining() {
        return Err(Problem::new(Code::Unavailable).into());
    }
    if !peer::origin_allowed(&app, &request) {
        return Err(Problem::new(Code::Forbidden)
            .saying("this origin may not open a socket")
            .into());
    }
    let signed = getting_in::caller(&app, &request).await?;
    let gate = Gate::new(body, limits::FRAME_BYTES_MAX);
    let body = gate.payload(&request).await?;
    let (response, session, frames) = actix_ws::handle_with_protocols(&request, body, &[SUBPROTOCOL])?;
    let Some(counted) = Counted::one(app.config.limits.sockets) else {
        let _ = session.close(Some(reader::reason(close::TOO_BUSY))).await;
        return Ok(response);
    };
    let begun = app
        .usecases
        .perform(&signed.caller, &OpenSession::default(), None)
        .await
        .map_err(Problem::from)?
        .value;
    let ending = Arc::new(Ending::default());
    let link = Link {
        session: session.clone(),
        ending: Arc::clone(&ending),
    };
    let line = lines::begin(&begun, signed.caller.user, link);
    line.spoken_by(&signed.caller, app.usecases.clock.now()).await;
    let desk = Desk::new(app, signed, line, ending);
    actix_web::rt::spawn(async move {
        reader::run(desk, session, frames, gate).await;
        drop(counted);
    });
    Ok(response)
}
