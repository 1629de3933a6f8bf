import { expect, test } from "vitest";
import { difference, lacks, patchOf, placesOf, valuesOf } from "./values";

const EMPTY = valuesOf(undefined, "de", "kochi");

test("what is not told is null, never an empty text", () => {
  const patch = patchOf({ ...EMPTY, title: " Lampen ", questions: "Wer?\n\n Wie? " }, "de");
  expect(patch.title).toEqual({ de: "Lampen" });
  expect(patch.challenge).toEqual({ de: null });
  expect(patch.project).toBeNull();
  expect(patch.questions).toEqual([{ de: "Wer?" }, { de: "Wie?" }]);
});

test("only what was changed is sent", () => {
  const kept = patchOf(EMPTY, "de");
  const now = patchOf({ ...EMPTY, topics: ["energy"] }, "de");
  expect(difference(now, kept)).toEqual({ topics: ["energy"] });
});

test("a group has three places at least, one coach is one", () => {
  expect(placesOf({ format: "group", places: "1" })).toBe(3);
  expect(placesOf({ format: "sounding_board", places: "5" })).toBe(5);
  expect(placesOf({ format: "online", places: "5" })).toBe(1);
});

test("what is missing names its step", () => {
  expect(lacks(EMPTY).map(({ field, step }) => `${field} ${step}`)).toEqual([
    ...["challenge 1", "topics 1", "format 2"],
  ]);
});
