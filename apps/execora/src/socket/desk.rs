//! What the parts of one socket share: who is there, the line of the conversation, and how answers are to be spoken.

use super::line::{Ending, Line};
use crate::app::App;
use crate::views::bill::DraftView;
use crate::web::extract::Signed;
use actix_web::web;
use chrono::{DateTime, Utc};
use execora_usecases::DraftsReason;
use execora_usecases::reads::bills::SeeOpenDrafts;
use execora_voice_protocol::{
    self as protocol, Drafts, Encoding, ErrorCode, Failure, Language, Limits, ServerMessage, VoiceStart,
};
use serde_json::json;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// The most open drafts that are sent in one message.
const DRAFTS_MAX: u16 = 200;

/// The shared part of one socket.
pub(super) struct Desk {
    pub(super) app: web::Data<App>,
    pub(super) signed: Signed,
    pub(super) ending: Arc<Ending>,
    /// Another one after RESUME.
    line: RefCell<Arc<Line>>,
    /// The client wants answers spoken by the server.
    pub(super) speaks: Cell<bool>,
    /// The language of the recogniser when START_AUDIO does not tell.
    pub(super) language: Cell<Option<Language>>,
}

impl Desk {
    pub(super) fn new(app: web::Data<App>, signed: Signed, line: Arc<Line>, ending: Arc<Ending>) -> Rc<Self> {
        let (line, speaks, language) = (RefCell::new(line), Cell::new(false), Cell::new(None));
        Rc::new(Self {
            app,
            signed,
            ending,
            line,
            speaks,
            language,
        })
    }

    pub(super) fn line(&self) -> Arc<Line> {
        Arc::clone(&self.line.borrow())
    }

    pub(super) fn change_line(&self, line: Arc<Line>) -> Arc<Line> {
        self.line.replace(line)
    }

    pub(super) fn now(&self) -> DateTime<Utc> {
        self.app.usecases.clock.now()
    }

    pub(super) async fn say(&self, message: ServerMessage) {
        self.line().say(message, self.now()).await;
    }

    pub(super) async fn fail(&self, code: ErrorCode, message: &str) {
        self.say(ServerMessage::Error(Failure::new(code, message))).await;
    }

    /// How a conversation is greeted.
    pub(super) fn greeting(&self, line: &Line, resumed: bool) -> ServerMessage {
        let app = &self.app;
        let browser = || "browser".to_owned();
        let hears = app
            .speech_to_text
            .as_ref()
            .map_or_else(browser, |s| s.provider().to_owned());
        let speaks = app
            .text_to_speech
            .as_ref()
            .map_or_else(browser, |s| s.provider().to_owned());
        ServerMessage::VoiceStart(VoiceStart {
            speech_to_text: hears,
            text_to_speech: speaks,
            encodings: if app.speech_to_text.is_some() {
                vec![Encoding::Linear16]
            } else {
                Vec::new()
            },
            limits: Limits {
                commands_per_hour: app.config.limits.commands_per_hour,
                ..Limits::default()
            },
            resumed,
            ..VoiceStart::new(line.session)
        })
    }

    /// Sends the open drafts of the shop, as far as the token may see them.
    pub(super) async fn drafts(&self, reason: protocol::DraftsReason) {
        let look = SeeOpenDrafts { limit: DRAFTS_MAX };
        let Ok(open) = self.app.usecases.read(&self.signed.caller, &look).await else {
            // The next change or the next return sends them.
            tracing::warn!("the open drafts could not be read for a socket");
            return;
        };
        let drafts = open.iter().map(|d| json!(DraftView::from(d))).collect();
        self.say(ServerMessage::Drafts(Drafts { drafts, reason })).await;
    }
}

/// The word of the protocol for why the drafts changed.
pub(super) fn reason(reason: DraftsReason) -> protocol::DraftsReason {
    match reason {
        DraftsReason::Created => protocol::DraftsReason::Created,
        DraftsReason::Changed => protocol::DraftsReason::Changed,
        DraftsReason::Confirmed => protocol::DraftsReason::Confirmed,
        DraftsReason::Discarded => protocol::DraftsReason::Discarded,
    }
}
