import { describe, expect, it } from "vitest";
import { differences, draftOf, patchOf, unready } from "./draft";
import { story } from "./story.fixture";
import { attachmentValue, emptyContact, emptyIndicator, emptyLesson, valuesOf } from "./values";

type Attached = { file: string };
const values = () => valuesOf(story, true);

describe("draft", () => {
  it("is what was saved where nothing was typed", () => {
    expect(differences(draftOf(values()), draftOf(values()))).toEqual([]);
    const { publishes_itself: _, ...written } = draftOf(values());
    expect(written).toEqual(story);
  });

  it("patches one text in one language and takes another away", () => {
    const typed = values();
    typed.title = { en: "Bicycles for all", de: " " };
    const patch = patchOf(draftOf(values()), draftOf(typed));
    expect(patch).toEqual({ title: { en: "Bicycles for all", de: null } });
  });

  it("holds back an attachment without a title, and keeps the order of the others", () => {
    const typed = values();
    typed.attachments.unshift(attachmentValue("1".repeat(32), { en: "Contract" }));
    const files = (draftOf(typed).attachments as Attached[]).map(({ file }) => file[0]);
    expect(files).toEqual(["1", "0"]);
    for (const each of typed.attachments) each.title = { en: " " };
    expect(unready(draftOf(typed))).toEqual(["attachments"]);
  });

  it("holds back a list that is begun, and leaves out a row without anything", () => {
    const typed = values();
    typed.lessons.push(emptyLesson());
    expect(patchOf(draftOf(values()), draftOf(typed))).toEqual({});
    typed.contacts.push({ ...emptyContact, function: { en: "Traffic office" } });
    typed.indicators.push({ ...emptyIndicator(), name: { en: "Trips" } });
    expect(unready(draftOf(typed))).toEqual(["indicators", "contacts"]);
    expect(patchOf(draftOf(values()), draftOf(typed))).toEqual({});
  });

  it("keeps the evidence of a lesson, and holds the lesson back while a source has no name", () => {
    const typed = values();
    const [lesson] = typed.lessons;
    if (!lesson) throw new Error("the story has one");
    lesson.evidence.push({ label: { en: "Report" }, locator: {}, url: " " });
    lesson.evidence.push({ label: {}, locator: {}, url: "" });
    const [patched] = patchOf(draftOf(values()), draftOf(typed)).lessons ?? [];
    expect(patched?.evidence).toEqual([{ label: { en: "Report" }, locator: null, url: null }]);
    lesson.evidence.push({ label: {}, locator: {}, url: "https://example.org" });
    expect(unready(draftOf(typed))).toEqual(["lessons"]);
  });

  it("writes the networks that were chosen", () => {
    const typed = values();
    typed.networks = ["iscn"];
    expect(patchOf(draftOf(values()), draftOf(typed))).toEqual({ networks: ["iscn"] });
  });

  it("never takes the only title away", () => {
    const typed = values();
    typed.title = { en: "" };
    expect(unready(draftOf(typed))).toEqual(["title"]);
  });

  it("replaces an amount by a band whole", () => {
    const typed = values();
    typed.budget.kind = "band";
    const patch = patchOf(draftOf(values()), draftOf(typed));
    expect(patch.budget).toEqual({ amount: null, currency: null, year: 2024, band: "under_100k" });
  });

  it("keeps no measurements where it says why there are none", () => {
    const typed = values();
    const [indicator] = typed.indicators;
    if (!indicator) throw new Error("the story has one");
    indicator.measured = "no";
    indicator.not_measured = { en: "No counters yet" };
    const patch = patchOf(draftOf(values()), draftOf(typed));
    expect(patch.indicators?.[0]).toMatchObject({
      measurements: [],
      not_measured: { en: "No counters yet" },
    });
  });
});
