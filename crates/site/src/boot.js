// Starts the reading room once the static page can be read: starts the worker, which decompresses the wasm, and loads parts of the bundle.
//
// The same code runs in the page and, as text, in a worker made from a Blob. It defines `zeitlupeBoot`:
//   role    "page" or "worker"
//   base    file name of the base part
//   names, times  file names of the recognisers, if the page has them
//   load    (file name) => Promise<Uint8Array>: the decompressed part
//   worker  (another) => Worker or null: the started worker, or another one (page only)
//   ready   () => void: passes early messages to the worker's listener (worker only)
// and, once the site is stored for offline reading:
//   waiting whether a newer version is ready; signalled by the event "zeitlupe-fassung" on the window
//   renew   () => void: activates it and reloads the page
//   forget  () => Promise: deletes what is stored of the site in this browser
(() => {
  "use strict";

  // Everything in here must also work in a worker; `read` returns the bytes of a file as shipped.
  const define = (role, setup, read) => {
    // The inverse of `lzma` in crates/site/src/pack.rs: bytes 0 to 3 are the magic number, 4 to 7 the length, 8 to 11 a checksum, then LZMA with lc 4, lp 0, pb 0 and no end marker.
    const unpack = (packed) => {
      const head = new DataView(packed.buffer, packed.byteOffset), size = head.getUint32(4, true);
      if (size > 1 << 26) throw 0;
      const out = new Uint8Array(size), odds = new Uint16Array(13312).fill(1024);
      let at = 17, range = -1 >>> 0, code = head.getUint32(13), sum = 0x811c9dc5;
      const shift = () => {
        if (range < 1 << 24) {
          range = range << 8 >>> 0;
          code = (code << 8 | packed[at++]) >>> 0;
        }
      };
      const bit = (n) => {
        const p = odds[n], bound = (range >>> 11) * p;
        const one = code >= bound;
        if (one) {
          range -= bound;
          code -= bound;
          odds[n] -= p >> 5;
        } else {
          range = bound;
          odds[n] += 2048 - p >> 5;
        }
        shift();
        return one ? 1 : 0;
      };
      const tree = (n, bits) => {
        let m = 1;
        for (let k = bits; k--;) m = m << 1 | bit(n + m);
        return m - (1 << bits);
      };
      const reverse = (n, bits) => {
        let m = 1, value = 0;
        for (let k = 0; k < bits; k++) {
          const b = bit(n + m);
          m = m << 1 | b;
          value |= b << k;
        }
        return value;
      };
      const length = (n) => bit(n) ? bit(n + 1) ? 18 + tree(n + 18, 8) : 10 + tree(n + 10, 3) : 2 + tree(n + 2, 3);
      let state = 0, done = 0, a = 0, b = 0, c = 0, d = 0;
      while (done < size) {
        if (at > packed.length) throw 0;
        if (!bit(state)) {
          const base = 1024 + 768 * (done ? out[done - 1] >> 4 : 0);
          let m = 1;
          if (state > 6) {
            for (let match = out[done - a - 1], same = true; same && m < 256; match <<= 1) {
              const k = match >> 7 & 1;
              m = m << 1 | bit(base + (1 + k << 8) + m);
              same = (m & 1) === k;
            }
          }
          while (m < 256) m = m << 1 | bit(base + m);
          out[done++] = m;
          state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
          continue;
        }
        let count = 1;
        if (!bit(12 + state)) {
          [b, c, d] = [a, b, c];
          count = length(472);
          state = state < 7 ? 7 : 10;
          a = tree(72 + 64 * Math.min(count - 2, 3), 6);
          if (a > 3) {
            const slot = a, bits = (slot >> 1) - 1;
            a = (2 | slot & 1) << bits;
            if (slot < 14) a += reverse(328 + a - slot, bits);
            else {
              let direct = 0;
              for (let k = bits - 4; k--;) {
                range >>>= 1;
                const one = code >= range;
                if (one) code -= range;
                direct = direct << 1 | one;
                shift();
              }
              a += (direct << 4) + reverse(456, 4);
            }
          }
        } else {
          const other = bit(24 + state);
          if (other || bit(60 + state)) {
            if (other) {
              if (!bit(36 + state)) [a, b] = [b, a];
              else if (!bit(48 + state)) [a, b, c] = [c, a, b];
              else [a, b, c, d] = [d, a, b, c];
            }
            count = length(746);
            state = state < 7 ? 8 : 11;
          } else state = state < 7 ? 9 : 11;
        }
        if (!(a >= 0 && a < done)) throw 0;
        for (; count-- && done < size; done++) out[done] = out[done - a - 1];
      }
      for (const byte of out) sum = Math.imul(sum ^ byte, 0x1000193);
      if (sum >>> 0 !== head.getUint32(8, true)) throw 0;
      return out;
    };

    const load = async (name) => {
      const packed = await read(name), starts = (one, two) => packed[0] === one && packed[1] === two;
      try {
        if (starts(0x7a, 0x6c)) return unpack(packed);
        // A server may have decompressed the file already.
        if (!starts(0x1f, 0x8b)) return packed;
        // Written by hand: WebKit rejects the stream of a Blob in a worker of a file:// page.
        const { readable, writable } = new DecompressionStream("gzip");
        const writer = writable.getWriter();
        const written = writer.write(packed).then(() => writer.close());
        const [inflated] = await Promise.all([new Response(readable).arrayBuffer(), written]);
        return new Uint8Array(inflated);
      } catch {
        throw new Error(name + ": the data were damaged or cut on the way");
      }
    };
    const boot = { ...setup, role, load: (name) => load(name.includes("/") ? name : setup.dir + name) };
    globalThis.zeitlupeBoot = boot;
    return { boot, wasm: async () => zeitlupeJoin(await load(setup.wasm)) };
  };

  const fetched = (root) => async (name) => {
    let response;
    try {
      response = await fetch(root + name);
    } catch (error) {
      throw new Error(name + ": " + (navigator.onLine === false ? "offline" : error.message));
    }
    if (!response.ok) throw new Error(name + ": HTTP " + response.status);
    return new Uint8Array(await response.arrayBuffer());
  };

  // The worker's side: the first message has the configuration and a port to the page.
  const serve = (define, fetched) => {
    const early = [];
    const wait = (event) => early.push(event.data);
    self.addEventListener("message", ({ data: { setup, port } }) => {
      self.addEventListener("message", wait);
      const asked = new Map();
      const ask = (name) => new Promise((resolve, reject) => {
        asked.set(name, { resolve, reject });
        port.postMessage({ name });
      });
      port.onmessage = ({ data: { name, value, error } }) => {
        const { resolve, reject } = asked.get(name);
        asked.delete(name);
        if (error) reject(new Error(error));
        else resolve(value);
      };
      const direct = fetched(setup.root);
      const { boot, wasm } = define("worker", setup, (name) => setup.inline || name === setup.wasm ? ask(name) : direct(name));
      boot.ready = () => {
        self.removeEventListener("message", wait);
        for (const data of early.splice(0)) self.dispatchEvent(new MessageEvent("message", { data }));
      };
      const begin = async () => {
        const bytes = await wasm();
        // Not a compiled module: in WebKit, one shared by two threads has read outside its memory.
        const copy = bytes.slice();
        port.postMessage({ bytes: copy }, [copy.buffer]);
        await wasm_bindgen({ module_or_path: bytes });
      };
      // Thrown outside the promise, so that it reaches the page, which then loads the wasm itself and reports why that fails.
      begin().catch((error) => setTimeout(() => { throw error; }));
    }, { once: true });
  };

  const script = document.currentScript;
  const setup = { ...script.dataset, inline: "inline" in script.dataset, root: new URL(script.dataset.root || ".", document.baseURI).href };
  const inlined = async (name) => {
    const text = document.getElementById(name)?.textContent;
    if (text === undefined) throw new Error(name + ": missing in this page");
    return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
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

  const unstarted = (what) => say("Suche, Namen und Zeitleiste " + what + ". Die Artikel lassen sich auch so lesen.");

  // A crashed app no longer responds; the reader must be told, once.
  const halted = ({ error, reason = error }) => {
    // An answer of the API that fails and that nobody waits for is no crash.
    if (!/wasm-function/.test(reason?.stack) || !error && reason.name === "Error" || document.querySelector(".boot-message")) return;
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

  // Milliseconds from the start of the app until the site is stored.
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

  // Milliseconds after which a page counts as hidden, and a worker as not responding.
  const UNSEEN = 500, SILENT = 1e4;

  // The static page is shown before anything else is loaded. A hidden page is not drawn.
  const painted = () => new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, UNSEEN);
  });

  // Starts the worker, which also decompresses the wasm for the page, because that would block the page.
  // Resolves to the wasm, or to nothing if the page has to decompress it; `worker` is the worker, while there is one.
  let worker = null;
  const call = () => new Promise((resolve) => {
    const fail = () => {
      worker?.terminate();
      worker = null;
      resolve();
    };
    // The room listens, too.
    const tell = () => worker?.dispatchEvent(new Event("error"));
    try {
      const glue = setup.inline ? document.getElementById("glue").textContent : `importScripts(${JSON.stringify(setup.root + setup.glue)});`;
      const source = `${glue};\n(${serve})(${define}, ${fetched});`;
      worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
      const { port1, port2 } = new MessageChannel();
      worker.addEventListener("error", fail);
      let alarm = setTimeout(tell, SILENT);
      port1.onmessage = ({ data: { name, bytes } }) => {
        clearTimeout(alarm);
        if (name) read(name).then((value) => {
          if (name === setup.wasm) alarm = setTimeout(tell, SILENT);
          port1.postMessage({ name, value }, [value.buffer]);
        }, (error) => port1.postMessage({ name, error: error.message }));
        else resolve(bytes);
      };
      worker.postMessage({ setup, port: port2 }, [port2]);
    } catch {
      fail();
    }
  });

  const start = async () => {
    const lack = !setup.inline && location.protocol === "file:" ? "laufen nur in der Einzeldatei oder von einem Server"
      : !self.WebAssembly || !self.DecompressionStream ? "brauchen einen neueren Browser"
      : !self.zeitlupeJoin ? "fehlen: Eine Datei der Seite wurde nicht geladen (" + setup.glue + ")" : "";
    if (lack) return unstarted(lack);
    await painted();
    const { boot, wasm } = define("page", setup, read);
    const bytes = await call() ?? await wasm();
    boot.worker = (another) => {
      if (another) call();
      return worker;
    };
    enter();
    addEventListener("error", halted);
    addEventListener("unhandledrejection", halted);
    await wasm_bindgen({ module_or_path: bytes });
    // If it cannot be stored (no support, a private window, a host without the file), everything works while online.
    // The reader comes first: storing reads all files again, so it begins after a while.
    if (setup.sw && navigator.serviceWorker) setTimeout(() => settle(boot).catch(() => {}), SETTLED);
  };
  start().catch((error) => unstarted("ließen sich nicht starten (" + error.message + ")"));
})();
