// In a worker, answers questions to the room. In the page, starts the reading room once the static page can be read: starts the room in a worker, loads the app, and offers `window.zeitlupe`.
//
// It defines `zeitlupeBoot` for the app:
//   part    (name) => Promise: loads a part of the app that is not needed at first: "late", or a view of its own
//   ask     (question as in room.js) => Promise<Uint8Array or null>: the answer; null if the room stopped while it answered
// and, once the site is stored for offline reading:
//   waiting whether a newer version is ready; signalled by the event "zeitlupe-fassung" on the window
//   renew   () => void: activates it and reloads the page
//   forget  () => Promise: deletes what is stored of the site in this browser
if (!self.document) return serve();

const script = document.currentScript;
const setup = { ...script.dataset, inline: "inline" in script.dataset, root: new URL(script.dataset.root || ".", document.baseURI).href };
const inlined = async (name) => {
  const text = document.getElementById(name)?.textContent;
  if (text === undefined) throw new Error(name + ": missing in this page");
  // As `text` in crates/site/src/pack.rs has written it.
  const digit = (at) => {
    const code = text.charCodeAt(at);
    return (code === 33 ? 60 : code) - 35;
  };
  const bytes = [];
  for (let at = 0, left = 0, count = 0; at < text.length; at += 2) {
    const isPair = at + 1 < text.length;
    left |= digit(at) + (isPair && 91 * digit(at + 1)) << count;
    for (count += isPair ? 13 : 6; count > 7; count -= 8) {
      bytes.push(left & 255);
      left >>>= 8;
    }
  }
  return Uint8Array.from(bytes);
};
const read = setup.inline ? inlined : fetched(setup.root);

const say = (message) => {
  const line = document.createElement("p");
  line.className = "boot-message";
  line.lang = "de";
  line.setAttribute("role", "alert");
  line.textContent = message;
  document.getElementById("app")?.prepend(line);
  return line;
};

// The field in which a search can be typed before the app has started, which takes it over.
const early = document.querySelector("form.early");

const unstarted = (what) => {
  early?.remove();
  say("Suche, Namen und Zeitleiste " + what + ". Die Artikel lassen sich auch so lesen.");
};

// A crashed app no longer responds; the reader must be told, once.
const halted = ({ error, reason = error }) => {
  if (!/wasm-function/.test(reason?.stack) || document.querySelector(".boot-message")) return;
  const again = document.createElement("button");
  again.textContent = "Neu laden";
  again.onclick = () => location.reload();
  say("Der Lesesaal ist stehengeblieben (" + reason.message + "). ").append(again);
};

// Replaces the address of an article's own page by that of the room at this article, so that everything else happens in the room.
const enter = () => {
  const { article, root } = setup, { hash } = location;
  if (article === undefined) return;
  // Browsers resolve these again whenever the address changes.
  for (const link of document.querySelectorAll("link[rel*=icon], link[rel=manifest]")) link.href = link.href;
  const rest = hash.startsWith("#?") ? hash.slice(1) : "";
  history.replaceState(null, "", root + (hash.startsWith("#/") ? hash : "#/artikel/" + encodeURIComponent(article) + rest));
};

// Milliseconds from the start of the app until its rest is loaded, and the site is stored.
const SETTLED = 2000;

// Stores the site for offline reading.
const settle = async (boot) => {
  const workers = navigator.serviceWorker;
  let known = workers.controller, asked = false;
  const tell = () => {
    boot.waiting = true;
    dispatchEvent(new Event("zeitlupe-fassung"));
  };
  workers.addEventListener("controllerchange", () => {
    if (asked) location.reload();
    // Another page has activated a newer version; this one is of the old.
    else if (known) tell();
    known = true;
  });
  const kept = await workers.register(setup.root + setup.sw, { updateViaCache: "none" });
  const look = () => kept.active && kept.waiting && tell();
  const follow = () => kept.installing?.addEventListener("statechange", look);
  kept.addEventListener("updatefound", follow);
  boot.renew = () => {
    asked = true;
    if (kept.waiting) kept.waiting.postMessage("renew");
    else location.reload();
  };
  boot.forget = async () => {
    await kept.unregister();
    for (const name of await caches.keys()) if (name.startsWith("zeitlupe " + setup.root + " ")) await caches.delete(name);
  };
  // It may be ready, or loading, before the listener was added.
  follow();
  look();
};

// Milliseconds after which a page counts as hidden.
const UNSEEN = 500;

// The static page is shown before anything else is loaded, while the worker starts. A hidden page is not drawn.
const painted = () => new Promise((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve));
  setTimeout(resolve, UNSEEN);
});

const start = async () => {
  const lack = !setup.inline && location.protocol === "file:" ? "laufen nur in der Einzeldatei oder von einem Server"
    : !self.WebAssembly || !self.DecompressionStream ? "brauchen einen neueren Browser"
    : typeof wasm_bindgen === "undefined" ? "fehlen: Eine Datei der Seite wurde nicht geladen (" + setup.glue + ")" : "";
  if (lack) return unstarted(lack);
  if (early) {
    early.hidden = false;
    early.onsubmit = (event) => event.preventDefault();
  }
  const drawn = painted(), later = async (name) => {
    await drawn;
    return read(name);
  };
  const pause = () => new Promise((resolve) => setTimeout(resolve));
  const { started, ask } = connect(script, later, setup, pause), load = loader(later, pause);
  const boot = globalThis.zeitlupeBoot = { ask };
  const styled = (href) => new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: resolve });
    link.onerror = () => {
      link.remove();
      reject(new Error(href));
    };
    document.head.append(link);
  });
  let app;
  offer(ask, load, setup);
  const wasms = {}, parts = {};
  const begun = (name) => setup[name] && (wasms[name] ??= load(setup[name]));
  // It shares memory and functions with the app, and all others those of "late". A page in development is not divided.
  const join = async (name, style = setup[name + "Style"]) => {
    const [late, wasm] = await Promise.all([name !== "late" && boot.part("late"), begun(name), style && styled(setup.root + style)]);
    return wasm && (await WebAssembly.instantiate(wasm, { app, late })).instance.exports;
  };
  boot.part = (name) => {
    parts[name] ??= join(name);
    parts[name].catch(() => wasms[name] = parts[name] = undefined);
    return parts[name];
  };
  // Only the front page and a search do without it.
  if (setup.article !== undefined || !/^(#\/?|#\/suche\b.*)?$/.test(location.hash)) begun("late")?.catch(() => {});
  const [first] = await Promise.all([load(setup.app), started]);
  enter();
  addEventListener("error", halted);
  addEventListener("unhandledrejection", halted);
  app = await wasm_bindgen({ module_or_path: first });
  setTimeout(() => boot.part("late").catch(() => {}), SETTLED);
  // If it cannot be stored (no support, a private window, a host without the file), everything works while online.
  // The reader comes first: storing reads all files again, so it begins after a while.
  if (setup.sw && navigator.serviceWorker) setTimeout(() => settle(boot).catch(() => {}), SETTLED);
};
start().catch((error) => unstarted("ließen sich nicht starten (" + error.message + ")"));
