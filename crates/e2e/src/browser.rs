//! A browser with a fresh profile, and its WebDriver session.

use crate::process::{Display, Driver};
use crate::settings::Kind;
use crate::trap::Trap;
use http::Method;
use serde_json::{Map, Value, json};
use std::path::Path;
use std::time::Duration;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{Capabilities, RequestData, SessionId, WebDriver};
use tokio::runtime::Runtime;

/// The timeout of a script in the page; axe takes the longest.
const SCRIPT_TIMEOUT: Duration = Duration::from_secs(60);

/// The timeout for opening the first window, and the number of attempts: the first start after an installation is slow under load,
/// and WebKit's driver waits forever for a browser that has crashed.
const START_TIMEOUT: Duration = Duration::from_secs(60);
const ATTEMPTS: u32 = 3;

/// The hosts that bypass the proxy.
const NO_PROXY: [&str; 2] = ["127.0.0.1", "localhost"];

/// Options of a session.
#[derive(Clone, Copy, Debug, Default)]
pub struct SessionOptions {
    /// Whether JavaScript is disabled.
    pub without_scripts: bool,
    /// Whether Chromium's network log is off, because it slows down each request.
    pub without_request_log: bool,
}

/// A running browser. Dropping it closes the session and ends the driver.
pub struct Browser {
    /// The kind of browser.
    pub kind: Kind,
    // The order matters: fields are dropped in order, and a session needs its driver, a driver its display.
    session: Option<WebDriver>,
    runtime: Runtime,
    /// The driver, whose output has the browser's console if the driver has no log.
    pub driver: Driver,
    /// The proxy that catches requests to other origins.
    pub trap: Trap,
    _display: Option<Display>,
}

impl Browser {
    /// Starts the driver and the browser; a failed start is reported and retried.
    ///
    /// # Errors
    /// The message of the system or the driver, if one of them cannot be started.
    pub fn start(kind: Kind, options: SessionOptions) -> Result<Self, String> {
        let mut tried = 1;
        loop {
            match Self::open(kind, options) {
                Err(reason) if tried < ATTEMPTS => {
                    println!("{} did not start and is started again: {reason}", kind.name());
                    tried += 1;
                }
                outcome => return outcome,
            }
        }
    }

    fn open(kind: Kind, options: SessionOptions) -> Result<Self, String> {
        let display = (kind == Kind::WebKit).then(Display::start).transpose()?;
        let trap = Trap::open()?;
        let driver = start_driver(kind, display.as_ref(), &trap)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| format!("no runtime: {error}"))?;
        let opening = async {
            let session = WebDriver::new(&driver.address, capabilities(kind, options, &trap)).await?;
            session.set_script_timeout(SCRIPT_TIMEOUT).await?;
            Ok::<_, thirtyfour::error::WebDriverError>(session)
        };
        let session = match runtime.block_on(async { tokio::time::timeout(START_TIMEOUT, opening).await }) {
            Ok(Ok(session)) => session,
            Ok(Err(error)) => return Err(format!("no session: {error}")),
            Err(_) => {
                let said = driver.process.take_lines().join(" / ");
                return Err(format!("no session within {} seconds; its driver said: {said}", START_TIMEOUT.as_secs()));
            }
        };
        Ok(Self { kind, session: Some(session), runtime, driver, trap, _display: display })
    }

    /// Runs a WebDriver command and waits for its result.
    pub fn wait<T, F: Future<Output = T>>(&self, ask: impl FnOnce(WebDriver) -> F) -> T {
        let session = self.session.clone().expect("the session is only taken away when the browser ends");
        self.runtime.block_on(ask(session))
    }

    /// A command of the Chrome DevTools Protocol.
    ///
    /// # Panics
    /// If Chromium rejects it.
    pub fn cdp(&self, command: &str, parameters: Value) -> Value {
        let answer = self.wait(|session| async move { session.cdp().send_raw(command, parameters).await });
        answer.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Sets preferences of Firefox at run time, by name; `null` resets one.
    ///
    /// # Panics
    /// If Firefox rejects it.
    pub fn set_preferences(&self, preferences: Value) {
        let set = "const set = { string: 'setStringPref', number: 'setIntPref', boolean: 'setBoolPref' };
            for (const [name, value] of Object.entries(arguments[0])) {
                if (value === null) Services.prefs.clearUserPref(name);
                else Services.prefs[set[typeof value]](name, value);
            }";
        self.in_chrome(set, preferences);
    }

    /// Allows the window of Firefox to be as narrow as a phone.
    ///
    /// # Panics
    /// If Firefox rejects it.
    pub fn allow_narrow(&self) {
        let free = "for (const part of [document.documentElement, document.body, ...document.querySelectorAll('#navigator-toolbox, #browser, #nav-bar')]) {
                part?.style.setProperty('min-width', '0', 'important');
            }";
        self.in_chrome(free, Value::Null);
    }

    /// Moves the keyboard focus of Firefox to the page.
    ///
    /// # Panics
    /// If Firefox rejects it.
    pub fn focus_page(&self) {
        self.in_chrome("Services.focus.activeWindow = window; window.focus(); gBrowser.selectedBrowser.focus();", Value::Null);
    }

    /// Runs a script in Firefox's chrome context, with one argument.
    fn in_chrome(&self, script: &str, argument: Value) {
        let outcome = self.wait(|session| async move {
            session.handle().cmd(Context("chrome")).await?;
            let outcome = session.execute(script, vec![argument]).await;
            session.handle().cmd(Context("content")).await?;
            outcome
        });
        outcome.unwrap_or_else(|error| panic!("Firefox could not be set: {error}"));
    }
}

