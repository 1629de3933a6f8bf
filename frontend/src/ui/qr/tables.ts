/** What ISO/IEC 18004 lays down for error correction level L, versions 1 to 20. */
type Layout = {
  /** Modules along a side. */
  size: number;
  /** Data and error correction together, in bytes. */
  total: number;
  blocks: number;
  /** Error correction bytes of each block. */
  correction: number;
};

const CORRECTION = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28];
const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8];
export const VERSIONS = CORRECTION.length;

/** Everything that is neither a pattern nor a notice of version and format. */
function bytesOf(version: number): number {
  let bits = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const marks = Math.floor(version / 7) + 2;
    bits -= (25 * marks - 10) * marks - 55;
    if (version >= 7) bits -= 36;
  }
  return Math.floor(bits / 8);
}

export function layoutOf(version: number): Layout {
  return {
    size: version * 4 + 17,
    total: bytesOf(version),
    blocks: BLOCKS[version - 1] ?? 0,
    correction: CORRECTION[version - 1] ?? 0,
  };
}

/** Where the centres of the small squares lie, along either side. */
export function markCentres(version: number): number[] {
  if (version === 1) return [];
  const marks = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + marks * 3 + 5) / (marks * 4 - 4)) * 2;
  const last = version * 4 + 10;
  const others = Array.from({ length: marks - 1 }, (_, index) => last - index * step);
  return [6, ...others.reverse()];
}
