/** Words for how somebody is told; they travel with their pages only. */
import { msg } from "@lingui/core/macro";
import { useWords } from "@/i18n/useWords";

const way = {
  at_once: msg({ id: "way.at_once", message: "by letter at once" }),
  digest: msg({ id: "way.digest", message: "in one letter a day" }),
  in_app: msg({ id: "way.in_app", message: "only here" }),
};

export function useWord() {
  return useWords({ way });
}
