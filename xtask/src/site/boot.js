// Starts the reading room: loads and inflates the wasm and the parts of the bundle, and starts the worker.
//
// The same code runs in the page and, as text, in a worker made from a Blob. It defines `zeitlupeBoot`:
//   role    "page" or "worker"
//   base    name of the base part
//   load    (file name) => Promise<Uint8Array>: the part, inflated
//   worker  () => Worker | null (page only)
//   ready   () => void: hands the messages that came too early to the worker's own listener (worker only)
(() => {
  "use strict";

  // Everything in here must work in a worker too; `read` gives the bytes of a file as they were shipped.
  const define = (role, setup, read) => {
    const load = async (name) => {
      const packed = await read(name);
      // A server may have inflated the file already.
      if (packed[0] !== 0x1f || packed[1] !== 0x8b) return packed;
      try {
        // Written by hand: WebKit refuses the stream of a Blob in a worker of a file:// page.
        const { readable, writable } = new DecompressionStream("gzip");
        const writer = writable.getWriter();
        const written = writer.write(packed).then(() => writer.close());
        const [inflated] = await Promise.all([new Response(readable).arrayBuffer(), written]);
        return new Uint8Array(inflated);
      } catch {
        throw new Error(name + ": the data were damaged or cut on the way");
      }
    };
    const boot = { role, base: setup.base, load: (name) => load(name.includes("/") ? name : setup.dir + name) };
    globalThis.zeitlupeBoot = boot;
    return { boot, compile: async () => WebAssembly.compile(await load(setup.wasm)) };
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

  // The worker's side: the first message brings the set-up and a port over which the page answers.
  const serve = (define, fetched) => {
    const early = [];
    const wait = (event) => early.push(event.data);
    self.addEventListener("message", ({ data: { setup, port } }) => {
      self.addEventListener("message", wait);
      const asked = new Map();
      const ask = (name) => new Promise((resolve, reject) => {
        asked.set(name, { resolve, reject });
        port.postMessage(name);
      });
      port.onmessage = ({ data: { name, value, error } }) => {
        const { resolve, reject } = asked.get(name);
        asked.delete(name);
        if (error) reject(new Error(error));
        else resolve(value);
      };
      const { boot, compile } = define("worker", setup, setup.inline ? ask : fetched(setup.root));
      boot.ready = () => {
        self.removeEventListener("message", wait);
        for (const data of early.splice(0)) self.dispatchEvent(new MessageEvent("message", { data }));
      };
      // Where a compiled module cannot be handed to a worker, it compiles its own.
      const module = new Promise((resolve, reject) => {
        port.onmessageerror = () => compile().then(resolve, reject);
        ask("module").then((module) => module ?? compile()).then(resolve, reject);
      });
      // Thrown outside the promise, so that the page's `onerror` hears of it.
      const fail = (error) => setTimeout(() => { throw error; });
      module.then((module) => wasm_bindgen({ module_or_path: module })).catch(fail);
    }, { once: true });
  };

  const script = document.currentScript;
  const setup = { ...script.dataset, inline: "inline" in script.dataset, root: new URL(".", document.baseURI).href };
  const inlined = async (name) => {
    const text = document.getElementById(name)?.textContent;
    if (text === undefined) throw new Error(name + ": missing in this page");
    return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  };
  const read = setup.inline ? inlined : fetched(setup.root);

  const say = (message) => {
    const line = document.createElement("p");
    line.className = "boot-message";
    line.setAttribute("role", "alert");
    line.textContent = message;
    document.getElementById("app")?.prepend(line);
  };

  const start = async () => {
    if (!setup.inline && location.protocol === "file:") {
      return say("Von der Festplatte läuft nur die Einzeldatei: Suche, Namen und Zeitleiste brauchen sie oder einen Server. Die Artikel lassen sich auch so lesen.");
    }
    if (typeof WebAssembly !== "object" || typeof DecompressionStream !== "function" || typeof wasm_bindgen !== "function") {
      return say("Suche, Namen und Zeitleiste brauchen einen neueren Browser. Die Artikel lassen sich auch so lesen.");
    }
    const { boot, compile } = define("page", setup, read);
    const module = await compile();
    boot.worker = () => {
      try {
        const glue = setup.inline ? document.getElementById("glue").textContent : `importScripts(${JSON.stringify(setup.root + setup.glue)});`;
        const source = `${glue};\n(${serve})(${define}, ${fetched});`;
        const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
        const worker = new Worker(address);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = async ({ data: name }) => {
          if (name === "module") {
            try {
              return port1.postMessage({ name, value: module });
            } catch {
              return port1.postMessage({ name, value: null });
            }
          }
          read(name).then((value) => port1.postMessage({ name, value }), (error) => port1.postMessage({ name, error: error.message }));
        };
        worker.postMessage({ setup, port: port2 }, [port2]);
        return worker;
      } catch {
        return null;
      }
    };
    await wasm_bindgen({ module_or_path: module });
  };
  start().catch((error) => say("Suche, Namen und Zeitleiste ließen sich nicht starten (" + error.message + "). Die Artikel lassen sich auch so lesen."));
})();
