import "@/ui/styles/index.scss";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createQueryClient } from "@/api/queryClient";
import { allWords, startLanguage } from "@/i18n/language";
import { createAppRouter } from "./router";

const queries = createQueryClient();
const router = createAppRouter();

// The words and the first page are fetched side by side; the drawn skeleton stays until both are here.
await Promise.all([startLanguage(), router.load()]);

// What the API served in one language is asked for anew in the other.
let spoken = i18n.locale;
i18n.on("change", () => {
  if (spoken !== i18n.locale) void queries.invalidateQueries();
  spoken = i18n.locale;
});

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>,
  );
}

// Once the page stands, the other words follow, so that the next page opens at once.
setTimeout(() => void allWords(), 1500);
