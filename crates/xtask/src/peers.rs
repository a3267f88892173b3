//! What outsiders' tools make of the document and of a running shop: a validator, two generators of clients, and schemathesis.
//! Everything they need comes in pinned versions into `target/peers`.

use crate::run::{check, output, tell};
use crate::{packages, run};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Instant;

/// How long schemathesis looks for faults, in seconds.
const SEARCH_SECONDS_MAX: &str = "150";
/// How many requests it makes of one operation in one phase.
const EXAMPLES_MAX: &str = "5";
/// The same requests in every run.
const SEED: &str = "20261130";

/// Programs that must be there, and the Debian packages that bring them.
const PROGRAMS: &[(&str, &str)] = &[("npm", "nodejs npm"), ("python3", "python3 python3-venv")];

/// Runs them all.
///
/// # Errors
/// When one finds a fault, or cannot be had.
pub(crate) fn peers() -> Result<()> {
    packages::ensure_programs(PROGRAMS)?;
    let room = Room::prepare()?;
    let step = |name: &str, work: &dyn Fn() -> Result<()>| -> Result<()> {
        let begun = Instant::now();
        work().with_context(|| name.to_owned())?;
        tell(&format!("peers: {name} in {} s", begun.elapsed().as_secs()));
        Ok(())
    };
    step("python tools", &|| room.install_python())?;
    step("typescript tools", &|| room.install_typescript())?;
    step("validator", &|| {
        check(
            Command::new(room.python("openapi-spec-validator")).arg(&room.document),
            "openapi-spec-validator",
        )
    })?;
    let shop = Shop::open(&room)?;
    step("typescript client", &|| room.typescript_client(&shop))?;
    step("python client", &|| room.python_client(&shop))?;
    step("schemathesis", &|| room.schemathesis(&shop))
}

/// Where everything lies.
struct Room {
    sources: PathBuf,
    target: PathBuf,
    document: PathBuf,
    program: PathBuf,
}

