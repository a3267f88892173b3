//! Reading a socket: frames, limits, what is answered at once, and how it ends.

use super::desk::{self, Desk};
use super::ear::{self, Ear, Sound};
use super::gate::Gate;
use super::line::Link;
use super::lines;
use super::mouth::Mouth;
use super::worker::{self, Job, WAITING_MAX};
use actix_ws::{AggregatedMessage, CloseCode, CloseReason, MessageStream, ProtocolError, Session};
use execora_usecases::Announcement;
use execora_usecases::reads::sessions::OwnSession;
use execora_voice_protocol::{
    ClientMessage, DraftsReason, Encoding, ErrorCode, Resume, ServerMessage, Speak, SpeechFormat, StartAudio,
    close, limits,
};
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::mpsc::{Sender, channel};

/// How often the server asks whether the client is still there.
const PING_EVERY: Duration = Duration::from_secs(30);
/// So long without any frame, not even a pong, and the connection is dead.
const DEAD_AFTER: Duration = Duration::from_secs(95);
/// How long the end waits for the command under way.
const LAST_TURN_MAX: Duration = Duration::from_secs(15);
/// So many commands in a row beyond the hour's limit close the socket.
const REFUSED_COMMANDS_MAX: u32 = 20;

/// Why a socket is closed, as it is told to the client.
pub(super) fn reason(code: u16) -> CloseReason {
    CloseReason {
        code: CloseCode::from(code),
        description: None,
    }
}

/// What the client's audio is.
enum Audio {
    /// START_AUDIO has not come.
    None,
    /// It came and was refused, or the utterance is over: sound that is still on its way is dropped.
    Ignored,
    /// Listened to.
    Open(Sound, Ear),
}

struct Reader {
    desk: Rc<Desk>,
    mouth: Rc<Mouth>,
    jobs: Sender<Job>,
    session: Session,
    audio: Audio,
    bad_in_a_row: u32,
    refused_in_a_row: u32,
    /// A message that was understood has come.
    begun: bool,
    last_message: Instant,
    last_frame: Instant,
}

/// Runs a socket to its end.
pub(super) async fn run(desk: Rc<Desk>, session: Session, frames: MessageStream, gate: Gate) {
    let (jobs, queue) = channel(WAITING_MAX);
    let mouth = Rc::new(Mouth::default());
    let worker = actix_web::rt::spawn(worker::run(Rc::clone(&desk), Rc::clone(&mouth), queue));
    let news = actix_web::rt::spawn(news(Rc::clone(&desk)));
    let now = Instant::now();
    let mut reader = Reader {
        desk: Rc::clone(&desk),
        mouth: Rc::clone(&mouth),
        jobs,
        session: session.clone(),
        audio: Audio::None,
        bad_in_a_row: 0,
        refused_in_a_row: 0,
        begun: false,
        last_message: now,
        last_frame: now,
    };
    let code = reader.read(frames, &gate).await;
    desk.ending.end(code);
    mouth.hush();
    drop(reader);
    news.abort();
    if code == close::DRAINING {
        // What was accepted is finished, and its answer sent, before the client is sent away.
        let _ = tokio::time::timeout(LAST_TURN_MAX, worker).await;
    }
    let _ = tokio::time::timeout(Duration::from_secs(1), mouth.fall_silent()).await;
    if gate.exceeded() {
        gate.discard().await;
    }
    desk.line().leave(&desk.ending).await;
    let _ = tokio::time::timeout(Duration::from_secs(5), session.close(Some(reason(code)))).await;
    tracing::info!(code, session_id = %desk.line().session, "socket closed");
}

/// Passes on what changes the drafts of the shop.
async fn news(desk: Rc<Desk>) {
    let mut news = desk.app.hub.listen();
    loop {
        match news.recv().await {
            Ok((tenant, Announcement::Drafts(reason))) if tenant == desk.signed.caller.tenant => {
                desk.drafts(desk::reason(reason)).await;
            }
            Ok(_) => {}
            Err(RecvError::Lagged(_)) => desk.drafts(DraftsReason::Snapshot).await,
            Err(RecvError::Closed) => return,
        }
    }
}

