import { expect, test } from "vitest";
import { chosenOf, doubts, foreignWords, patchOf, slugOf, turnOf, twice } from "./mapping";
import type { Import, Question, RowError } from "./queries";

const question = (code: string, more: Partial<Question> = {}): Question => ({
  code,
  detail: "",
  field: null,
  column: null,
  cells: [],
  answers: {},
  ...more,
});

const run = (more: Partial<Import> = {}): Import =>
  ({
    version: 1,
    state: "open",
    questions: [],
    mapping: {
      columns: {},
      constants: {},
      codes: {},
      unknown: [],
      duplicates: {},
      separator: ";",
    },
    seen: {
      columns: ["Kennung", "title", "Land", "Notiz"],
      suggested: { Kennung: "key", Land: "country" },
      sample: [{ Kennung: "1", title: "Licht", Land: "Brésil", Notiz: "" }],
    },
    ...more,
  }) as Import;

test("suggestions are chosen, and only what differs from a column's own name is sent", () => {
  const chosen = chosenOf(run());
  expect(chosen.columns).toEqual({ Kennung: "key", title: "title", Land: "country", Notiz: "" });
  const { columns, decimal, day_first } = patchOf(run(), chosen);
  expect(columns).toEqual({ Kennung: "key", Land: "country" });
  expect([decimal, day_first]).toEqual([null, null]);
});

test("a column that is read no more is taken out of the mapping", () => {
  const before = run({ mapping: { ...run().mapping, columns: { Notiz: "summary" } } });
  const chosen = chosenOf(before);
  const { columns } = patchOf(before, { ...chosen, columns: { ...chosen.columns, Notiz: "" } });
  expect(columns?.Notiz).toBeNull();
});

test("what a column says goes before a constant", () => {
  const chosen = chosenOf(run());
  const constants = { ...chosen.constants, country: "DE", organisation: " hamburg " };
  expect(patchOf(run(), { ...chosen, constants }).constants).toEqual({
    country: null,
    organisation: "hamburg",
    maturity: null,
    budget_currency: null,
  });
});

test("two columns for one field are noticed", () => {
  const chosen = chosenOf(run());
  expect(twice(chosen)).toEqual([]);
  expect(twice({ ...chosen, columns: { ...chosen.columns, Notiz: "key" } })).toEqual(["key"]);
});

test("questions of the first rows and of the trial are asked once", () => {
  const asked = question("asked_country", { column: "Land", field: "country", cells: ["Brésil"] });
  const wrong = { code: "asked_country", field: "Land", cell: "Atlantis" } as RowError;
  const other = { code: "unknown_organisation", field: "organisation", cell: "" } as RowError;
  const found = doubts(run({ questions: [asked] }), [wrong, wrong, other]);
  expect(found.map(({ column, cells }) => [column, cells])).toEqual([
    ["Land", ["Brésil", "Atlantis"]],
  ]);
  expect(asked.cells).toEqual(["Brésil"]);
  const chosen = chosenOf(run());
  expect(foreignWords("country", run(), chosen, found)).toEqual(["Brésil", "Atlantis"]);
});

test("the turn is that of what is to be said next", () => {
  expect(turnOf(run(), false)).toBe("reading");
  expect(turnOf(run(), true)).toBe("trial");
  expect(turnOf(run({ version: 2 }), false)).toBe("trial");
  expect(turnOf(run({ questions: [question("asked_encoding")] }), false)).toBe("file");
  expect(turnOf(run({ questions: [question("asked_decimal")] }), true)).toBe("reading");
  expect(turnOf(run({ state: "committed" }), false)).toBe("writing");
  expect(turnOf(run({ state: "failed" }), false)).toBe("undo");
});

test("a file's name is a source", () => {
  expect(slugOf("Städte & Größen 2026.csv")).toBe("staedte-groessen-2026");
  expect(slugOf("proyectos_São.xlsx")).toBe("proyectos-sao");
});
