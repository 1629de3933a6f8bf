import { i18n } from "@lingui/core";
import { cleanup } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";
import { messages } from "@/i18n/locales/en.po";

beforeEach(() => i18n.loadAndActivate({ locale: "en", messages }));
afterEach(() => {
  vi.useRealTimers();
  if (typeof document === "undefined") return;
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, "", "/");
});
