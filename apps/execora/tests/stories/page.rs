//! A headless Chromium with a microphone that plays a recording, for the voice page.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on must fail"
)]

use crate::shop::Shop;
use crate::talk::meanwhile;
use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Longer than anything on the page takes, the recogniser included.
const PATIENCE: Duration = Duration::from_secs(30);

/// A page in a browser of its own; both end with this value.
pub struct Page {
    client: Client,
    session: String,
    driver: Driver,
    profile: tempfile::TempDir,
}

/// The program that drives the browser.
struct Driver {
    child: Child,
    url: String,
}

impl Driver {
    fn start() -> Self {
        let mut child = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .spawn()
            .expect("chromedriver starts (Debian package chromium-driver)");
        let lines = BufReader::new(child.stdout.take().expect("stdout")).lines();
        let mut port = None;
        for line in lines.map_while(Result::ok) {
            if let Some((_, rest)) = line.split_once("started successfully on port ") {
                port = Some(rest.trim_end_matches('.').to_owned());
                break;
            }
        }
        let port = port.expect("chromedriver names its port");
        let url = format!("http://127.0.0.1:{port}");
        Self { child, url }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Page {
    /// Signs in by the link of the ready line; `microphone` is what is said into it.
    pub async fn open(shop: &Shop, microphone: Option<&Path>) -> Self {
        let driver = Driver::start();
        let profile = tempfile::tempdir().expect("temporary folder");
        let mut arguments = vec![
            "--headless=new".to_owned(),
            "--no-sandbox".to_owned(),
            "--disable-dev-shm-usage".to_owned(),
            "--mute-audio".to_owned(),
            "--autoplay-policy=no-user-gesture-required".to_owned(),
            "--use-fake-ui-for-media-stream".to_owned(),
            "--use-fake-device-for-media-stream".to_owned(),
            format!("--user-data-dir={}", profile.path().display()),
        ];
        if let Some(recording) = microphone {
            arguments.push(format!(
                "--use-file-for-fake-audio-capture={}%noloop",
                recording.display()
            ));
        }
        let capabilities = json!({
            "goog:chromeOptions": { "args": arguments },
            "goog:loggingPrefs": { "browser": "ALL" },
        });
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities.as_object().unwrap().clone())
            .connect(&driver.url)
            .await
            .expect("Chromium starts (Debian package chromium)");
        let session = client.session_id().await.unwrap().unwrap();
        let page = Self {
            client,
            session,
            driver,
            profile,
        };
        page.size(360, 740).await;
        page.client.goto(&shop.sign_in).await.unwrap();
        page.wait("#connection[data-state=online]").await;
        page
    }

    /// The element, once it is there.
    pub async fn wait(&self, css: &str) -> Element {
        let find = self
            .client
            .wait()
            .at_most(PATIENCE)
            .for_element(Locator::Css(css));
        match find.await {
            Ok(element) => element,
            Err(error) => {
                let shown = self.text("body").await;
                missing(css, &error.to_string(), &shown)
            }
        }
    }

    /// Waits until an element shows words.
    pub async fn wait_for_words(&self, css: &str, words: &str) {
        let look = async {
            loop {
                if self
                    .text(css)
                    .await
                    .to_lowercase()
                    .contains(&words.to_lowercase())
                {
                    return;
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        if tokio::time::timeout(PATIENCE, look).await.is_err() {
            missing(css, words, &self.text("body").await)
        }
    }

    /// Everything that elements show.
    pub async fn text(&self, css: &str) -> String {
        let script =
            "return [...document.querySelectorAll(arguments[0])].map((e) => e.innerText).join('\\n')";
        let text = self.client.execute(script, vec![css.into()]).await.unwrap();
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Presses what can be pressed, once it is there.
    pub async fn press(&self, css: &str) {
        self.wait(css).await.click().await.unwrap();
    }

    /// Writes a command and sends it by the Enter key.
    pub async fn write(&self, words: &str) {
        let field = self.wait("#say").await;
        field.send_keys(&format!("{words}\u{e007}")).await.unwrap();
    }

    /// Sends a key to whatever has the focus.
    pub async fn key(&self, key: &str) {
        self.client
            .active_element()
            .await
            .unwrap()
            .send_keys(key)
            .await
            .unwrap();
    }

    /// Moves the focus away from everything.
    pub async fn blur(&self) {
        self.client
            .execute("document.activeElement?.blur()", Vec::new())
            .await
            .unwrap();
    }

    /// A picture in the folder of tests, for people to look at.
    pub async fn picture(&self, name: &str) {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("screenshots");
        std::fs::create_dir_all(&folder).unwrap();
        let png = self.client.screenshot().await.unwrap();
        std::fs::write(folder.join(format!("{name}.png")), png).unwrap();
    }

    /// The size of the screen.
    pub async fn size(&self, width: u32, height: u32) {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Whether the person prefers dark.
    pub async fn dark(&self, dark: bool) {
        let value = if dark { "dark" } else { "light" };
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] });
        self.devtools("Emulation.setEmulatedMedia", features).await;
    }

    async fn devtools(&self, command: &str, parameters: Value) {
        self.ask(
            "goog/cdp/execute",
            json!({ "cmd": command, "params": parameters }),
        )
        .await;
    }

    async fn ask(&self, what: &str, body: Value) -> Value {
        let url = format!("{}/session/{}/{what}", self.driver.url, self.session);
        meanwhile(move || {
            let request = ureq::post(&url).header("content-type", "application/json");
            let mut answer = request.send(body.to_string()).unwrap();
            serde_json::from_str(&answer.body_mut().read_to_string().unwrap()).unwrap()
        })
        .await
    }

    /// Ends the browser; it must have had nothing to complain about: no error, no refused script or style.
    pub async fn close_without_complaint(self) {
        let log = self.ask("se/log", json!({ "type": "browser" })).await;
        let severe = |entry: &&Value| entry["level"] == "SEVERE" || entry["source"] == "security";
        let complaints: Vec<_> = log["value"].as_array().unwrap().iter().filter(severe).collect();
        assert!(complaints.is_empty(), "{complaints:?}");
        self.client.close().await.unwrap();
        drop(self.profile);
    }
}

#[expect(clippy::panic, reason = "a test fails with what it saw")]
fn missing(css: &str, why: &str, shown: &str) -> ! {
    panic!("{css}: {why}; the page shows:\n{shown}")
}
