//! Running an installed program: no shell, nothing inherited, and bounds on time, output and number.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use execora_kernel::GatewayError;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// A program that may run a few times at once.
#[derive(Debug)]
pub(crate) struct Program {
    path: PathBuf,
    slots: Semaphore,
    time_max: Duration,
}

impl Program {
    pub(crate) fn new(path: PathBuf, at_once: usize, time_max: Duration) -> Self {
        Self {
            path,
            slots: Semaphore::new(at_once.max(1)),
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
        timeout(
            self.time_max,
            self.run_unhurried(arguments, folder, input, output_max),
        )
        .await
        .map_err(|_elapsed| GatewayError::Timeout)?
    }

    async fn run_unhurried(
        &self,
        arguments: &[&str],
        folder: &Path,
        input: &[u8],
        output_max: usize,
    ) -> Result<Vec<u8>, GatewayError> {
        let _slot = self
            .slots
            .acquire()
            .await
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
        let (Some(mut to), Some(from)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(GatewayError::Unavailable);
        };
        let write = async move {
            // A program that ends before it has read everything is judged by its status, not by this.
            let _ = to.write_all(input).await;
        };
        let read = async move {
            let mut output = Vec::new();
            let limit = u64::try_from(output_max).unwrap_or(u64::MAX).saturating_add(1);
            from.take(limit)
                .read_to_end(&mut output)
                .await
                .map(|_count| output)
        };
        let ((), output) = tokio::join!(write, read);
        let output = output.map_err(|_error| GatewayError::Unavailable)?;
        if output.len() > output_max {
            return Err(GatewayError::Invalid {
                reason: "the answer is too long",
            });
        }
        let status = child.wait().await.map_err(|_error| GatewayError::Unavailable)?;
        if !status.success() {
            tracing::warn!(program = %self.path.display(), %status, "a program failed");
            return Err(GatewayError::Invalid {
                reason: "the program failed",
            });
        }
        Ok(output)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
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
        assert_eq!(
            output,
            Err(GatewayError::Invalid {
                reason: "the answer is too long"
            })
        );
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
        assert_eq!(
            failed,
            Err(GatewayError::Invalid {
                reason: "the program failed"
            })
        );
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
