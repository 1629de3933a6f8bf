import { i18n } from "@lingui/core";
import { describe, expect, it, vi } from "vitest";
import {
  allWords,
  changeLanguage,
  chooseLanguage,
  currentLanguage,
  startLanguage,
} from "./language";
import { messages as german } from "./locales/de.po";

describe("the language", () => {
  it("is asked for, else stored, else the browser's, else English", () => {
    expect(chooseLanguage("?lang=pt", "de", ["es"])).toBe("pt");
    expect(chooseLanguage("?lang=xx", "de", ["es"])).toBe("de");
    expect(chooseLanguage("", null, ["fr-FR", "es-MX"])).toBe("es");
    expect(chooseLanguage("", null, ["fr"])).toBe("en");
  });

  it("changes without leaving the page, and is kept", async () => {
    history.replaceState(null, "", "/networks?q=energy");
    await changeLanguage("es");
    expect(document.documentElement.lang).toBe("es");
    expect(localStorage.getItem("citypeers.language")).toBe("es");
    expect(location.search).toBe("?q=energy");
  });

  it("from an address is spoken but not kept", async () => {
    vi.spyOn(navigator, "languages", "get").mockReturnValue(["en"]);
    history.replaceState(null, "", "/?lang=de");
    await startLanguage();
    expect(currentLanguage()).toBe("de");
    expect(localStorage.getItem("citypeers.language")).toBeNull();
  });

  it("loses no word between its two parts", async () => {
    await changeLanguage("de");
    await allWords();
    for (const id of Object.keys(german)) expect(i18n.messages[id], id).toEqual(german[id]);
  });
});
