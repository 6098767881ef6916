// Decompresses what crates/site/src/pack.rs has packed, with the wasm of crates/unpack, which stands here as `quotable` in
// crates/site/src/script.rs has written it. `isWasm` says whether it is a wasm, whose bytes may have been sorted;
// between steps it waits for `pause`, if there is one, so that a page stays responsive.
const UNPACK = "WASM";
let compiled, shared;
const unpack = async (packed, isWasm, pause) => {
  compiled ??= WebAssembly.compile(Uint8Array.from(UNPACK, (character) => {
    const code = character.charCodeAt(0);
    return code > 127 ? code - 163 : code - 35 - (code > 60) - (code > 92);
  }));
  const module = await compiled;
  // Without a pause, nothing else can need the instance before this is done.
  const wasm = pause ? new WebAssembly.Instance(module).exports : shared ??= new WebAssembly.Instance(module).exports;
  const place = wasm.reserve(packed.length);
  new Uint8Array(wasm.memory.buffer, place, packed.length).set(packed);
  wasm.begin();
  while (!wasm.step(1 << 17)) if (pause) await pause();
  const length = wasm.finish(isWasm);
  if (!length) throw 0;
  return new Uint8Array(wasm.memory.buffer, wasm.answer(), length).slice();
};
