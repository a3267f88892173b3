//! Running an installed program: no shell, nothing inherited, and bounds on time, output and number.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use execora_kernel::GatewayError;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, ChildStdout, Command};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, timeout_at};

/// The most that is read from a program at once.
const PIECE_BYTES: usize = 16 * 1_024;

/// A program that may run a few times at once.
#[derive(Debug)]
pub(crate) struct Program {
    path: PathBuf,
    slots: Arc<Semaphore>,
    time_max: Duration,
}

impl Program {
    pub(crate) fn new(path: PathBuf, at_once: usize, time_max: Duration) -> Self {
        Self {
            path,
            slots: Arc::new(Semaphore::new(at_once.max(1))),
            time_max,
        }
    }

    /// Runs it with `input` on its standard input and answers with what it wrote, at most `output_max` bytes.
    ///
    /// Waiting for a turn counts as time. A program whose caller has gone away is killed.
    pub(crate) async fn run(
        &self,
        arguments: &[&str],
        folder: &Path,
        input: &[u8],
        output_max: usize,
    ) -> Result<Vec<u8>, GatewayError> {
        let mut running = self.start(arguments, folder, input.to_vec(), output_max).await?;
        let mut output = Vec::new();
        while let Some(piece) = running.next().await? {
            output.extend_from_slice(&piece);
        }
        Ok(output)
    }

    /// Starts it with `input` on its standard input; what it writes is read piece by piece, at most `output_max` bytes.
    ///
    /// The time it may take begins here, and waiting for a turn counts. A program that is dropped is killed.
    pub(crate) async fn start(
        &self,
        arguments: &[&str],
        folder: &Path,
        input: Vec<u8>,
        output_max: usize,
    ) -> Result<Running, GatewayError> {
        let deadline = Instant::now() + self.time_max;
        let slot = timeout_at(deadline, Arc::clone(&self.slots).acquire_owned())
            .await
            .map_err(|_elapsed| GatewayError::Timeout)?
            .map_err(|_closed| GatewayError::Unavailable)?;
        let mut child = Command::new(&self.path)
            .args(arguments)
            .current_dir(folder)
            .env_clear()
            .env("LC_ALL", "C.UTF-8")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(|error| {
                tracing::warn!(program = %self.path.display(), %error, "a program did not start");
                GatewayError::Unavailable
            })?;
        let (Some(mut to), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(GatewayError::Unavailable);
        };
        // Written beside the reading, so that neither waits for the other; it ends with the program, whose end closes the pipe.
        // A program that ends before it has read everything is judged by its status, not by this.
        tokio::spawn(async move { to.write_all(&input).await });
        Ok(Running {
            child,
            output,
            left: output_max,
            deadline,
            path: self.path.clone(),
            _slot: slot,
        })
    }
}

/// A program at work.
#[derive(Debug)]
pub(crate) struct Running {
    child: Child,
    output: ChildStdout,
    /// Bytes that it may still write.
    left: usize,
    deadline: Instant,
    path: PathBuf,
    _slot: OwnedSemaphorePermit,
}

impl Running {
    /// What it wrote next; `None` when it has ended well.
    pub(crate) async fn next(&mut self) -> Result<Option<Vec<u8>>, GatewayError> {
        timeout_at(self.deadline, self.piece())
            .await
            .map_err(|_elapsed| GatewayError::Timeout)?
    }

    async fn piece(&mut self) -> Result<Option<Vec<u8>>, GatewayError> {
        let mut piece = vec![0; PIECE_BYTES];
        let read = self.output.read(&mut piece).await;
        let read = read.map_err(|_error| GatewayError::Unavailable)?;
        if read > 0 {
            self.left = self
                .left
                .checked_sub(read)
                .ok_or_else(|| GatewayError::invalid("the answer is too long"))?;
            piece.truncate(read);
            return Ok(Some(piece));
        }
        let status = self
            .child
            .wait()
            .await
            .map_err(|_error| GatewayError::Unavailable)?;
        if !status.success() {
            tracing::warn!(program = %self.path.display(), %status, "a program failed");
            return Err(GatewayError::invalid("the program failed"));
        }
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    fn program(path: &str, at_once: usize, time_max_ms: u64) -> Program {
        Program::new(PathBuf::from(path), at_once, Duration::from_millis(time_max_ms))
    }

    #[tokio::test]
    async fn input_goes_through_however_long_it_is() {
        let input = vec![7u8; 1 << 20];
        let output = program("/bin/cat", 1, 5_000)
            .run(&[], Path::new("/"), &input, 1 << 20)
            .await;
        assert_eq!(output, Ok(input));
    }

    #[tokio::test]
    async fn output_beyond_its_bound_is_refused_and_the_program_stopped() {
        let output = program("/usr/bin/yes", 1, 5_000)
            .run(&[], Path::new("/"), &[], 1_000)
            .await;
        assert_eq!(output, Err(GatewayError::invalid("the answer is too long")));
    }

    #[tokio::test]
    async fn a_program_that_takes_too_long_is_stopped() {
        let started = Instant::now();
        let output = program("/bin/sleep", 1, 100)
            .run(&["30"], Path::new("/"), &[], 10)
            .await;
        assert_eq!(output, Err(GatewayError::Timeout));
        assert!(started.elapsed() < Duration::from_secs(5));
    }

    #[tokio::test]
    async fn failing_and_missing_programs_are_told_apart() {
        let failed = program("/bin/false", 1, 5_000)
            .run(&[], Path::new("/"), b"x", 10)
            .await;
        assert_eq!(failed, Err(GatewayError::invalid("the program failed")));
        let missing = program("/nonexistent/speaker", 1, 5_000)
            .run(&[], Path::new("/"), &[], 10)
            .await;
        assert_eq!(missing, Err(GatewayError::Unavailable));
    }

    #[tokio::test]
    async fn no_more_run_at_once_than_may() {
        let program = Arc::new(program("/bin/sleep", 2, 10_000));
        let started = Instant::now();
        let runs: Vec<_> = (0..6)
            .map(|_| {
                let program = Arc::clone(&program);
                tokio::spawn(async move { program.run(&["0.2"], Path::new("/"), &[], 10).await })
            })
            .collect();
        for run in runs {
            assert!(matches!(run.await, Ok(Ok(_))));
        }
        assert!(
            started.elapsed() >= Duration::from_millis(600),
            "{:?}",
            started.elapsed()
        );
    }
}
