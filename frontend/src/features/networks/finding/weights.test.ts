import { expect, it } from "vitest";
import { type Reason, type Recommendation, weightsOf } from "./weights";

function found(...reasons: [Reason["code"], number][]): Recommendation {
  return {
    reasons: reasons.map(([code, points]) => ({ code, points, text: "", topics: [], members: [] })),
  } as unknown as Recommendation;
}

it("gives each reason the width of the most points won, in the API's order", () => {
  const weights = weightsOf([
    found(["members_in_country", 15], ["no_fee", 5]),
    found(["topics", 20], ["members_in_country", 15], ["reach", 10]),
    found(["topics", 40], ["reach", 10], ["no_fee", 5]),
  ]);
  expect(weights.map(({ code, most }) => `${code} ${most}`)).toEqual([
    "topics 40",
    "members_in_country 15",
    "reach 10",
    "no_fee 5",
  ]);
});