impl Reader {
    /// Reads until there is a reason to close.
    async fn read(&mut self, frames: MessageStream, gate: &Gate) -> u16 {
        let mut frames = frames
            .max_frame_size(limits::FRAME_BYTES_MAX)
            .aggregate_continuations()
            .max_continuation_size(limits::FRAME_BYTES_MAX);
        let desk = Rc::clone(&self.desk);
        desk.say(desk.greeting(&desk.line(), false)).await;
        desk.drafts(DraftsReason::Snapshot).await;
        let life = (desk.signed.token.expires_at - desk.now())
            .to_std()
            .unwrap_or_default();
        let expired = tokio::time::sleep(life);
        let revoked = desk.app.identity.revocations().reached(&desk.signed.token);
        tokio::pin!(expired, revoked);
        let mut pings = tokio::time::interval(PING_EVERY);
        loop {
            let flow = tokio::select! {
                biased;
                code = desk.ending.ended() => Err(code),
                () = desk.app.draining.cancelled() => Err(close::DRAINING),
                () = &mut expired => Err(close::NOT_ALLOWED),
                () = &mut revoked => Err(close::NOT_ALLOWED),
                _ = pings.tick() => self.beat().await,
                frame = frames.recv() => self.frame(frame, gate).await,
            };
            if let Err(code) = flow {
                return code;
            }
        }
    }

    async fn beat(&mut self) -> Result<(), u16> {
        if self.last_message.elapsed() >= limits::IDLE_MAX {
            return Err(close::IDLE);
        }
        if self.last_frame.elapsed() >= DEAD_AFTER || self.session.ping(b"").await.is_err() {
            return Err(close::BYE);
        }
        Ok(())
    }

    async fn frame(
        &mut self,
        frame: Option<Result<AggregatedMessage, ProtocolError>>,
        gate: &Gate,
    ) -> Result<(), u16> {
        self.last_frame = Instant::now();
        match frame {
            None => Err(if gate.exceeded() {
                close::FRAME_TOO_LARGE
            } else {
                close::BYE
            }),
            Some(Ok(AggregatedMessage::Text(text))) => {
                self.last_message = self.last_frame;
                self.text(&text).await
            }
            Some(Ok(AggregatedMessage::Binary(bytes))) => {
                self.last_message = self.last_frame;
                self.sound(&bytes).await
            }
            Some(Ok(AggregatedMessage::Ping(bytes))) => {
                self.session.pong(&bytes).await.map_err(|_| close::BYE)
            }
            Some(Ok(AggregatedMessage::Pong(_))) => Ok(()),
            Some(Ok(AggregatedMessage::Close(_))) => Err(close::BYE),
            Some(Err(error)) => self.broken(&error, gate).await,
        }
    }

    async fn broken(&mut self, error: &ProtocolError, gate: &Gate) -> Result<(), u16> {
        match error {
            // Text that is not UTF-8 is no JSON.
            ProtocolError::Io(io) if io.kind() == std::io::ErrorKind::InvalidData => {
                self.junk(ErrorCode::BadJson, "not JSON").await
            }
            ProtocolError::Overflow => Err(close::FRAME_TOO_LARGE),
            _ if gate.exceeded() => Err(close::FRAME_TOO_LARGE),
            // Pieces of one message that are too long together.
            ProtocolError::Io(io) if io.to_string().contains("continuation") => Err(close::FRAME_TOO_LARGE),
            ProtocolError::Io(_) => Err(close::BYE),
            _ => Err(close::NOT_ALLOWED),
        }
    }

    async fn junk(&mut self, code: ErrorCode, message: &str) -> Result<(), u16> {
        self.desk.fail(code, message).await;
        self.bad_in_a_row += 1;
        if self.bad_in_a_row >= limits::BAD_FRAMES_IN_A_ROW_MAX {
            Err(close::NOT_ALLOWED)
        } else {
            Ok(())
        }
    }

