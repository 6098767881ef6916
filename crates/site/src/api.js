// `window.zeitlupe`: crates/room/src/api.rs describes its members and answers them, crates/recogniser the last two.
const offer = (ask, load, setup) => {
  const encode = (text) => new TextEncoder().encode(text), decode = (bytes) => new TextDecoder().decode(bytes);

  const expect = (is, message) => {
    if (!is) throw new Error(message);
  };

  const call = async (member, text, ...numbers) => {
    const answer = await ask("call", encode(text), member, ...numbers);
    expect(answer, "the room stopped while it answered");
    const words = decode(answer.subarray(1));
    expect(!answer[0], words);
    return JSON.parse(words);
  };

  // The first and last day of `2022-02-04`, `2022-02` or `2022`, counted from 1 January 1970; a time after `T` is ignored.
  const days = (date) => {
    const day = (text) => {
      const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
      return at === at && new Date(at).toISOString().startsWith(text) ? at / 864e5 : NaN;
    };
    if (date.length === 4) return [day(date + "-01-01"), day(date + "-12-31")];
    if (date.length === 7) return [day(date + "-01"), [31, 30, 29, 28].map((n) => day(date + "-" + n)).find((n) => n === n)];
    const one = day(date.split("T")[0]);
    return [one, one];
  };

  // Loaded at the first call. After a trap its memory is in an unknown state: the next call starts another one.
  const recognisers = {};
  const recognise = async (kind, text, ...days) => {
    expect(setup[kind], kind + ": this page does not bring the recogniser");
    recognisers[kind] ??= load(setup.dir + setup[kind]).then((wasm) => WebAssembly.instantiate(wasm, {}));
    const mine = recognisers[kind];
    const forget = () => {
      if (recognisers[kind] === mine) delete recognisers[kind];
    };
    mine.catch(forget);
    const { exports } = (await mine).instance, bytes = encode(text);
    try {
      const place = exports.reserve(bytes.length);
      new Uint8Array(exports.memory.buffer, place, bytes.length).set(bytes);
      const length = exports["recognise_" + kind](...days);
      return JSON.parse(decode(new Uint8Array(exports.memory.buffer, exports.answer(), length)));
    } catch (error) {
      forget();
      throw new Error(kind + ": the recogniser broke down at this text: " + error.message);
    }
  };

  globalThis.zeitlupe = {
    ready: call(0, ""),
    search: async (query, options) => {
      const { limit = 20, snippets } = Object(options);
      expect(typeof query === "string", "search: expected a string as query");
      expect(typeof limit === "number" && limit >= 0, "search: expected a whole number as limit");
      return call(1, query, Math.min(limit, 1e9), snippets === undefined ? 2 : +!!snippets);
    },
    article: async (id) => {
      expect(typeof id === "string", "article: expected a string as id");
      return call(2, id);
    },
    entities: () => call(3, ""),
    timeline: () => call(4, ""),
    names: async (text) => {
      expect(typeof text === "string", "names: expected a string as text");
      return recognise("names", text);
    },
    times: async (text, published) => {
      expect(typeof text === "string", "times: expected a string as text");
      // The smallest number stands for an unknown day.
      const [first, last] = published == null ? [1 << 31, 1 << 31] : typeof published === "string" ? days(published) : [];
      expect(first <= last, "times: expected a date like 2022-02-04, 2022-02 or 2022 as published, or nothing");
      return recognise("times", text, first, last);
    },
  };
};
