/** The dark and light squares of a QR code (ISO/IEC 18004), for text of up to about 850 letters. */
import { bytesFor } from "./bytes";
import { layoutOf, markCentres } from "./tables";

type Grid = boolean[][];

const MASKS: ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_row, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];
const LEVEL_L = 0b01;
const FORMAT = { length: 10, divisor: 0x537, mask: 0x5412 };
const VERSION = { length: 12, divisor: 0x1f25 };

function checked(value: number, length: number, divisor: number): number {
  let rest = value;
  for (let step = 0; step < length; step += 1)
    rest = (rest << 1) ^ ((rest >> (length - 1)) * divisor);
  return (value << length) | rest;
}

const bit = (value: number, at: number) => ((value >> at) & 1) === 1;

class Drawing {
  readonly dark: Grid;
  /** What the data and the mask leave alone. */
  readonly fixed: Grid;

  constructor(
    private readonly version: number,
    readonly size: number,
  ) {
    this.dark = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
    this.fixed = this.dark.map((row) => [...row]);
  }

  private set(row: number, column: number, dark: boolean): void {
    const [darkRow, fixedRow] = [this.dark[row], this.fixed[row]];
    if (!darkRow || !fixedRow || column < 0 || column >= this.size) return;
    darkRow[column] = dark;
    fixedRow[column] = true;
  }

  private square(row: number, column: number, reach: number, light: (ring: number) => boolean) {
    for (let down = -reach; down <= reach; down += 1) {
      for (let right = -reach; right <= reach; right += 1) {
        const ring = Math.max(Math.abs(down), Math.abs(right));
        this.set(row + down, column + right, !light(ring));
      }
    }
  }

  patterns(): void {
    const { size, version } = this;
    for (let at = 0; at < size; at += 1) {
      this.set(6, at, at % 2 === 0);
      this.set(at, 6, at % 2 === 0);
    }
    for (const [row, column] of [
      [3, 3],
      [3, size - 4],
      [size - 4, 3],
    ] as const) {
      this.square(row, column, 4, (ring) => ring === 2 || ring === 4);
    }
    const centres = markCentres(version);
    const last = centres.length - 1;
    centres.forEach((row, down) => {
      centres.forEach((column, right) => {
        const corner = (down === 0 && right % last === 0) || (right === 0 && down === last);
        if (!corner) this.square(row, column, 2, (ring) => ring === 1);
      });
    });
    if (version < 7) return;
    const bits = checked(version, VERSION.length, VERSION.divisor);
    for (let at = 0; at < 18; at += 1) {
      const [along, across] = [Math.floor(at / 3), size - 11 + (at % 3)];
      this.set(along, across, bit(bits, at));
      this.set(across, along, bit(bits, at));
    }
  }

  format(mask: number): void {
    const bits = checked((LEVEL_L << 3) | mask, FORMAT.length, FORMAT.divisor) ^ FORMAT.mask;
    const turn = [0, 1, 2, 3, 4, 5, 7, 8];
    for (let at = 0; at < 15; at += 1) {
      const dark = bit(bits, at);
      if (at < 8) this.set(turn[at] ?? 0, 8, dark);
      else this.set(8, at === 8 ? 7 : 14 - at, dark);
      if (at < 8) this.set(8, this.size - 1 - at, dark);
      else this.set(this.size - 15 + at, 8, dark);
    }
    this.set(this.size - 8, 8, true);
  }

  /** Bytes run in pairs of columns, from the lower right, upward and downward in turn. */
  data(bytes: number[]): void {
    let at = 0;
    for (let right = this.size - 1; right >= 1; right -= 2) {
      if (right === 6) right = 5;
      const upward = ((right + 1) & 2) === 0;
      for (let step = 0; step < this.size; step += 1) {
        const row = upward ? this.size - 1 - step : step;
        for (const column of [right, right - 1]) {
          const darkRow = this.dark[row];
          if (!darkRow || this.fixed[row]?.[column] || at >= bytes.length * 8) continue;
          darkRow[column] = bit(bytes[at >> 3] ?? 0, 7 - (at & 7));
          at += 1;
        }
      }
    }
  }

  masked(mask: number): Grid {
    const turns = MASKS[mask];
    return this.dark.map((line, row) =>
      line.map((dark, column) => dark !== (!this.fixed[row]?.[column] && turns?.(row, column))),
    );
  }
}

const LOOKS_LIKE_A_CORNER = /1011101(?=0000)|(?<=0000)1011101/g;

/** How hard a reader would find it: long runs, blocks, false corners, too much of one shade. */
export function penalty(grid: Grid): number {
  const size = grid.length;
  const rows = grid.map((line) => line.map((dark) => (dark ? "1" : "0")).join(""));
  const columns = grid.map((_, column) => rows.map((row) => row[column]).join(""));
  let points = 0;
  for (const line of [...rows, ...columns]) {
    for (const run of line.match(/0{5,}|1{5,}/g) ?? []) points += run.length - 2;
    const wide = `0000${line}0000`;
    points += 40 * [...wide.matchAll(LOOKS_LIKE_A_CORNER)].length;
  }
  for (let row = 1; row < size; row += 1) {
    for (let column = 1; column < size; column += 1) {
      const four = [grid[row - 1]?.[column - 1], grid[row - 1]?.[column], grid[row]?.[column - 1]];
      if (four.every((dark) => dark === grid[row]?.[column])) points += 3;
    }
  }
  const share = rows.join("").replaceAll("0", "").length / (size * size);
  return points + Math.floor(Math.abs(share * 100 - 50) / 5) * 10;
}

/** Rows of squares, true where dark; nothing where the text is too long. */
export function modulesFor(text: string): Grid | undefined {
  const found = bytesFor(text);
  if (!found) return undefined;
  const grids = MASKS.map((_, mask) => {
    const drawing = new Drawing(found.version, layoutOf(found.version).size);
    drawing.patterns();
    drawing.format(mask);
    drawing.data(found.bytes);
    return drawing.masked(mask);
  });
  const points = grids.map(penalty);
  return grids[points.indexOf(Math.min(...points))];
}
