import { expect, it } from "vitest";
import { show } from "@/test/show";
import { Strip, stripOf } from "./Strip";

it("counts two readings and what does not apply as stated", () => {
  const { container } = show(
    <Strip
      fields={{ founding: "two_readings", duration: "not_applicable", contact: "not_stated" }}
    />,
  );
  expect(container.textContent).toBe("13 of 14 stated");
  expect(container.querySelectorAll("i")).toHaveLength(14);
  expect(container.querySelectorAll("i")[13]?.className).toBe("is-not_stated");
});

it("says on the profile which fields are open", () => {
  const { container } = show(
    <Strip large fields={stripOf(["contact", "german_municipalities"])} />,
  );
  expect(container.textContent).toContain("12 of 14 fields stated.");
  expect(container.textContent).toContain("2 not stated: German municipalities and Contact.");
});

it("names two readings in words", () => {
  const { container } = show(<Strip large fields={{ founding: "two_readings" }} />);
  expect(container.textContent).toContain("14 of 14 fields stated. One of them has two readings.");
  expect(container.textContent).not.toContain("not stated");
});
