import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/test/show";
import type { Factor } from "../queries";
import { ScoreBar } from "./ScoreBar";

const factor = (more: Partial<Factor>): Factor => ({
  factor: "topics",
  points: 20,
  most: 30,
  text: "topics_covered",
  numbers: { covered: 2, asked: 3 },
  topics: [],
  projects: [],
  languages: [],
  ...more,
});

it("says the points of each factor and why", () => {
  const factors = [
    factor({}),
    factor({
      factor: "languages",
      points: 15,
      most: 15,
      text: "language_shared",
      languages: [{ language: "en", level: "c1" }],
    }),
    factor({
      factor: "office_hours",
      points: 9,
      most: 10,
      text: "hours_shared",
      numbers: { minutes: 270 },
    }),
  ];
  show(<ScoreBar total={44} factors={factors} />);
  screen.getByRole("img", { name: "44 of 100 points" });
  const said = screen.getAllByRole("definition").map((each) => each.textContent);
  expect(said).toEqual(["2 of your 3 topics", "English C1", "4 h 30 min a day shared"]);
});

it("leaves out what the network gives no points for", () => {
  show(<ScoreBar total={20} factors={[factor({}), factor({ factor: "evidence", most: 0 })]} />);
  expect(screen.getAllByRole("term")).toHaveLength(1);
});
