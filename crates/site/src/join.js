// Puts a wasm together that crates/site/src/streams.rs has sorted into streams; returns a wasm that is not sorted as it is. Run on what was
// decompressed and checked.
const join = (bytes) => {
  const head = new DataView(bytes.buffer, bytes.byteOffset), size = head.getUint32(0, true), at = [60];
  // "\0asm"
  if (size === 0x6d736100) return bytes;
  for (let n = 1; n < 14; n++) at[n] = at[n - 1] + head.getUint32(4 * n, true);
  const out = new Uint8Array(size);
  let done = 0;
  const byte = (stream) => out[done++] = bytes[at[stream]++];
  const take = (stream, count) => {
    while (count-- > 0) byte(stream);
  };
  const number = (stream) => {
    let value = 0, shift = 0, next;
    do {
      next = byte(stream);
      value |= (next & 127) << shift;
      shift += 7;
    } while (next > 127);
    return value;
  };
  const many = (stream, count) => {
    while (count-- > 0) number(stream);
  };
  // First and last opcode, streams of the immediates.
  const immediates = [];
  for (const [from, to, ...streams] of [[2, 4, 3], [12, 13, 4], [16, 16, 5], [17, 17, 6, 6], [32, 34, 7], [35, 38, 8], [40, 62, 9, 10], [63, 64, 8], [65, 65, 11], [66, 66, 12], [208, 208, 8], [210, 210, 8]])
    for (let n = from; n <= to; n++) immediates[n] = streams;
  take(0, 8);
  while (done < size) {
    const section = byte(0), length = number(0);
    if (section !== 10) {
      take(0, length);
      continue;
    }
    for (let bodies = number(0); bodies-- > 0;) {
      const end = number(0) + done;
      for (let locals = number(1); locals-- > 0; byte(1)) number(1);
      while (done < end) {
        const opcode = byte(2);
        if (opcode === 14) many(4, number(4) + 1);
        else if (opcode === 28) take(8, number(8));
        else if (opcode === 67 || opcode === 68) take(13, opcode === 67 ? 4 : 8);
        else if (opcode === 252) {
          const other = number(2);
          many(8, other < 8 ? 0 : other === 8 || other === 10 || other === 12 || other === 14 ? 2 : 1);
        } else if (immediates[opcode]) for (const stream of immediates[opcode]) number(stream);
      }
    }
  }
  return out;
};
