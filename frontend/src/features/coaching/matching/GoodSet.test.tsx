import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { Problem } from "@/api/problem";
import { show } from "@/test/show";
import type { MatchSet, Seen } from "../queries";
import * as queries from "../queries";
import { GoodSet } from "./GoodSet";

vi.mock("@/ui/Link", () => ({ Link: (props: object) => <a href="/" {...props} /> }));
vi.mock("../topics", () => ({ useTopics: () => ({ name: (id: string) => id }) }));

const seen = (version: number) =>
  ({ data: { id: "r", version, interpretation: false }, tag: `"${version}"` }) as unknown as Seen;

const member = (slug: string, is_asked = false): MatchSet["members"][number] => ({
  organisation: { slug, name: slug, label: { en: slug } },
  offer: `offer of ${slug}`,
  total: 60,
  topics: ["energy"],
  is_asked,
});

const set = (more: Partial<MatchSet> = {}): MatchSet => ({
  members: [member("berlin"), member("hamburg"), member("trier")],
  topics: ["energy"],
  uncovered: ["health"],
  languages: ["en", "pt"],
  minutes: 270,
  total: 180,
  is_exact: true,
  ...more,
});

const onInvited = vi.fn();

function draw(of: MatchSet | null) {
  show(
    <QueryClientProvider client={new QueryClient()}>
      <GoodSet seen={seen(1)} of={of} may onInvited={onInvited} />
    </QueryClientProvider>,
  );
}

beforeEach(() => {
  onInvited.mockReset();
  let version = 1;
  vi.spyOn(queries, "askAgain").mockImplementation(async () => seen(++version));
});

it("says what the members share and what is missing", () => {
  draw(set());
  const said = screen.getAllByRole("definition").map((each) => each.textContent);
  expect(said).toEqual([
    "all covered but health",
    "English and Portuguese",
    "4 h 30 min a day, you included",
  ]);
  screen.getByText("Every set of the best matches was compared; none is better.");
});

it("says what is not known, and that a better one may exist", () => {
  draw(set({ uncovered: [], languages: [], minutes: null, is_exact: false }));
  const said = screen.getAllByRole("definition").map((each) => each.textContent);
  expect(said).toEqual(["all covered", "none of yours", "not known of everybody"]);
  screen.getByText(/There are too many sets to compare each/);
});

it("invites those who are left one after the other, each with the version of then", async () => {
  const invite = vi.spyOn(queries, "invite").mockResolvedValue({} as never);
  draw(set({ members: [member("berlin", true), member("hamburg"), member("trier")] }));
  fireEvent.click(screen.getByRole("button", { name: "Invite the 2 that are left" }));
  await waitFor(() => expect(onInvited).toHaveBeenCalledTimes(1));
  expect(invite.mock.calls.map(([now, , slug]) => [now.tag, slug])).toEqual([
    ['"1"', "hamburg"],
    ['"2"', "trier"],
  ]);
});

it("stops at the first refusal and says who was invited until then", async () => {
  const refused = new Problem(409, "Three are asked", "Wait.", "about:blank", []);
  const invite = vi
    .spyOn(queries, "invite")
    .mockResolvedValueOnce({} as never)
    .mockRejectedValue(refused);
  draw(set());
  fireEvent.click(screen.getByRole("button", { name: "Invite all 3" }));
  await screen.findByText("Invited until then: berlin. It stopped at hamburg.");
  expect(invite).toHaveBeenCalledTimes(2);
  expect(onInvited).not.toHaveBeenCalled();
});
