//! A throw-away PostgreSQL: made in a temporary folder, gone with this process.

use crate::run::{output, tell};
use anyhow::{Context, Result, bail};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// A running server.
pub(crate) struct Postgres {
    bin: PathBuf,
    folder: PathBuf,
    port: u16,
}

/// Starts a server on a free port of the loopback.
///
/// # Errors
/// When the programs are missing or it does not start.
pub(crate) fn start() -> Result<Postgres> {
    let bin = programs()?;
    let folder = std::env::temp_dir().join(format!("execora-postgres-{}", std::process::id()));
    std::fs::create_dir_all(&folder).context("temporary folder")?;
    let server = Postgres {
        bin,
        folder,
        port: free_port()?,
    };
    if is_root() {
        // The server refuses to run as root: Debian's package made a user for it.
        run(
            Command::new("chown")
                .arg("-R")
                .arg("postgres:postgres")
                .arg(&server.folder),
            "chown",
        )?;
    }
    let data = server.folder.join("data");
    run(
        server
            .command("initdb")
            .args([
                "-U",
                "execora",
                "-A",
                "trust",
                "--no-sync",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "-D",
            ])
            .arg(&data),
        "initdb",
    )?;
    // Durability is tested on the embedded store; here the settings that only slow tests down are off.
    let settings = format!(
        "-c listen_addresses=127.0.0.1 -c port={} -c unix_socket_directories='' -c fsync=off \
         -c synchronous_commit=off -c full_page_writes=off -c max_connections=300",
        server.port
    );
    run(
        server
            .command("pg_ctl")
            .arg("-D")
            .arg(&data)
            .arg("-l")
            .arg(server.folder.join("log"))
            .args(["-w", "-o", &settings, "start"]),
        "pg_ctl start",
    )?;
    tell(&format!("PostgreSQL listens on 127.0.0.1:{}", server.port));
    Ok(server)
}

impl Postgres {
    /// Where tests reach it; each makes a database of its own.
    pub(crate) fn url(&self) -> String {
        format!("postgres://execora@127.0.0.1:{}/postgres", self.port)
    }

    fn command(&self, program: &str) -> Command {
        let program = self.bin.join(program);
        let mut command = if is_root() {
            let mut other = Command::new("setpriv");
            other
                .args(["--reuid=postgres", "--regid=postgres", "--init-groups"])
                .arg(program);
            other
        } else {
            Command::new(program)
        };
        command.current_dir(&self.folder).env("HOME", &self.folder);
        command
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let data = self.folder.join("data");
        let _ = self
            .command("pg_ctl")
            .arg("-D")
            .arg(data)
            .args(["-m", "immediate", "stop"])
            .stdout(Stdio::null())
            .status();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn programs() -> Result<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .context("PostgreSQL is not installed in /usr/lib/postgresql")?
        .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
        .filter(|bin| bin.join("initdb").is_file())
        .collect();
    found.sort();
    found
        .pop()
        .context("PostgreSQL has no server programs in /usr/lib/postgresql")
}

fn is_root() -> bool {
    output("id", &["-u"]).as_deref() == Some("0")
}

/// A port below those that the system gives to clients, so that it stays free until the server has it.
fn free_port() -> Result<u16> {
    let start = 20_000 + u16::try_from(std::process::id() % 9_000).unwrap_or(0);
    (start..30_000)
        .find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
        .context("no free port between 20000 and 30000")
}

fn run(command: &mut Command, what: &str) -> Result<()> {
    let done = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .output()
        .with_context(|| format!("{what}: cannot start"))?;
    if !done.status.success() {
        bail!("{what}: {}", String::from_utf8_lossy(&done.stderr));
    }
    Ok(())
}
