import { describe, expect, it } from "vitest";
import { fileKind, fileSize } from "./sizes";

describe("files in words", () => {
  it("says sizes as the language writes them", () => {
    expect(fileSize(12, "en")).toBe("1 kB");
    expect(fileSize(340_400, "en")).toBe("340 kB");
    expect(fileSize(2_449_000, "de")).toBe("2,4 MB");
  });

  it("names the kind by the end of the name", () => {
    expect(fileKind("Plan vom 3. Mai.pdf")).toBe("PDF");
  });
});
