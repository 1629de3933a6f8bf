/** The bytes of a QR code: the text, filled up, and the Reed-Solomon bytes that mend it. */
import { layoutOf, VERSIONS } from "./tables";

const BYTE_MODE = 0b0100;
const PADS = [0xec, 0x11];
/** The field GF(256) of QR codes: x^8 + x^4 + x^3 + x^2 + 1. */
const FIELD = 0x11d;

function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * FIELD);
    if ((b >> bit) & 1) product ^= a;
  }
  return product;
}

/** The coefficients of (x - 1)(x - 2)(x - 4)..., the highest power left out. */
function generator(degree: number): number[] {
  const result = [...Array<number>(degree - 1).fill(0), 1];
  let root = 1;
  for (let step = 0; step < degree; step += 1) {
    for (let at = 0; at < degree; at += 1) {
      result[at] = multiply(result[at] ?? 0, root) ^ (result[at + 1] ?? 0);
    }
    root = multiply(root, 2);
  }
  return result;
}

function remainder(data: number[], divisor: number[]): number[] {
  const result = divisor.map(() => 0);
  for (const byte of data) {
    const factor = byte ^ (result.shift() ?? 0);
    result.push(0);
    divisor.forEach((coefficient, at) => {
      result[at] = (result[at] ?? 0) ^ multiply(coefficient, factor);
    });
  }
  return result;
}

function lengthBits(version: number): number {
  return version < 10 ? 8 : 16;
}

/** The smallest version that holds the text, or none. */
function versionFor(length: number): number | undefined {
  for (let version = 1; version <= VERSIONS; version += 1) {
    const { total, blocks, correction } = layoutOf(version);
    const room = (total - blocks * correction) * 8;
    if (4 + lengthBits(version) + length * 8 <= room) return version;
  }
  return undefined;
}

function dataBytes(text: Uint8Array, version: number, room: number): number[] {
  const bits: number[] = [];
  const push = (value: number, count: number) => {
    for (let at = count - 1; at >= 0; at -= 1) bits.push((value >> at) & 1);
  };
  push(BYTE_MODE, 4);
  push(text.length, lengthBits(version));
  for (const byte of text) push(byte, 8);
  push(0, Math.min(4, room * 8 - bits.length));
  push(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0; bits.length < room * 8; pad += 1) push(PADS[pad % 2] ?? 0, 8);
  return Array.from({ length: room }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((byte, bit) => byte * 2 + bit, 0),
  );
}

/** Version and bytes in the order in which they are drawn; nothing where the text is too long. */
export function bytesFor(text: string): { version: number; bytes: number[] } | undefined {
  const encoded = new TextEncoder().encode(text);
  const version = versionFor(encoded.length);
  if (version === undefined) return undefined;
  const { total, blocks, correction } = layoutOf(version);
  const data = dataBytes(encoded, version, total - blocks * correction);
  const short = Math.floor(data.length / blocks);
  const long = data.length % blocks;
  const divisor = generator(correction);
  let from = 0;
  const parts = Array.from({ length: blocks }, (_, block) => {
    const part = data.slice(from, from + short + (block >= blocks - long ? 1 : 0));
    from += part.length;
    return part;
  });
  const mending = parts.map((part) => remainder(part, divisor));
  const woven = (lists: number[][], length: number) =>
    Array.from({ length }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
  return { version, bytes: [...woven(parts, short + 1), ...woven(mending, correction)] };
}
