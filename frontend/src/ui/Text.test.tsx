import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { changeLanguage } from "@/i18n/language";
import { pickText } from "@/i18n/text";
import { show } from "@/test/show";
import { Text } from "./Text";

describe("pickText", () => {
  it("takes the reader's language, then English, then German, then any", () => {
    expect(pickText({ en: "a", de: "b", es: "c" }, "es")?.text).toBe("c");
    expect(pickText({ en: "a", de: "b" }, "pt")?.language).toBe("en");
    expect(pickText({ de: "b", fr: "d" }, "pt")?.language).toBe("de");
    expect(pickText({ fr: "d" }, "pt")).toEqual({ text: "d", language: "fr" });
  });

  it("reads a regional tag as its language, and nothing from blanks", () => {
    expect(pickText({ "pt-BR": "x", en: "a" }, "pt")?.language).toBe("pt-BR");
    expect(pickText({ en: " " }, "en")).toBeUndefined();
    expect(pickText(null, "en")).toBeUndefined();
  });
});

describe("Text", () => {
  it("marks another language and says so where asked", () => {
    show(<Text of={{ de: "Nur auf Deutsch" }} told />);
    expect(screen.getByText("Nur auf Deutsch").lang).toBe("de");
    expect(screen.getByText("Shown in German: no English text yet.")).toBeTruthy();
  });

  it("follows a change of language on the spot", async () => {
    await changeLanguage("de");
    const { container } = show(<Text of={{ en: "English", de: "Deutsch" }} />);
    expect(container.innerHTML).toBe("Deutsch");
    expect(document.documentElement.lang).toBe("de");
  });
});
