//! The release binary, started in an empty folder, and a client for it.
#![expect(clippy::expect_used, reason = "a test that cannot start the shop must fail")]

use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

/// A running server, killed with this value.
pub struct Shop {
    pub home: TempDir,
    pub url: String,
    pub sign_in: String,
    child: Child,
}

/// An answer: status, headers, body.
pub struct Answer {
    pub status: u16,
    pub headers: ureq::http::HeaderMap,
    pub body: Value,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|v| v.to_str().ok())
            .unwrap_or_default()
    }

    pub fn text(&self, pointer: &str) -> String {
        self.body
            .pointer(pointer)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    }

    pub fn number(&self, pointer: &str) -> i64 {
        self.body
            .pointer(pointer)
            .and_then(Value::as_i64)
            .unwrap_or_else(|| panic_with(pointer, &self.body))
    }
}

#[expect(clippy::panic, reason = "a test fails with what it saw")]
fn panic_with(pointer: &str, body: &Value) -> i64 {
    panic!("no number at {pointer} in {body}")
}

pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_execora"));
    command.env_remove("EXECORA_HOME");
    command
}

impl Shop {
    /// The demo shop in an empty folder.
    pub fn open() -> Self {
        Self::open_with(&[])
    }

    /// The demo shop with settings from the environment.
    pub fn open_with(settings: &[(&str, &str)]) -> Self {
        let home = tempfile::tempdir().expect("temporary folder");
        Self::start(home, settings, Stdio::inherit())
    }

    /// The demo shop with its log on a disk that is full.
    pub fn open_with_full_log() -> Self {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full");
        let home = tempfile::tempdir().expect("temporary folder");
        let all = [("EXECORA_LOG", "trace")];
        Self::start(home, &all, full.expect("a device that is full").into())
    }

    fn start(home: TempDir, settings: &[(&str, &str)], log: Stdio) -> Self {
        let mut child = program()
            .args([
                "serve",
                "--demo",
                "--listen",
                "127.0.0.1:0",
                "--ready-json",
                "--home",
            ])
            .arg(home.path().join("shop"))
            .env("EXECORA_LOG", "warn")
            .envs(settings.iter().copied())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .expect("the binary starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("stdout"))
            .read_line(&mut line)
            .expect("ready line");
        let ready: Value = serde_json::from_str(&line).expect("ready line is JSON");
        let text = |name: &str| ready[name].as_str().unwrap_or_default().to_owned();
        Self {
            home,
            url: text("url"),
            sign_in: text("sign_in"),
            child,
        }
    }

    /// kill -9, then the same home again.
    pub fn crash_and_restart(mut self) -> Self {
        self.kill();
        self.restart(&[])
    }

    /// kill -9.
    pub fn kill(&mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("gone");
    }

    /// The home of a server that is gone, again.
    pub fn restart(mut self, settings: &[(&str, &str)]) -> Self {
        let home = std::mem::replace(&mut self.home, tempfile::tempdir().expect("temporary folder"));
        Self::start(home, settings, Stdio::inherit())
    }

    /// The memory that the process has in use, in MB.
    pub fn memory(&self) -> usize {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()));
        let status = status.expect("the process is there");
        let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes = resident.and_then(|rest| rest.trim().trim_end_matches(" kB").parse::<usize>().ok());
        kilobytes.expect("its memory") / 1_024
    }

    /// Host and port.
    pub fn address(&self) -> &str {
        self.url.trim_start_matches("http://")
    }

    /// Asks the process to stop and answers its exit status.
    pub fn stop(mut self) -> Option<i32> {
        let pid = self.child.id().to_string();
        Command::new("kill").args(["-TERM", &pid]).status().expect("kill");
        self.child.wait().expect("gone").code()
    }

    /// Runs another command of the binary on the same home.
    pub fn run(&self, args: &[&str]) -> (Option<i32>, String) {
        self.run_with(args, &[])
    }

    /// Runs another command of the binary on the same home, with settings from the environment.
    pub fn run_with(&self, args: &[&str], settings: &[(&str, &str)]) -> (Option<i32>, String) {
        let home = self.home.path().join("shop");
        let done = program()
            .args(args)
            .envs(settings.iter().copied())
            .arg("--home")
            .arg(home)
            .output()
            .expect("runs");
        (
            done.status.code(),
            String::from_utf8_lossy(&done.stdout).trim().to_owned(),
        )
    }

    /// A token of the owner, or with other options.
    pub fn token(&self, options: &[&str]) -> String {
        let args: Vec<&str> = ["token", "mint"].iter().chain(options).copied().collect();
        let (status, token) = self.run(&args);
        assert_eq!(status, Some(0), "a token is minted");
        token
    }

    /// Opens a second shop in the same home and mints a token of its owner.
    pub fn token_of_another_shop(&self) -> String {
        let (status, made) = self.run(&[
            "tenant",
            "create",
            "--name",
            "Other",
            "--owner-email",
            "o@other.example",
            "--json",
        ]);
        assert_eq!(status, Some(0), "another shop is made");
        let made: Value = serde_json::from_str(&made).expect("JSON");
        self.token(&["--tenant", made["tenant_id"].as_str().expect("an id")])
    }

    /// A client with a token.
    pub fn client(&self, token: &str) -> Client {
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .build()
            .into();
        Client {
            agent,
            url: self.url.clone(),
            token: token.to_owned(),
        }
    }

    /// A client of the owner.
    pub fn owner(&self) -> Client {
        self.client(&self.token(&[]))
    }
}

