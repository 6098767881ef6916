//! A browser with a fresh profile, and the session in which it is driven.

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

/// How long a script may take in the page; axe needs most.
const SCRIPT: Duration = Duration::from_secs(60);

/// How long a browser may take to open its first window, and how often that is tried: the first start after an installation,
/// beside other work, is slow, and WebKit's driver waits for ever for a browser that has died.
const OPENING: Duration = Duration::from_secs(60);
const TRIES: u32 = 3;

/// The hosts that are asked directly, past the trap.
const DIRECT: [&str; 2] = ["127.0.0.1", "localhost"];

/// What is wanted of a session beyond the ordinary.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wishes {
    /// Whether the page's scripts are switched off.
    pub without_scripts: bool,
    /// Whether Chromium keeps no log of its requests: each costs a little time.
    pub without_request_log: bool,
}

/// A running browser. When this value goes, the session is closed and the driver ended.
pub struct Browser {
    /// Which one it is.
    pub kind: Kind,
    // The order matters: fields go from first to last, and a session needs its driver, a driver its display.
    session: Option<WebDriver>,
    runtime: Runtime,
    /// Its driver, whose output holds the browser's console where the driver offers no log.
    pub driver: Driver,
    /// Where its requests to other origins end.
    pub trap: Trap,
    _display: Option<Display>,
}

impl Browser {
    /// Starts the driver and through it the browser; a start that leads to no session is said and tried again.
    ///
    /// # Errors
    /// Where one of them cannot be started, in the words of the system or of the driver.
    pub fn start(kind: Kind, wishes: Wishes) -> Result<Self, String> {
        let mut tried = 1;
        loop {
            match Self::open(kind, wishes) {
                Err(reason) if tried < TRIES => {
                    println!("{} did not start and is started again: {reason}", kind.name());
                    tried += 1;
                }
                outcome => return outcome,
            }
        }
    }

    fn open(kind: Kind, wishes: Wishes) -> Result<Self, String> {
        let display = (kind == Kind::WebKit).then(Display::start).transpose()?;
        let trap = Trap::open()?;
        let driver = start_driver(kind, display.as_ref(), &trap)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| format!("no runtime: {error}"))?;
        let opening = async {
            let session = WebDriver::new(&driver.address, capabilities(kind, wishes, &trap)).await?;
            session.set_script_timeout(SCRIPT).await?;
            Ok::<_, thirtyfour::error::WebDriverError>(session)
        };
        let session = match runtime.block_on(async { tokio::time::timeout(OPENING, opening).await }) {
            Ok(Ok(session)) => session,
            Ok(Err(error)) => return Err(format!("no session: {error}")),
            Err(_) => {
                let said = driver.process.take_lines().join(" / ");
                return Err(format!("no session within {} seconds; its driver said: {said}", OPENING.as_secs()));
            }
        };
        Ok(Self { kind, session: Some(session), runtime, driver, trap, _display: display })
    }

    /// Waits for a question to the session to be answered.
    pub fn wait<T, F: Future<Output = T>>(&self, ask: impl FnOnce(WebDriver) -> F) -> T {
        let session = self.session.clone().expect("the session is only taken away when the browser ends");
        self.runtime.block_on(ask(session))
    }

    /// A command of Chromium's own protocol.
    ///
    /// # Panics
    /// Where Chromium refuses it.
    pub fn cdp(&self, command: &str, parameters: Value) -> Value {
        let answer = self.wait(|session| async move { session.cdp().send_raw(command, parameters).await });
        answer.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Sets preferences of Firefox while it runs, each by its name; `null` sets it back to what it was.
    ///
    /// # Panics
    /// Where Firefox refuses it.
    pub fn prefer(&self, preferences: Value) {
        let set = "const set = { string: 'setStringPref', number: 'setIntPref', boolean: 'setBoolPref' };
            for (const [name, value] of Object.entries(arguments[0])) {
                if (value === null) Services.prefs.clearUserPref(name);
                else Services.prefs[set[typeof value]](name, value);
            }";
        self.inside(set, preferences);
    }

    /// Lets the window of Firefox become as narrow as a phone.
    ///
    /// # Panics
    /// Where Firefox refuses it.
    pub fn let_narrow(&self) {
        let free = "for (const part of [document.documentElement, document.body, ...document.querySelectorAll('#navigator-toolbox, #browser, #nav-bar')]) {
                part?.style.setProperty('min-width', '0', 'important');
            }";
        self.inside(free, Value::Null);
    }

    /// Gives the keyboard of Firefox to the page.
    ///
    /// # Panics
    /// Where Firefox refuses it.
    pub fn give_keyboard(&self) {
        self.inside("Services.focus.activeWindow = window; window.focus(); gBrowser.selectedBrowser.focus();", Value::Null);
    }

    /// Runs a script in Firefox's own window, with one argument.
    fn inside(&self, script: &str, argument: Value) {
        let outcome = self.wait(|session| async move {
            session.handle().cmd(Context("chrome")).await?;
            let outcome = session.execute(script, vec![argument]).await;
            session.handle().cmd(Context("content")).await?;
            outcome
        });
        outcome.unwrap_or_else(|error| panic!("Firefox could not be set: {error}"));
    }
}

