//! The log: JSON lines on stderr. A line that cannot be written is lost and counted; nobody's request fails for it.

use std::io::{self, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::{EnvFilter, fmt};

/// Lines lost since the last one that could be written.
static LOST: AtomicU64 = AtomicU64::new(0);

/// Starts to log; a second call in one process keeps the first.
pub fn start(filter: &str) {
    let filter = EnvFilter::try_new(filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let _ = fmt()
        .json()
        .flatten_event(true)
        .with_env_filter(filter)
        .with_writer(Lossy(io::stderr))
        // It would complain about a failed write on stderr, which is what has just failed.
        .log_internal_errors(false)
        .try_init();
}

/// Makes writers that never fail.
struct Lossy<F>(F);

impl<W: Write, F: Fn() -> W> MakeWriter<'_> for Lossy<F> {
    type Writer = Line<W>;

    fn make_writer(&self) -> Self::Writer {
        Line((self.0)())
    }
}

struct Line<W>(W);

impl<W: Write> Write for Line<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.0.write_all(bytes) {
            Ok(()) => self.tell_of_lost(),
            Err(_) => {
                LOST.fetch_add(1, Ordering::Relaxed);
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        // A writer that cannot flush has lost what it was given, which was counted.
        let _ = self.0.flush();
        Ok(())
    }
}

impl<W: Write> Line<W> {
    fn tell_of_lost(&mut self) {
        let lost = LOST.swap(0, Ordering::Relaxed);
        if lost == 0 {
            return;
        }
        let told = writeln!(
            self.0,
            r#"{{"level":"WARN","message":"log lines were lost","lost":{lost}}}"#
        );
        if told.is_err() {
            LOST.fetch_add(lost, Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A disk that is full until there is room again.
    struct Disk<'a>(bool, &'a mut Vec<u8>);

    impl Write for Disk<'_> {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if self.0 {
                return Err(io::ErrorKind::StorageFull.into());
            }
            self.1.write(bytes)
        }
        fn flush(&mut self) -> io::Result<()> {
            self.write(b"").map(drop)
        }
    }

    #[test]
    fn lines_that_cannot_be_written_are_counted_and_told_of_later() {
        let mut written = Vec::new();
        for (full, line) in [
            (false, "one\n"),
            (true, "two\n"),
            (true, "three\n"),
            (false, "four\n"),
        ] {
            let mut log = Line(Disk(full, &mut written));
            assert!(
                log.write_all(line.as_bytes()).is_ok() && log.flush().is_ok(),
                "{line}"
            );
        }
        assert_eq!(
            String::from_utf8_lossy(&written),
            "one\nfour\n{\"level\":\"WARN\",\"message\":\"log lines were lost\",\"lost\":2}\n"
        );
    }
}
