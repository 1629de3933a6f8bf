/** Where the marks of the two drawings stand; sizes in pixels of the screen. */
import { type Lives, surveyYear } from "./records";

const narrowBelow = 700;

export type Scale = {
  narrow: boolean;
  row: number;
  top: number;
  foot: number;
  from: number;
  to: number;
  ticks: number[];
  x: (year: number) => number;
};

const decade = (year: number, round: (n: number) => number) => round(year / 10) * 10;

/**
 * The years of the timeline. On a narrow screen each name stands above its line, and the axis
 * leaves out the oldest network, whose line then comes in from the left.
 */
export function timeScale(dated: Lives["dated"], width: number): Scale {
  const narrow = width < narrowBelow;
  const oldest = dated[narrow ? 1 : 0]?.founded_year ?? dated[0]?.founded_year ?? surveyYear;
  const last = Math.max(
    surveyYear,
    ...dated.map((network) => network.end_year ?? network.founded_year),
  );
  const from = decade(oldest, Math.floor);
  const to = decade(last, Math.ceil);
  const left = 20;
  const right = 30;
  const step = narrow ? 20 : 10;
  const ticks: number[] = [];
  for (let year = from; year <= to; year += step) ticks.push(year);
  return {
    narrow,
    row: narrow ? 44 : 26,
    top: 34,
    foot: 22,
    from,
    to,
    ticks,
    x: (year) => left + ((Math.max(year, from) - from) / (to - from || 1)) * (width - left - right),
  };
}

/** An arc to the left of a column, from row to row; the further the rows, the wider the arc. */
export function arc(x: number, y1: number, y2: number, room: number, longest: number): string {
  const reach = room * (0.16 + 0.84 * (Math.abs(y2 - y1) / (longest || 1))) * (4 / 3);
  const left = (x - reach).toFixed(1);
  return `M${x} ${y1}C${left} ${y1} ${left} ${y2} ${x} ${y2}`;
}