impl Drop for Shop {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Speaks REST.
#[derive(Clone)]
pub struct Client {
    agent: ureq::Agent,
    url: String,
    token: String,
}

impl Client {
    /// A POST that may find nobody, or be cut off: then there is no answer.
    pub fn attempt(&self, path: &str, key: &str, body: &Value) -> Option<Answer> {
        let request = ureq::http::Request::builder()
            .method("POST")
            .uri(format!("{}{path}", self.url))
            .header("authorization", format!("Bearer {}", self.token))
            .header("content-type", "application/json")
            .header("idempotency-key", key)
            .body(body.to_string().into_bytes())
            .expect("a request");
        let mut answer = self.agent.run(request).ok()?;
        let text = answer.body_mut().read_to_string().ok()?;
        Some(Answer {
            status: answer.status().as_u16(),
            headers: answer.headers().clone(),
            body: serde_json::from_str(&text).ok()?,
        })
    }

    /// Any request.
    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Option<&[u8]>) -> Answer {
        let mut request = ureq::http::Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.url));
        if !self.token.is_empty() {
            request = request.header("authorization", format!("Bearer {}", self.token));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request
            .body(body.unwrap_or_default().to_vec())
            .expect("a request");
        let mut answer = self.agent.run(request).expect("an answer");
        let text = answer.body_mut().read_to_string().expect("a body");
        Answer {
            status: answer.status().as_u16(),
            headers: answer.headers().clone(),
            body: serde_json::from_str(&text).unwrap_or(Value::String(text)),
        }
    }

    pub fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[], None)
    }

    pub fn post(&self, path: &str, key: &str, body: &Value) -> Answer {
        self.post_text(path, key, &body.to_string())
    }

    pub fn post_text(&self, path: &str, key: &str, body: &str) -> Answer {
        let headers = [("content-type", "application/json"), ("idempotency-key", key)];
        self.send("POST", path, &headers, Some(body.as_bytes()))
    }

    pub fn patch(&self, path: &str, version: &str, body: &Value) -> Answer {
        let headers = [("content-type", "application/json"), ("if-match", version)];
        self.send("PATCH", path, &headers, Some(body.to_string().as_bytes()))
    }

    /// The id of the first customer that a name finds.
    pub fn customer(&self, name: &str) -> String {
        self.get(&format!("/api/v1/customers/search?q={name}"))
            .text("/data/0/customer/id")
    }

    /// The product of that name.
    pub fn product(&self, name: &str) -> Value {
        let page = self.get("/api/v1/products?limit=200");
        let rows = page.body["data"].as_array().cloned().unwrap_or_default();
        rows.into_iter()
            .find(|p| p["name"] == name)
            .unwrap_or(Value::Null)
    }

    pub fn balance(&self, customer: &str) -> i64 {
        self.get(&format!("/api/v1/customers/{customer}/balance"))
            .number("/balance_paise")
    }

    /// Issues a bill of products by name and quantity.
    pub fn bill(&self, key: &str, customer: &str, items: &[(&str, &str)]) -> Answer {
        let items: Vec<Value> = items
            .iter()
            .map(|(name, quantity)| json!({ "product_name": name, "quantity": quantity }))
            .collect();
        self.post(
            "/api/v1/invoices",
            key,
            &json!({ "customer_id": customer, "items": items }),
        )
    }

    /// Σ of the postings of every entry of a customer, and how many entries there are.
    pub fn postings(&self, customer: &str) -> (i64, usize) {
        let entries = self.get(&format!("/api/v1/ledger/{customer}?limit=200"));
        let entries = entries.body["data"].as_array().cloned().unwrap_or_default();
        let postings = entries.iter().filter_map(|e| e["postings"].as_array()).flatten();
        (
            postings.filter_map(|p| p["amount_paise"].as_i64()).sum(),
            entries.len(),
        )
    }
}
