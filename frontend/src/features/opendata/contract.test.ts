// @vitest-environment node
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Contract, fieldsOf, operationsOf } from "./contract";
import { fieldWords } from "./fieldWords";

const contract = JSON.parse(readFileSync("../openapi/openapi.json", "utf8")) as Contract;

const small: Contract = {
  info: { title: "T", version: "1" },
  paths: {
    "/things": { get: { summary: "Page", description: "All things." }, post: { summary: "Add" } },
    "/things/{id}": { parameters: {}, get: { summary: "One" } },
  },
  components: {
    schemas: {
      Colour: { type: "string", enum: ["red", "blue"], description: "A colour." },
      Thing: {
        type: "object",
        properties: {
          name: { type: "object", additionalProperties: { type: "string" } },
          colour: { anyOf: [{ $ref: "#/components/schemas/Colour" }, { type: "null" }] },
          colours: { type: "array", items: { $ref: "#/components/schemas/Colour" } },
          part: { $ref: "#/components/schemas/Thing" },
          count: { type: "integer", description: "How many." },
          odd: {},
        },
      },
    },
  },
};

describe("the contract", () => {
  it("lists every operation with its description, else its summary", () => {
    expect(operationsOf(small)).toEqual([
      { method: "GET", path: "/things", about: "All things." },
      { method: "POST", path: "/things", about: "Add" },
      { method: "GET", path: "/things/{id}", about: "One" },
    ]);
  });

  it("tells the kind of each field, through references, lists and what may be missing", () => {
    const rows = fieldsOf(small, "Thing");
    const told = rows.map(({ name, kind }) => [name, kind.of, kind.list, kind.optional]);
    expect(told).toEqual([
      ["name", "words", false, false],
      ["colour", "code", false, true],
      ["colours", "code", true, false],
      ["part", "record", false, false],
      ["count", "whole", false, false],
      ["odd", "unknown", false, false],
    ]);
    expect(rows[1]?.kind.codes).toEqual(["red", "blue"]);
    expect(rows[3]?.kind.record).toBe("Thing");
    expect(rows.map((row) => row.about)).toEqual([
      undefined,
      "A colour.",
      "A colour.",
      undefined,
      "How many.",
      undefined,
    ]);
  });

  it("of a schema that is not there is empty", () => {
    expect(fieldsOf(small, "Nothing")).toEqual([]);
  });

  it("as committed has words for every field of a network and of an error", () => {
    const rows = [...fieldsOf(contract, "NetworkItem"), ...fieldsOf(contract, "ProblemOut")];
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((row) => !fieldWords[row.name]).map((row) => row.name)).toEqual([]);
    expect(rows.filter((row) => row.kind.of === "unknown").map((row) => row.name)).toEqual([]);
  });
});
