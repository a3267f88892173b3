//! A headless Chromium with a recording for a microphone, driven by chromedriver; both end with this value.
#![expect(clippy::panic, reason = "a test without its programs must fail and say which")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long the page may take for one thing.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often it is looked at meanwhile.
const GLANCE: Duration = Duration::from_millis(50);

/// One browser at a time: a second one takes the processor away from the microphone of the first, which loses sound.
static BROWSER: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

/// Counts the seconds of sound that the page sends, before any of its own code runs.
const COUNT_SOUND: &str = "
    globalThis.soundSent = 0;
    let rate = 0;
    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function (data) {
        if (typeof data === 'string' && data.includes('START_AUDIO')) {
            rate = JSON.parse(data).data.sample_rate;
            globalThis.soundSent = 0;
        }
        if (typeof data !== 'string') globalThis.soundSent += data.byteLength / 2 / rate;
        return send.call(this, data);
    };";

/// chromedriver on a port of its own.
struct Driver {
    child: Child,
    url: String,
    session: Option<String>,
}

impl Driver {
    fn start() -> Self {
        let program = installed(&["chromedriver"], "chromium-driver");
        let mut child = Command::new(program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let told = BufReader::new(child.stdout.take().unwrap()).lines();
        let port = told.map_while(Result::ok).find_map(|line| {
            line.split_once("successfully on port ")?
                .1
                .trim_end_matches('.')
                .parse::<u16>()
                .ok()
        });
        let Some(port) = port else {
            let _ = child.kill();
            panic!("chromedriver did not say on which port it is");
        };
        Self {
            child,
            url: format!("http://127.0.0.1:{port}"),
            session: None,
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Ending the session ends the browser, which would outlive its driver.
        if let Some(session) = &self.session {
            let request = ureq::delete(format!("{}/session/{session}", self.url));
            let _ = request.config().timeout_global(Some(PATIENCE)).build().call();
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The first of these programs that is installed.
fn installed(names: &[&str], package: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path)
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
        .find(|file| file.is_file());
    let Some(found) = found else {
        panic!("{} is not installed (Debian package {package})", names[0]);
    };
    found
}

/// An open browser.
pub struct Chrome {
    pub page: Client,
    driver: Driver,
    _profile: TempDir,
    /// Given back last.
    _alone: tokio::sync::MutexGuard<'static, ()>,
}

impl Chrome {
    /// Opens a browser; with a WAV file for its microphone it allows the page to listen, and plays it once.
    pub async fn open(microphone: Option<&Path>) -> Self {
        let alone = BROWSER.lock().await;
        let mut driver = Driver::start();
        let profile = tempfile::tempdir().unwrap();
        let binary = installed(&["chromium", "chromium-browser", "google-chrome"], "chromium");
        let mut args = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--lang=en-US",
            "--window-size=412,800",
        ]
        .map(str::to_owned)
        .to_vec();
        args.push(format!("--user-data-dir={}", profile.path().display()));
        if let Some(file) = microphone {
            args.push("--use-fake-ui-for-media-stream".to_owned());
            args.push("--use-fake-device-for-media-stream".to_owned());
            args.push(format!(
                "--use-file-for-fake-audio-capture={}%noloop",
                file.display()
            ));
        }
        let capabilities = json!({
            "goog:chromeOptions": { "binary": binary, "args": args },
            "goog:loggingPrefs": { "browser": "ALL" },
        });
        let opened = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities.as_object().cloned().unwrap())
            .connect(&driver.url)
            .await;
        let page = match opened {
            Ok(page) => page,
            Err(error) => panic!("{} does not start: {error}", binary.display()),
        };
        driver.session = page.session_id().await.unwrap();
        let chrome = Self {
            page,
            driver,
            _profile: profile,
            _alone: alone,
        };
        chrome.tell(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": COUNT_SOUND }),
        );
        chrome
    }

    /// Asks chromedriver for what is beyond WebDriver.
    fn ask(&self, path: &str, body: &Value) -> Value {
        let url = format!(
            "{}/session/{}/{path}",
            self.driver.url,
            self.driver.session.as_deref().unwrap()
        );
        let mut answer = ureq::post(url)
            .content_type("application/json")
            .send(body.to_string())
            .unwrap();
        let mut answer: Value = serde_json::from_str(&answer.body_mut().read_to_string().unwrap()).unwrap();
        answer["value"].take()
    }

    /// A command of the browser's own protocol.
    fn tell(&self, command: &str, parameters: Value) {
        self.ask(
            "goog/cdp/execute",
            &json!({ "cmd": command, "params": parameters }),
        );
    }

    /// What the console and the page's policy complained about since this was last asked.
    pub fn complaints(&self) -> Vec<String> {
        let entries = self.ask("se/log", &json!({ "type": "browser" }));
        let entries = entries.as_array().unwrap().iter();
        entries
            .filter(|e| e["level"] == "SEVERE" || e["level"] == "WARNING")
            .map(|e| e["message"].as_str().unwrap().to_owned())
            .collect()
    }

    /// A screen of that size and colour scheme.
    pub fn screen(&self, width: u32, height: u32, scheme: &str) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.tell("Emulation.setDeviceMetricsOverride", size);
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" }]);
        self.tell("Emulation.setEmulatedMedia", json!({ "features": features }));
    }

    /// Keeps a picture of the screen.
    pub async fn picture(&self, name: &str) {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("screenshots");
        std::fs::create_dir_all(&folder).unwrap();
        let png = self.page.screenshot().await.unwrap();
        std::fs::write(folder.join(format!("{name}.png")), png).unwrap();
    }

    /// The value of an expression in the page.
    pub async fn value(&self, expression: &str) -> Value {
        let script = format!("return ({expression});");
        self.page.execute(&script, Vec::new()).await.unwrap()
    }

    /// Waits until an expression is true.
    pub async fn until(&self, expression: &str) {
        let began = Instant::now();
        while self.value(expression).await != json!(true) {
            if began.elapsed() > PATIENCE {
                self.picture("given-up").await;
                panic!(
                    "never true: {expression}\n{}",
                    self.value("document.body.innerText").await
                );
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Waits for something to be seen; the last of several.
    pub async fn see(&self, css: &str) -> Element {
        let quoted = json!(css);
        self.until(&format!(
            "[...document.querySelectorAll({quoted})].at(-1)?.checkVisibility() ?? false"
        ))
        .await;
        self.page
            .find_all(Locator::Css(css))
            .await
            .unwrap()
            .pop()
            .unwrap()
    }

    /// Waits for it and presses it.
    pub async fn press(&self, css: &str) {
        self.see(css).await.click().await.unwrap();
    }

    /// The words of the last such thing, once it is seen.
    pub async fn words(&self, css: &str) -> String {
        self.see(css).await.text().await.unwrap()
    }

    /// Types into whatever has the focus.
    pub async fn keys(&self, keys: &str) {
        self.page
            .active_element()
            .await
            .unwrap()
            .send_keys(keys)
            .await
            .unwrap();
    }
}
