/** How a foreign file is read, as it is chosen on screen, and the change that says so. */
import type { Import, Patch, Question, RowError } from "./queries";

export const LANGUAGES = ["en", "de", "es", "pt"] as const;
const TEXTS = ["title", "summary", "problem", "solution", "lesson"];
/** Fields of a project, as they are offered for a column. */
export const FIELDS = [
  "key",
  ...TEXTS.flatMap((text) => [text, ...LANGUAGES.map((language) => `${text}_${language}`)]),
  ...["organisation", "country", "place", "latitude", "longitude", "topics", "sdgs"],
  ...["charter_points", "maturity", "start", "end", "budget_amount", "budget_currency"],
  ...["budget_year", "funding_sources", "website", "source_url", "replicates"],
];
/** Fields of which a cell may hold several values. */
export const LISTS = ["topics", "sdgs", "charter_points", "funding_sources"];
/** Fields that are often the same in a whole file. */
export const CONSTANTS = ["organisation", "country", "maturity", "budget_currency"] as const;
/** The stages of a project, from the idea on. */
export const STAGES = [
  "idea",
  "planned",
  "pilot",
  "running",
  "completed",
  "scaled",
  "discontinued",
];
/** Codes of questions whose answer says how the whole file is read before anything else can be known. */
const OF_FILE = ["asked_encoding", "asked_delimiter"];
/** Codes of questions that a choice in the reading answers. */
const ANSWERED_BY_CHOICE = ["asked_country", "asked_unknown", "asked_decimal", "asked_day_first"];

export type Chosen = {
  columns: Record<string, string>;
  constants: Record<string, string>;
  /** Field to the file's words and what they are with us; an empty text where nothing is said yet. */
  codes: Record<string, Record<string, string>>;
  unknown: string[];
  language: string;
  /** The sign between several values in a cell. */
  separator: string;
  decimal: string;
  dayFirst: string;
};

/** The field of ours that a column fills by its own name. */
export const ownField = (column: string) => (FIELDS.includes(column) ? column : "");

/** What stands in the mapping, and what the names of the other columns sound like. */
export function chosenOf({ mapping, seen }: Import): Chosen {
  const columns = seen.columns.map((column) => [
    column,
    mapping.columns[column] ?? (ownField(column) || (seen.suggested[column] ?? "")),
  ]);
  const given = mapping.constants;
  return {
    columns: Object.fromEntries(columns),
    constants: Object.fromEntries(CONSTANTS.map((field) => [field, given[field] ?? ""])),
    codes: mapping.codes,
    unknown: mapping.unknown,
    language: mapping.language,
    separator: mapping.separator,
    decimal: mapping.decimal ?? "",
    dayFirst: mapping.day_first == null ? "" : String(mapping.day_first),
  };
}

/** The change that makes the mapping what was chosen; what a column says goes before a constant. */
export function patchOf({ mapping }: Import, chosen: Chosen): Patch {
  const filled = Object.values(chosen.columns);
  const columns = Object.entries(chosen.columns)
    .filter(([column, field]) => field !== ownField(column) || mapping.columns[column])
    .map(([column, field]) => [column, field || null]);
  const constants = Object.entries(chosen.constants).map(([field, value]) => [
    field,
    filled.includes(field) ? null : value.trim() || null,
  ]);
  const codes = Object.entries(chosen.codes).map(([field, words]) => {
    const said = Object.entries(words).map(([word, code]) => [word, code || null]);
    return [field, Object.fromEntries(said)];
  });
  return {
    columns: Object.fromEntries(columns),
    constants: Object.fromEntries(constants),
    codes: Object.fromEntries(codes),
    unknown: chosen.unknown,
    language: chosen.language,
    separator: chosen.separator.trim() || mapping.separator,
    decimal: chosen.decimal === "." || chosen.decimal === "," ? chosen.decimal : null,
    day_first: chosen.dayFirst ? chosen.dayFirst === "true" : null,
  };
}

/** Fields that two columns would fill: only one may. */
export function twice({ columns }: Chosen): string[] {
  const filled = Object.values(columns).filter(Boolean);
  return [...new Set(filled.filter((field, place) => filled.indexOf(field) !== place))];
}

/** The question that keeps the file from being read at all. */
export const questionOfFile = ({ questions }: Import) =>
  questions.find(({ code }) => OF_FILE.includes(code));

/** Fields that every project needs and that nothing fills yet. */
export const missing = ({ questions }: Import) =>
  questions.flatMap(({ code, field }) => (code === "asked_field" && field ? [field] : []));

/** What is not certain, from the first rows and from the trial of all of them, once for each column and kind. */
export function doubts({ questions, mapping }: Import, errors: readonly RowError[]): Question[] {
  const found = new Map<string, Question>();
  const at = (code: string, column: string, field: string | null) => {
    const key = `${code} ${column}`;
    const known = found.get(key) ?? { code, detail: "", field, column, cells: [], answers: {} };
    found.set(key, known);
    return known;
  };
  for (const { code, column, field, cells } of questions) {
    if (ANSWERED_BY_CHOICE.includes(code)) at(code, column ?? "", field).cells.push(...cells);
  }
  for (const { code, field: column, cell } of errors) {
    if (!ANSWERED_BY_CHOICE.includes(code)) continue;
    const { cells } = at(code, column, mapping.columns[column] ?? ownField(column));
    if (cell && !cells.includes(cell)) cells.push(cell);
  }
  return [...found.values()];
}

/** The file's words for a field of codes: those that something was said of, and those that are not ours. */
export function foreignWords(
  field: "country" | "maturity",
  { seen }: Import,
  { columns, codes, unknown }: Chosen,
  open: readonly Question[],
): string[] {
  const cellsOf = (code: string) =>
    open.filter((each) => each.code === code).flatMap(({ cells }) => cells);
  const names = seen.columns.filter((column) => columns[column] === field);
  const sample = names.flatMap((column) => seen.sample.map((row) => row[column] ?? ""));
  const empty = [...unknown, ...cellsOf("asked_unknown")];
  const strange = sample.filter((word) => word && !STAGES.includes(word) && !empty.includes(word));
  const words = new Set([
    ...Object.keys(codes[field] ?? {}),
    ...(field === "country" ? cellsOf("asked_country") : strange),
  ]);
  return [...words];
}

/** What a name may look like as a source or as the name of a mapping. */
export const isSlug = (text: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

/** A file's name as a source: "Städte 2026.csv" is "staedte-2026". */
export function slugOf(name: string): string {
  const plain = name
    .replace(/\.[^.]*$/, "")
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => ({ ä: "ae", ö: "oe", ü: "ue", ß: "ss" })[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
  return plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-|-$/g, "");
}

/** What in the first rows no choice can make certain: such rows are refused until the file says it otherwise. */
export const refusedCells = ({ questions }: Import) =>
  questions.filter(
    ({ code }) =>
      code !== "asked_field" && !OF_FILE.includes(code) && !ANSWERED_BY_CHOICE.includes(code),
  );

export type Turn = "file" | "reading" | "trial" | "writing" | "undo";

/** The step whose turn it is; `isSaved` once the reading was saved on this page. */
export function turnOf(run: Import, isSaved: boolean): Turn {
  if (run.state === "open") {
    if (questionOfFile(run)) return "file";
    const isNew = run.version === 1 && Object.keys(run.seen.suggested).length > 0;
    return run.questions.length > 0 || (isNew && !isSaved) ? "reading" : "trial";
  }
  if (run.state === "checking" || run.state === "checked") return "trial";
  if (run.state === "committing" || run.state === "committed") return "writing";
  return run.state === "cancelled" ? "file" : "undo";
}