/// A command of Firefox's driver: sets the context of scripts, `chrome` or `content`.
#[derive(Debug)]
struct Context(&'static str);

impl FormatRequestData for Context {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::POST, format!("/session/{session}/moz/context")).add_body(json!({ "context": self.0 }))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            // A crashed browser cannot be closed; its driver is ended next.
            let _ = self.runtime.block_on(session.quit());
        }
    }
}

fn start_driver(kind: Kind, display: Option<&Display>, trap: &Trap) -> Result<Driver, String> {
    let arguments = |port: u16| match kind {
        Kind::Chromium => vec![format!("--port={port}")],
        // The second port is for an unused protocol; 0 avoids a clash with another run.
        Kind::Firefox => vec![format!("--port={port}"), "--websocket-port=0".into(), "--allow-system-access".into()],
        Kind::WebKit => vec![format!("--port={port}")],
    };
    let mut environment = Vec::new();
    if let Some(display) = display {
        environment.push(("DISPLAY", display.name.clone()));
        environment.push(("XDG_CONFIG_HOME", display.settings.0.display().to_string()));
        environment.push(("GDK_BACKEND", "x11".into()));
        environment.push(("LIBGL_ALWAYS_SOFTWARE", "1".into()));
        // Not in the capabilities: WebKitGTK 2.50 reads past the end of the list of hosts without a proxy, and sometimes crashes.
        for scheme in ["http_proxy", "https_proxy"] {
            environment.push((scheme, format!("http://{}", trap.address)));
        }
        environment.push(("no_proxy", NO_PROXY.join(",")));
        if is_root() {
            environment.push(("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1".into()));
        }
    }
    Driver::start(kind.driver().as_os_str(), arguments, &environment)
}

fn capabilities(kind: Kind, options: SessionOptions, trap: &Trap) -> Capabilities {
    let program = kind.program();
    let own = match kind {
        Kind::Chromium => ("goog:chromeOptions", chromium(program.as_deref(), options)),
        Kind::Firefox => ("moz:firefoxOptions", firefox(program.as_deref(), options)),
        Kind::WebKit => {
            let args = ["--automation"];
            ("webkitgtk:browserOptions", json!({ "binary": program, "args": args }))
        }
    };
    let mut all = Map::from_iter([(own.0.to_owned(), own.1)]);
    if kind != Kind::WebKit {
        let proxy = json!({ "proxyType": "manual", "httpProxy": trap.address, "sslProxy": trap.address, "noProxy": NO_PROXY });
        all.insert("proxy".into(), proxy);
    }
    if kind == Kind::Chromium {
        let requests = if options.without_request_log { "OFF" } else { "ALL" };
        all.insert("goog:loggingPrefs".into(), json!({ "browser": "ALL", "performance": requests }));
    }
    all.into()
}

fn chromium(program: Option<&Path>, options: SessionOptions) -> Value {
    let mut args = vec![
        "--headless",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=de",
        "--window-size=1440,900",
    ];
    if is_root() {
        args.push("--no-sandbox");
    }
    let mut settings = json!({ "args": args });
    if let Some(program) = program {
        settings["binary"] = json!(program);
    }
    if options.without_scripts {
        settings["prefs"] = json!({ "profile.managed_default_content_settings.javascript": 2 });
    }
    settings
}

fn firefox(program: Option<&Path>, options: SessionOptions) -> Value {
    let mut settings = json!({
        "args": ["-headless", "-width", "1440", "-height", "900"],
        // Console messages go to the output. The window behaves as if it were in front.
        "prefs": { "focusmanager.testmode": true, "devtools.console.stdout.content": true, "browser.dom.window.dump.enabled": true, "javascript.enabled": !options.without_scripts },
    });
    if let Some(program) = program {
        settings["binary"] = json!(program);
    }
    settings
}

/// Whether this runs as root, where browsers refuse to use their sandbox.
fn is_root() -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
    }
    #[cfg(not(unix))]
    false
}
