//! The gate before the frame reader: a frame that says it is too long is refused by its head, not after it has been read
//! into memory.

use actix_web::error::PayloadError;
use actix_web::{FromRequest, HttpRequest, dev, web};
use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};
use std::time::Duration;

/// How much of a refused frame is read and thrown away, so that the client gets to hear why it was refused.
const DISCARDED_BYTES_MAX: usize = 4 << 20;
/// How long that may take.
const DISCARDING_MAX: Duration = Duration::from_secs(3);
/// The longest head of a frame: two bytes, eight of length, four of mask.
const HEAD_MAX: usize = 14;

/// Watches the bytes of one client.
#[derive(Clone)]
pub(super) struct Gate {
    inner: Rc<RefCell<dev::Payload>>,
    exceeded: Rc<Cell<bool>>,
    frame_max: usize,
}

impl Gate {
    /// A gate for frames of at most `frame_max` bytes.
    pub(super) fn new(body: web::Payload, frame_max: usize) -> Self {
        Self {
            inner: Rc::new(RefCell::new(body.into_inner())),
            exceeded: Rc::default(),
            frame_max,
        }
    }

    /// What the frame reader is given to read.
    pub(super) async fn payload(&self, request: &HttpRequest) -> Result<web::Payload, actix_web::Error> {
        let watched = Watched {
            gate: self.clone(),
            heads: Heads::default(),
        };
        web::Payload::from_request(
            request,
            &mut dev::Payload::Stream {
                payload: Box::pin(watched),
            },
        )
        .await
    }

    /// Whether a frame was too long.
    pub(super) fn exceeded(&self) -> bool {
        self.exceeded.get()
    }

    /// Reads on for a while without keeping anything: a connection that is closed with unread bytes is reset, and the
    /// reason is lost on the way.
    pub(super) async fn discard(&self) {
        let mut left = DISCARDED_BYTES_MAX;
        let next = || std::future::poll_fn(|context| self.inner.borrow_mut().poll_next_unpin(context));
        let reading = async {
            while let Ok(Some(Ok(bytes))) = tokio::time::timeout(Duration::from_millis(200), next()).await {
                left = left.saturating_sub(bytes.len());
                if left == 0 {
                    break;
                }
            }
        };
        let _ = tokio::time::timeout(DISCARDING_MAX, reading).await;
    }
}

struct Watched {
    gate: Gate,
    heads: Heads,
}

impl Stream for Watched {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let polled = self.gate.inner.borrow_mut().poll_next_unpin(context);
        if let Poll::Ready(Some(Ok(bytes))) = &polled {
            let frame_max = self.gate.frame_max;
            if self.heads.longest(bytes) > frame_max {
                self.gate.exceeded.set(true);
                return Poll::Ready(Some(Err(PayloadError::Overflow)));
            }
        }
        polled
    }
}

/// Finds the heads of frames in a stream that is cut anywhere.
#[derive(Default)]
struct Heads {
    head: Vec<u8>,
    /// Bytes of the frame under way that are still to come.
    body: usize,
}

impl Heads {
    /// The longest length that a head in these bytes says.
    fn longest(&mut self, mut bytes: &[u8]) -> usize {
        let mut longest = 0;
        while !bytes.is_empty() {
            let skipped = self.body.min(bytes.len());
            self.body -= skipped;
            bytes = bytes.get(skipped..).unwrap_or_default();
            let Some((byte, rest)) = bytes.split_first() else {
                break;
            };
            self.head.push(*byte);
            bytes = rest;
            if let Some(length) = length(&self.head) {
                longest = longest.max(length);
                self.body = length;
                self.head.clear();
            }
        }
        longest
    }
}

/// The length of the body, once the head is complete.
fn length(head: &[u8]) -> Option<usize> {
    let second = head.get(1)?;
    let long = match second & 0x7f {
        126 => 2,
        127 => 8,
        _ => 0,
    };
    let mask = if second & 0x80 == 0 { 0 } else { 4 };
    if head.len() < (2 + long + mask).min(HEAD_MAX) {
        return None;
    }
    if long == 0 {
        return Some(usize::from(second & 0x7f));
    }
    let said = head.get(2..2 + long)?;
    Some(said.iter().fold(0_usize, |sum, byte| {
        sum.saturating_mul(256).saturating_add(usize::from(*byte))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(length: usize) -> Vec<u8> {
        let mut frame = vec![0x82];
        match length {
            0..=125 => frame.push(0x80 | u8::try_from(length).unwrap_or(0)),
            126..=65_535 => {
                frame.push(0xfe);
                frame.extend(u16::try_from(length).unwrap_or(0).to_be_bytes());
            }
            _ => {
                frame.push(0xff);
                frame.extend(u64::try_from(length).unwrap_or(0).to_be_bytes());
            }
        }
        frame.extend([1, 2, 3, 4]);
        frame.extend(vec![0xff; length]);
        frame
    }

    #[test]
    fn lengths_are_found_wherever_the_stream_is_cut() {
        let lengths = [5, 0, 125, 126, 300, 65_535, 65_536, 7];
        let stream: Vec<u8> = lengths.iter().flat_map(|l| frame(*l)).collect();
        for cut in [1, 2, 3, 7, 100, 4_096, stream.len()] {
            let mut heads = Heads::default();
            let longest = stream.chunks(cut).map(|chunk| heads.longest(chunk)).max();
            assert_eq!(longest, Some(65_536), "cut every {cut}");
            assert_eq!((heads.body, heads.head.len()), (0, 0), "cut every {cut}");
        }
    }

    #[test]
    fn a_frame_is_known_to_be_too_long_by_its_head_alone() {
        let head = [0x82, 0xff, 0, 0, 0, 1, 0, 0, 0, 0, 9, 9, 9, 9];
        assert_eq!(Heads::default().longest(&head), 1 << 32);
    }
}
