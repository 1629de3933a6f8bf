import { useLingui } from "@lingui/react/macro";
import { usePracticeTitles } from "@/api/practices";
import { useText } from "@/ui/Text";

/** What practices are called in the reader's language, by their ids. */
export function usePracticeNames(ids: readonly string[]): (id: string) => string {
  const { t } = useLingui();
  const text = useText();
  const titles = usePracticeTitles(ids);
  return (id) => {
    const title = titles.get(id);
    if (title === undefined) return "…";
    return title === null ? t`A practice that is not public` : text(title);
  };
}
