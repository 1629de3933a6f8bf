import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { deed, letter } from "@/i18n/deeds";
import { show } from "@/test/show";
import { THINGS, useWord } from "./words";

type Named = { properties: Record<string, { enum: string[] }> };

const { AuditEventOut, MailOut } = JSON.parse(readFileSync("../openapi/openapi.json", "utf8"))
  .components.schemas as Record<"AuditEventOut" | "MailOut", Named>;

it("has a word for all that is recorded and for every letter", () => {
  expect(Object.keys(deed).sort()).toEqual(AuditEventOut.properties.verb?.enum.sort());
  expect([...THINGS].sort()).toEqual(AuditEventOut.properties.kind?.enum.sort());
  expect(Object.keys(letter).sort()).toEqual(MailOut.properties.letter?.enum.sort());
});

function Said({ code }: { code: string }) {
  return <>{useWord()("deed", code)}</>;
}

it.each([
  ["seat.opened", "Seat opened"],
  ["seat.painted_blue", "seat painted blue"],
])("%s is said as %s", (code, said) => {
  expect(show(<Said code={code} />).container.textContent).toBe(said);
});
