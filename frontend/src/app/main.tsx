import "@/ui/styles/index.scss";
import { i18n } from "@lingui/core";
import { createRoot, hydrateRoot } from "react-dom/client";
import { createQueryClient } from "@/api/queryClient";
import { onSession, sessionState, wasSignedIn } from "@/api/token";
import { allWords, currentLanguage, startLanguage } from "@/i18n/language";
import { App } from "./App";
import { createAppRouter } from "./router";

const queries = createQueryClient();
const router = createAppRouter();

// The words and the first page are fetched side by side; what was drawn ahead stays until both are here.
await Promise.all([startLanguage(), router.load()]);

// What the API served in one language is asked for anew in the other.
let spoken = i18n.locale;
i18n.on("change", () => {
  if (spoken !== i18n.locale) void queries.invalidateQueries();
  spoken = i18n.locale;
});

// What was read by one person is gone before the next signs in; whoever signs in may read more than before.
onSession(() => {
  const isIn = sessionState() === "in";
  // Once the pages of the person before are off the screen, so that they ask for nothing any more.
  setTimeout(() => void (isIn ? queries.invalidateQueries() : queries.resetQueries()));
});

const root = document.getElementById("root");
if (root) {
  const app = <App router={router} queries={queries} />;
  if (document.documentElement.dataset.drawn === currentLanguage()) hydrateRoot(root, app);
  else createRoot(root).render(app);
  document.documentElement.classList.remove("other-words");
}

// Once the page stands, the other words follow, so that the next page opens at once; then whoever was signed in is again.
const restMs = wasSignedIn() ? 0 : 1500;
setTimeout(() => {
  void allWords();
  void import("@/api/session").then(({ comeBack }) => comeBack());
}, restMs);
