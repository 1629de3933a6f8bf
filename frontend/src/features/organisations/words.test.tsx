import { expect, it } from "vitest";
import { show } from "@/test/show";
import { usePart } from "./words";

function Part({ role, state }: { role: string | null; state: string }) {
  return <>{usePart()(role, state)}</>;
}

it.each([
  [null, "active", "Member"],
  ["partner country", "active", "Partner country"],
  ["partner country", "suspended", "Partner country, Suspended"],
  ["host", "former", "Host"],
  ["member", "active", "Member"],
  ["guest_of_honour", "active", "guest of honour"],
])("%s and %s are said as %s", (role, state, said) => {
  expect(show(<Part role={role} state={state} />).container.textContent).toBe(said);
});
