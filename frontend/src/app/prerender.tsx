/** Draws pages ahead, at build time, up to where their data begin: words stand before any script has come. */
import { createMemoryHistory } from "@tanstack/react-router";
import { renderToString } from "react-dom/server";
import { createQueryClient } from "@/api/queryClient";
import { allWords, changeLanguage, type Language } from "@/i18n/language";
import { App } from "./App";
import { createAppRouter } from "./router";

/** The inside of `#root` for one path in one language. */
export async function prerender(path: string, language: Language): Promise<string> {
  await changeLanguage(language);
  await allWords();
  const router = createAppRouter(createMemoryHistory({ initialEntries: [path] }));
  await router.load();
  return renderToString(<App router={router} queries={createQueryClient()} />);
}
