// Runs the room's wasm, in the worker or in the page. A question is the name of a function of the wasm (see crates/room), the bytes it is
// given, and further numbers; its answer is a Uint8Array: a byte (0: answered, 1: fault), then the answer or fault.

// Gives memory back that is not needed again; waiting for the garbage collector, hundreds of small files can hold tens of megabytes.
const free = ({ buffer }) => buffer.transfer?.(0);

// Loads files by name, decompressed; `read` returns the bytes of a file as shipped, `pause` is for `unpack`.
const loader = (read, pause) => async (name) => {
  const packed = await read(name), starts = (one, two) => packed[0] === one && packed[1] === two;
  try {
    if (starts(0x7a, 0x6c)) {
      const unpacked = await unpack(packed, /\.wasm(\.bin)?$/.test(name), pause);
      free(packed);
      return unpacked;
    }
    // A server may have decompressed the file already.
    if (!starts(0x1f, 0x8b)) return packed;
    // Written by hand: WebKit rejects the stream of a Blob in a worker of a file:// page.
    const { readable, writable } = new DecompressionStream("gzip");
    const writer = writable.getWriter();
    const written = writer.write(packed).then(() => writer.close());
    const [inflated] = await Promise.all([new Response(readable).arrayBuffer(), written]);
    free(packed);
    return new Uint8Array(inflated);
  } catch {
    throw new Error(name + ": the data were damaged or cut on the way");
  }
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

// Starts the room: { started, a promise; ask, a function of a question that returns a promise of its answer }.
const engine = (load, { room, base, dir }) => {
  let first = load(base), unapplied;
  // Its failure is answered when the part is needed.
  first.catch(() => {});
  const started = load(room).then((wasm) => WebAssembly.instantiate(wasm, {})).then(({ instance }) => instance.exports);
  const text = new TextEncoder(), loading = new Map();
  const run = (wasm, name, bytes, ...more) => {
    const place = wasm.reserve(bytes.length);
    new Uint8Array(wasm.memory.buffer, place, bytes.length).set(bytes);
    const length = wasm[name](...more);
    return new Uint8Array(wasm.memory.buffer, wasm.answer(), length).slice();
  };
  // Loads and feeds a part, once for all questions that wait for it; gives nothing or a fault.
  const part = (wasm, kind, number, file) => {
    if (!loading.has(file)) {
      const bytes = file ? load(dir + file) : first ?? load(base);
      if (!file) first = undefined;
      const feed = (bytes) => {
        const fed = run(wasm, "feed", bytes, kind, number);
        free(bytes);
        return fed;
      };
      const fed = bytes.then(feed, (error) => run(wasm, "missing", text.encode(error.message), kind, number));
      loading.set(file, fed.finally(() => loading.delete(file)));
    }
    return loading.get(file);
  };
  const answer = async (name, bytes, ...more) => {
    const wasm = await started;
    for (;;) {
      let answer = run(wasm, name, bytes, ...more);
      if (answer[0] === 2) {
        const parts = [], list = new DataView(answer.buffer);
        for (let at = 1; at < answer.length; at += 6 + answer[at + 5]) {
          const file = new TextDecoder().decode(answer.subarray(at + 6, at + 6 + answer[at + 5]));
          parts.push(part(wasm, answer[at], list.getUint32(at + 1, true), file));
        }
        const fault = (await Promise.all(parts)).find((fed) => fed[0]);
        if (!fault) continue;
        // A copy: another question may wait for the same part, and an answer is transferred.
        answer = fault.slice();
      }
      if (answer[0] && name === "call") {
        answer = run(wasm, "words", answer);
        answer[0] = 1;
      }
      return answer;
    }
  };
  // Corrections that could not be applied, as a part was missing, are tried again before each question, so that no view shows names without them.
  const correct = async (bytes) => {
    unapplied = bytes;
    const answered = await answer("ask", bytes);
    if (!answered[0] && unapplied === bytes) unapplied = undefined;
    return answered;
  };
  const ask = async (name, ...given) => {
    if (name === "correct") return correct(...given);
    if (unapplied) await correct(unapplied);
    return answer(name, ...given);
  };
  return { started, ask };
};

// The worker's side. Messages to it are first the setup, then questions `{ number, question }` and files `{ file, bytes or error }`; messages from it
// are files that it wants, `{ file }`, `{ started: true }`, and answers `{ number, answer }`.
const serve = () => {
  const asked = new Map();
  let room;
  // What fails is thrown outside the promise, so that it reaches the page.
  const failed = (error) => setTimeout(() => { throw error; });
  const reply = ({ number, question }) => room.ask(...question).then((answer) => postMessage({ number, answer }, [answer.buffer])).catch(failed);
  const begin = (setup) => {
    const direct = fetched(setup.root), kept = new Set([setup.room, setup.base]);
    const ask = (file) => new Promise((resolve, reject) => {
      asked.set(file, { resolve, reject });
      postMessage({ file });
    });
    // The page has begun to load the first files.
    room = engine(loader((file) => setup.inline || kept.delete(file) ? ask(file) : direct(file)), setup);
    room.started.then(() => postMessage({ started: true })).catch(failed);
  };
  self.addEventListener("message", ({ data }) => {
    if (data.question) reply(data);
    else if (data.file) {
      const { resolve, reject } = asked.get(data.file);
      asked.delete(data.file);
      if (data.error) reject(new Error(data.error));
      else resolve(data.bytes);
    } else begin(data);
  });
};
