import { describe, expect, it } from "vitest";
import { formatInstant, formatPartialDate } from "@/i18n/dates";
import { show } from "@/test/show";
import { PartialDate } from "./Dates";

describe("partial dates", () => {
  it("keep the precision of their source", () => {
    expect(formatPartialDate("2013", "en")).toBe("2013");
    expect(formatPartialDate("2013-12", "en")).toBe("December 2013");
    expect(formatPartialDate("2013-12-05", "en")).toBe("5 December 2013");
    expect(formatPartialDate("2013-12-05", "de")).toBe("5. Dezember 2013");
    expect(formatPartialDate("2013-01-01", "es")).toBe("1 de enero de 2013");
  });

  it("show what is no date as it stands", () => {
    expect(formatPartialDate("about 1990", "en")).toBe("about 1990");
  });

  it("name the gap only where asked", () => {
    expect(show(<PartialDate value="2026" gap />).container.textContent).toBe(
      "2026, day not stated",
    );
    expect(show(<PartialDate value="2026" />).container.textContent).toBe("2026");
    expect(show(<PartialDate value="2026-02-19" gap />).container.textContent).toBe(
      "19 February 2026",
    );
  });
});

it("an instant shows its zone", () => {
  expect(formatInstant("2026-11-20T20:00:00Z", "de", "Europe/Berlin")).toMatch(/21:00.*MEZ/);
});
