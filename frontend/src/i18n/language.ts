/** Which of the four languages is spoken, and how it is changed. */
import { i18n, type Messages } from "@lingui/core";

/** By their own names: they are never translated. */
export const languages = {
  en: "English",
  de: "Deutsch",
  es: "Español",
  pt: "Português",
} as const;

export type Language = keyof typeof languages;

const STORED = "citypeers.language";

type Words = () => Promise<{ messages: Messages }>;

/** The words of the first paint, and all others; see scripts/catalogues.ts. */
const catalogues: Record<Language, { first: Words; rest: Words }> = {
  en: {
    first: () => import("./locales/en.po?first"),
    rest: () => import("./locales/en.po?rest"),
  },
  de: {
    first: () => import("./locales/de.po?first"),
    rest: () => import("./locales/de.po?rest"),
  },
  es: {
    first: () => import("./locales/es.po?first"),
    rest: () => import("./locales/es.po?rest"),
  },
  pt: {
    first: () => import("./locales/pt.po?first"),
    rest: () => import("./locales/pt.po?rest"),
  },
};

/** Chosen last; its words may still be on their way. */
let wanted: Language = "en";

function known(tag: string | null | undefined): Language | undefined {
  const short = (tag ?? "").slice(0, 2).toLowerCase();
  return short in languages ? (short as Language) : undefined;
}

/** `?lang` counts first, then the reader's stored choice, then the browser's list, then English. */
export function chooseLanguage(
  search: string,
  stored: string | null,
  preferred: readonly string[],
): Language {
  const asked = [new URLSearchParams(search).get("lang"), stored, ...preferred];
  return asked.map(known).find((found) => found !== undefined) ?? "en";
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

/** The language being spoken; the API is asked in it too. */
export function currentLanguage(): Language {
  return known(i18n.locale) ?? "en";
}

async function speak(...parts: Words[]): Promise<void> {
  const language = wanted;
  for (const { messages } of await Promise.all(parts.map((load) => load()))) {
    i18n.load(language, messages);
  }
  if (language !== wanted) return;
  i18n.activate(language);
  document.documentElement.lang = language;
}

/** Before the first paint: only the words it needs. */
export function startLanguage(): Promise<void> {
  wanted = chooseLanguage(location.search, stored(), navigator.languages);
  return speak(catalogues[wanted].first);
}

/** Every page but the home page waits for this, and whatever else is loaded later. */
export async function allWords(): Promise<void> {
  const language = wanted;
  const { messages } = await catalogues[language].rest();
  i18n.load(language, messages);
}

/** The reader's own choice: kept on this device, and it stays on the page being read. */
export async function changeLanguage(language: Language): Promise<void> {
  wanted = language;
  await speak(catalogues[language].first, catalogues[language].rest);
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // Storage refused: the choice holds until the page is left.
  }
}
