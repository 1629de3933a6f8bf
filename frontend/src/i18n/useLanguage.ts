import { useLingui } from "@lingui/react";
import { currentLanguage, type Language } from "./language";

/** The language on screen; the component is drawn again when it changes. */
export function useLanguage(): Language {
  useLingui();
  return currentLanguage();
}