/// A command of Firefox's driver: where scripts run from now on, in its own window or in the page.
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
            // A browser that has crashed cannot be closed; its driver is ended next.
            let _ = self.runtime.block_on(session.quit());
        }
    }
}

fn start_driver(kind: Kind, display: Option<&Display>, trap: &Trap) -> Result<Driver, String> {
    let arguments = |port: u16| match kind {
        Kind::Chromium => vec![format!("--port={port}")],
        // The second port is for a protocol that is not used; 0 keeps it from clashing with another run.
        Kind::Firefox => vec![format!("--port={port}"), "--websocket-port=0".into(), "--allow-system-access".into()],
        Kind::WebKit => vec![format!("--port={port}")],
    };
    let mut environment = Vec::new();
    if let Some(display) = display {
        environment.push(("DISPLAY", display.name.clone()));
        environment.push(("XDG_CONFIG_HOME", display.settings.0.display().to_string()));
        environment.push(("GDK_BACKEND", "x11".into()));
        environment.push(("LIBGL_ALWAYS_SOFTWARE", "1".into()));
        // Not among the capabilities: WebKitGTK 2.50 reads past the end of the list of hosts without a proxy, and dies of it now and then.
        for scheme in ["http_proxy", "https_proxy"] {
            environment.push((scheme, format!("http://{}", trap.address)));
        }
        environment.push(("no_proxy", DIRECT.join(",")));
        if is_root() {
            environment.push(("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1".into()));
        }
    }
    Driver::start(kind.driver().as_os_str(), arguments, &environment)
}

fn capabilities(kind: Kind, wishes: Wishes, trap: &Trap) -> Capabilities {
    let program = kind.program();
    let own = match kind {
        Kind::Chromium => ("goog:chromeOptions", chromium(program.as_deref(), wishes)),
        Kind::Firefox => ("moz:firefoxOptions", firefox(program.as_deref(), wishes)),
        Kind::WebKit => {
            let args = ["--automation"];
            ("webkitgtk:browserOptions", json!({ "binary": program, "args": args }))
        }
    };
    let mut all = Map::from_iter([(own.0.to_owned(), own.1)]);
    if kind != Kind::WebKit {
        let proxy = json!({ "proxyType": "manual", "httpProxy": trap.address, "sslProxy": trap.address, "noProxy": DIRECT });
        all.insert("proxy".into(), proxy);
    }
    if kind == Kind::Chromium {
        let requests = if wishes.without_request_log { "OFF" } else { "ALL" };
        all.insert("goog:loggingPrefs".into(), json!({ "browser": "ALL", "performance": requests }));
    }
    all.into()
}

fn chromium(program: Option<&Path>, wishes: Wishes) -> Value {
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
    let mut options = json!({ "args": args });
    if let Some(program) = program {
        options["binary"] = json!(program);
    }
    if wishes.without_scripts {
        options["prefs"] = json!({ "profile.managed_default_content_settings.javascript": 2 });
    }
    options
}

fn firefox(program: Option<&Path>, wishes: Wishes) -> Value {
    let mut options = json!({
        "args": ["-headless", "-width", "1440", "-height", "900"],
        // The console's messages go to the output, where they can be read. The window shows its focus as if it were in front.
        "prefs": { "focusmanager.testmode": true, "devtools.console.stdout.content": true, "browser.dom.window.dump.enabled": true, "javascript.enabled": !wishes.without_scripts },
    });
    if let Some(program) = program {
        options["binary"] = json!(program);
    }
    options
}

/// Browsers refuse to shut themselves in when the administrator starts them.
fn is_root() -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
    }
    #[cfg(not(unix))]
    false
}
