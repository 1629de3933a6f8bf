import { useLanguage } from "@/i18n/useLanguage";
import { Link } from "@/ui/Link";
import { Publisher } from "../Publisher";
import { useWord } from "../words";
import type { PracticeItem } from "./queries";

/** Rows under a rule: what it is, its title and what it says; who publishes it, and when. */
export function PracticeList({ items }: { items: readonly PracticeItem[] }) {
  const language = useLanguage();
  const word = useWord();
  return (
    <ul className="practice-rows">
      {items.map((item) => {
        const { title, summary, language: served } = item.display;
        const lang = served === language ? undefined : served;
        return (
          <li key={item.id}>
            <div>
              <p className="small muted">{word("kind", item.kind)}</p>
              <h3 className="h3">
                <Link href={`/practices/${item.id}`} lang={lang}>
                  {title}
                </Link>
              </h3>
              {summary ? <p lang={lang}>{summary}</p> : null}
            </div>
            <p className="small">
              <Publisher of={item} />
              {item.year ? `, ${item.year}` : null}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
