/** Words for what is followed; they travel with their pages only. */
import { msg } from "@lingui/core/macro";
import { useWords } from "@/i18n/useWords";

const kind = {
  project: msg({ id: "followed.project", message: "Project" }),
  organisation: msg({ id: "followed.organisation", message: "Organisation" }),
  network: msg({ id: "followed.network", message: "Network" }),
  topic: msg({ id: "followed.topic", message: "Topic" }),
};

const rhythm = {
  off: msg({ id: "rhythm.off", message: "never" }),
  daily: msg({ id: "rhythm.daily", message: "once a day at most" }),
  weekly: msg({ id: "rhythm.weekly", message: "once a week at most" }),
};

export function useWord() {
  return useWords({ kind, rhythm });
}
