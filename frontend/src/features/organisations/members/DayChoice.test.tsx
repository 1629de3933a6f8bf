import { fireEvent, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { show } from "@/test/show";
import { DayChoice, isDay } from "./DayChoice";

it("takes whole days only", () => {
  expect(["2019-09-20", "2024-02-29"].every(isDay)).toBe(true);
  expect([undefined, "", "2019", "2023-02-29", "0019-09-20", "soon"].some(isDay)).toBe(false);
});

it("offers the days of the sources and says which one is shown", () => {
  const onDay = vi.fn();
  show(
    <DayChoice
      on="2019-09-20"
      shown="2019-09-20"
      observed={["2019-09-20", "2023-05-31"]}
      href={(on) => `/networks/iscn/members${on ? `?on=${on}` : ""}`}
      onDay={onDay}
    />,
  );
  const here = screen.getByRole("link", { name: "20 September 2019" });
  expect(here.getAttribute("aria-current")).toBe("true");
  expect(screen.getByRole("link", { name: "31 May 2023" }).getAttribute("href")).toBe(
    "/networks/iscn/members?on=2023-05-31",
  );
  fireEvent.change(screen.getByLabelText("Members on the day"), { target: { value: "" } });
  expect(onDay).not.toHaveBeenCalled();
  fireEvent.change(screen.getByLabelText("Members on the day"), {
    target: { value: "2020-01-01" },
  });
  expect(onDay).toHaveBeenCalledWith("2020-01-01");
});