    async fn text(&mut self, text: &str) -> Result<(), u16> {
        let message = match ClientMessage::parse(text) {
            Ok(message) => message,
            Err(error) => {
                if matches!(
                    error.code(),
                    ErrorCode::UnsupportedEncoding | ErrorCode::UnsupportedSpeechFormat
                ) {
                    self.drop_audio();
                }
                return self.junk(error.code(), &error.to_string()).await;
            }
        };
        self.bad_in_a_row = 0;
        let first = !std::mem::replace(&mut self.begun, true);
        match message {
            ClientMessage::Ping {} => self.desk.say(ServerMessage::Pong {}).await,
            ClientMessage::Interrupt {} => self.mouth.hush(),
            ClientMessage::Disconnect {} => {
                self.mouth.fall_silent().await;
                self.desk.say(ServerMessage::Goodbye {}).await;
                return Err(close::BYE);
            }
            ClientMessage::Resume(resume) if first => self.resume(resume).await,
            ClientMessage::Resume(_) => {
                self.desk
                    .fail(
                        ErrorCode::BadData,
                        "bad data: RESUME is the first message, if at all",
                    )
                    .await;
            }
            ClientMessage::StartAudio(start) => self.start_audio(start).await,
            ClientMessage::StopAudio {} => return self.stop_audio().await,
            ClientMessage::SetLanguage(set) => self.enqueue(Job::Language(set.language)).await,
            ClientMessage::StartRecording {} | ClientMessage::StopRecording {} => {
                self.enqueue(Job::Recording).await;
            }
            ClientMessage::Text(said) => return self.command(Job::Typed(said)).await,
            ClientMessage::SelectIntent(selection) => return self.command(Job::Selected(selection)).await,
            ClientMessage::Confirm(confirm) => return self.command(Job::Answered(confirm)).await,
            ClientMessage::Undo(undo) => return self.command(Job::TookBack(undo)).await,
        }
        Ok(())
    }

    /// A command counts against the hour.
    async fn command(&mut self, job: Job) -> Result<(), u16> {
        let most = self.desk.app.config.limits.commands_per_hour;
        if self.desk.line().count_command(most).await {
            self.refused_in_a_row = 0;
            self.enqueue(job).await;
            return Ok(());
        }
        self.refused_in_a_row += 1;
        self.desk
            .fail(ErrorCode::TooManyCommands, "more commands than the hour allows")
            .await;
        if self.refused_in_a_row >= REFUSED_COMMANDS_MAX {
            Err(close::TOO_MANY_COMMANDS)
        } else {
            Ok(())
        }
    }

    async fn enqueue(&self, job: Job) {
        if self.jobs.try_send(job).is_err() {
            self.desk
                .fail(
                    ErrorCode::TooManyCommands,
                    "too many commands wait for their answer",
                )
                .await;
        }
    }

