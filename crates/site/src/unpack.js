// The inverse of `lzma` in crates/site/src/pack.rs: bytes 0 to 3 are the magic number, 4 to 7 the length, 8 to 11 a checksum, then LZMA with lc 4, lp 0, pb 0 and no end marker.
// After `SLICE` bytes it waits for `pause`, if there is one, so that a page stays responsive.
const unpack = async (packed, pause) => {
  const SLICE = 1 << 16;
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
  const decode = (end) => {
    while (done < end) {
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
  };
  while (done < size) {
    decode(Math.min(size, done + SLICE));
    if (done < size) await pause?.();
  }
  for (const byte of out) sum = Math.imul(sum ^ byte, 0x1000193);
  if (sum >>> 0 !== head.getUint32(8, true)) throw 0;
  return out;
};
