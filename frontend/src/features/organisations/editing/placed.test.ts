import { expect, it } from "vitest";
import { Problem } from "@/api/problem";
import { placed } from "./placed";
import { emptyValues } from "./values";

const typed = {
  ...emptyValues("de"),
  names: [
    {
      name: [
        { language: "de", text: "A" },
        { language: "en", text: "B" },
      ],
      kind: "official" as const,
      valid_from: "",
      valid_to: "",
      observed_on: "",
    },
  ],
};

it.each([
  ["/label", "/label/0/text"],
  ["/aliases/3", "/aliases"],
  ["/names", "/names/0/valid_from"],
  ["/names/0", "/names/0/valid_to"],
  ["/names/0/name/en", "/names/0/name/1/text"],
  ["/names/0/valid_from", "/names/0/valid_from"],
  ["/parent", "/parent"],
])("shows %s at %s", (pointer, field) => {
  const problem = new Problem(422, "No", "No.", "/problems/invalid", [
    { pointer, detail: "So.", code: "x" },
  ]);
  expect(placed(problem, typed).errors).toEqual([{ pointer: field, detail: "So.", code: "x" }]);
  expect(placed(problem, typed)).toMatchObject({ status: 422, title: "No" });
});