    async fn resume(&mut self, resume: Resume) {
        let desk = &self.desk;
        let (tenant, user) = (desk.signed.caller.tenant, desk.signed.caller.user);
        let fresh = desk.line();
        let link = || Link {
            session: self.session.clone(),
            ending: Arc::clone(&desk.ending),
        };
        if resume.last_seq > limits::LAST_SEQ_MAX {
            return desk
                .fail(
                    ErrorCode::BadData,
                    "bad data: no conversation has so many messages",
                )
                .await;
        }
        let (caller, now) = (&desk.signed.caller, desk.now());
        if let Some(line) = lines::find(resume.session_id, tenant, user) {
            // Whoever may do less than those who spoke does not hear what they were told, and takes nobody's place.
            if !line.may_be_heard_by(caller, now).await {
                return desk
                    .fail(
                        ErrorCode::Forbidden,
                        "the conversation needs rights that are missing",
                    )
                    .await;
            }
            let greeting = desk.greeting(&line, true);
            if line.go_on(link(), resume.last_seq, greeting, desk.now()).await {
                self.move_to(line).await;
                return desk.drafts(DraftsReason::Snapshot).await;
            }
        } else if let Ok(session) = desk
            .app
            .usecases
            .read(&desk.signed.caller, &OwnSession(resume.session_id))
            .await
        {
            // The conversation itself is kept with the shop; only what was missed of it is not known any more.
            let line = lines::begin_again(&session, resume.last_seq);
            let greeting = desk.greeting(&line, true);
            line.go_on(link(), resume.last_seq, greeting, desk.now()).await;
            self.move_to(line).await;
        }
        if fresh.session == desk.line().session {
            tracing::info!("a socket could not go on with its conversation");
        }
        desk.fail(
            ErrorCode::ResumeGap,
            "messages were missed that are no longer kept",
        )
        .await;
        desk.drafts(DraftsReason::Snapshot).await;
    }

    /// From the new conversation to the one that goes on.
    async fn move_to(&self, line: Arc<super::line::Line>) {
        line.spoken_by(&self.desk.signed.caller, self.desk.now()).await;
        let fresh = self.desk.change_line(line);
        lines::forget(fresh.session);
    }

    fn drop_audio(&mut self) {
        self.audio = Audio::Ignored;
    }

    async fn start_audio(&mut self, start: StartAudio) {
        self.mouth.hush();
        let was_open = matches!(self.audio, Audio::Open(..));
        // Whatever was being said before is given up, with all work on it.
        self.drop_audio();
        if was_open {
            self.desk.say(ServerMessage::AudioStopped {}).await;
        }
        let Some(recogniser) = self.desk.app.speech_to_text.clone() else {
            return self
                .desk
                .fail(ErrorCode::NoRecogniser, "nothing here turns audio into text")
                .await;
        };
        if start.encoding != Encoding::Linear16 {
            return self
                .desk
                .fail(
                    ErrorCode::UnsupportedEncoding,
                    "audio of this encoding is not understood",
                )
                .await;
        }
        let speaks = start.speak == Some(Speak::Server);
        if speaks
            && start
                .speech_format
                .is_some_and(|format| format != SpeechFormat::Pcm16)
        {
            let words = "speech cannot be given in this format";
            return self.desk.fail(ErrorCode::UnsupportedSpeechFormat, words).await;
        }
        self.desk.speaks.set(speaks);
        let Some((sound, ear)) = ear::open(&self.desk, recogniser, &start) else {
            return self
                .desk
                .fail(
                    ErrorCode::UnsupportedEncoding,
                    "audio of this rate is not understood",
                )
                .await;
        };
        self.audio = Audio::Open(sound, ear);
        self.desk.say(ServerMessage::AudioStarted {}).await;
    }

    async fn stop_audio(&mut self) -> Result<(), u16> {
        let open = match std::mem::replace(&mut self.audio, Audio::Ignored) {
            Audio::Open(sound, ear) => Some((sound, ear)),
            Audio::None => {
                self.audio = Audio::None;
                None
            }
            Audio::Ignored => None,
        };
        self.desk.say(ServerMessage::AudioStopped {}).await;
        let Some((sound, ear)) = open else { return Ok(()) };
        sound.end();
        self.command(Job::Spoken(ear)).await
    }

    async fn sound(&mut self, bytes: &[u8]) -> Result<(), u16> {
        match &mut self.audio {
            Audio::Open(sound, _) => {
                if sound.take(bytes) {
                    self.mouth.hush();
                }
                self.bad_in_a_row = 0;
                Ok(())
            }
            Audio::Ignored => Ok(()),
            Audio::None => {
                self.desk
                    .fail(ErrorCode::BinaryBeforeStart, "audio came before START_AUDIO")
                    .await;
                Err(close::BINARY_BEFORE_START)
            }
        }
    }
}