impl Room {
    fn prepare() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../..")
            .canonicalize()?;
        let target = root.join("target/peers");
        std::fs::create_dir_all(target.join("typescript"))?;
        check(
            run::cargo().args(["build", "--release", "--locked", "-p", "execora"]),
            "build",
        )?;
        Ok(Self {
            sources: root.join("crates/xtask/peers"),
            document: root.join("docs/api/openapi.json"),
            program: root.join("target/release/execora"),
            target,
        })
    }

    fn python(&self, program: &str) -> PathBuf {
        self.target.join("python/bin").join(program)
    }

    fn install_python(&self) -> Result<()> {
        let wanted = self.sources.join("requirements.txt");
        let marker = self.target.join("python/installed.txt");
        if same(&wanted, &marker) {
            return Ok(());
        }
        let environment = self.target.join("python");
        check(
            Command::new("python3").args(["-m", "venv"]).arg(environment),
            "venv",
        )?;
        let mut pip = Command::new(self.python("pip"));
        pip.args([
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
            "-r",
        ]);
        check(pip.arg(&wanted), "pip")?;
        std::fs::copy(wanted, marker)?;
        Ok(())
    }

    fn install_typescript(&self) -> Result<()> {
        let room = self.target.join("typescript");
        for file in ["page.ts", "tsconfig.json", "package.json"] {
            std::fs::copy(self.sources.join(file), room.join(file))?;
        }
        let (wanted, installed) = (
            self.sources.join("package-lock.json"),
            room.join("package-lock.json"),
        );
        if same(&wanted, &installed) && room.join("node_modules").is_dir() {
            return Ok(());
        }
        std::fs::copy(wanted, installed)?;
        let mut npm = Command::new("npm");
        npm.args(["ci", "--no-audit", "--no-fund", "--silent"]);
        check(npm.current_dir(room), "npm")
    }

    fn typescript_client(&self, shop: &Shop) -> Result<()> {
        let room = self.target.join("typescript");
        let tool = |name: &str| Command::new(room.join("node_modules/.bin").join(name));
        let mut generate = tool("openapi-typescript");
        generate.arg(&self.document).args(["-o", "api.ts"]);
        check(generate.current_dir(&room), "openapi-typescript")?;
        check(tool("tsc").current_dir(&room), "tsc")?;
        let mut page = Command::new("node");
        page.arg("out/page.js").args([&shop.url, &shop.token]);
        check(page.current_dir(&room), "typescript client")
    }

    fn python_client(&self, shop: &Shop) -> Result<()> {
        let client = self.target.join("python-client");
        let mut generate = Command::new(self.python("openapi-python-client"));
        generate.args([
            "generate",
            "--overwrite",
            "--meta",
            "none",
            "--fail-on-warning",
            "--path",
        ]);
        generate
            .arg(&self.document)
            .arg("--output-path")
            .arg(client.join("execora_client"));
        generate
            .arg("--config")
            .arg(self.sources.join("python-client.yaml"));
        std::fs::create_dir_all(&client)?;
        check(generate.current_dir(&client), "openapi-python-client")?;
        let mut compile = Command::new(self.python("python"));
        check(
            compile.args(["-m", "compileall", "-q"]).arg(&client),
            "compileall",
        )?;
        let mut page = Command::new(self.python("python"));
        page.env("PYTHONPATH", &client).arg(self.sources.join("page.py"));
        check(page.args([&shop.url, &shop.token]), "python client")
    }

    fn schemathesis(&self, shop: &Shop) -> Result<()> {
        let mut search = Command::new(self.python("schemathesis"));
        search
            .arg("--config-file")
            .arg(self.sources.join("schemathesis.toml"))
            .args(["run", &format!("{}/api/openapi.json", shop.url)])
            .args(["--header", &format!("Authorization: Bearer {}", shop.token)])
            // Who signs out in the middle finds every door closed after that.
            .args(["--exclude-path", "/api/v1/auth/logout"])
            // What is the same in every run; a random search is for `schemathesis run` by hand.
            .args(["--phases", "examples,coverage"])
            .args(["--seed", SEED, "--max-examples", EXAMPLES_MAX])
            // One worker: on Python 3.11 two of them trip over each other in the interpreter's own parser.
            .args(["--max-time", SEARCH_SECONDS_MAX, "--workers", "1"]);
        check(search.current_dir(&self.target), "schemathesis")
    }
}

fn same(a: &Path, b: &Path) -> bool {
    std::fs::read(a).is_ok_and(|wanted| std::fs::read(b).is_ok_and(|there| there == wanted))
}

/// A demo shop that runs until this is dropped.
struct Shop {
    url: String,
    token: String,
    child: Child,
}

impl Shop {
    fn open(room: &Room) -> Result<Self> {
        let home = room.target.join("home");
        if home.exists() {
            std::fs::remove_dir_all(&home)?;
        }
        let mut serve = Command::new(&room.program);
        serve
            .args([
                "serve",
                "--demo",
                "--listen",
                "127.0.0.1:0",
                "--ready-json",
                "--home",
            ])
            .arg(&home)
            // What is tested here is the document, not the limits.
            .envs(
                [
                    "REQUESTS_PER_HOUR",
                    "SIGNED_IN_REQUESTS_PER_HOUR",
                    "LOGINS_PER_MINUTE",
                    "COMMANDS_PER_HOUR",
                ]
                .map(|limit| (format!("EXECORA_LIMITS__{limit}"), "0")),
            )
            .env("EXECORA_LOG", "warn")
            .stdout(Stdio::piped());
        let mut child = serve.spawn().context("the shop")?;
        let mut ready = String::new();
        let stdout = child.stdout.take().context("the shop's output")?;
        BufReader::new(stdout).read_line(&mut ready)?;
        let url = ready
            .split("\"url\":\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        let mut shop = Self {
            url: url.unwrap_or_default().to_owned(),
            token: String::new(),
            child,
        };
        let (program, home) = (room.program.to_string_lossy(), home.to_string_lossy());
        shop.token = output(&program, &["token", "mint", "--home", &home]).unwrap_or_default();
        if shop.url.is_empty() || shop.token.is_empty() {
            bail!("the shop did not start: {ready}");
        }
        Ok(shop)
    }
}

impl Drop for Shop {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
