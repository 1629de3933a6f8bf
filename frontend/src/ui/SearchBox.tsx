import {
  Autocomplete,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
} from "react-aria-components";
import "./aria";

export type Hit = {
  id: string;
  href: string;
  title: string;
  note?: string;
  lang?: string;
  /** Ranges of `note` that were found. */
  highlights?: number[][];
};

type SearchBoxProps = {
  label: string;
  resultsLabel: string;
  query: string;
  onQuery: (query: string) => void;
  groups: { name: string; hits: Hit[] }[];
  onChoose: (href: string) => void;
};

/** The command palette's combobox. Heavy (React Aria), so it is only ever loaded on demand. */
export function SearchBox({
  label,
  resultsLabel,
  query,
  onQuery,
  groups,
  onChoose,
}: SearchBoxProps) {
  const filled = groups.filter((group) => group.hits.length > 0);
  const byId = new Map(filled.flatMap((group) => group.hits).map((hit) => [hit.id, hit.href]));
  return (
    <Autocomplete inputValue={query} onInputChange={onQuery}>
      <SearchField aria-label={label} autoFocus>
        <Input className="kern-form-input__input" placeholder={label} />
      </SearchField>
      <ListBox
        aria-label={resultsLabel}
        selectionMode="none"
        onAction={(key) => {
          const href = byId.get(String(key));
          if (href) onChoose(href);
        }}
      >
        {filled.map((group) => (
          <ListBoxSection key={group.name} id={group.name}>
            <Header>{group.name}</Header>
            {group.hits.map((hit) => (
              <ListBoxItem key={hit.id} id={hit.id} textValue={hit.title}>
                <span lang={hit.lang}>{hit.title}</span>
                {hit.note ? (
                  <small className="muted" lang={hit.lang}>
                    {" "}
                    <Marked text={hit.note} ranges={hit.highlights ?? []} />
                  </small>
                ) : null}
              </ListBoxItem>
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
    </Autocomplete>
  );
}

/** The found words stand out; the ranges come from the API, so no HTML is ever inserted. */
export function Marked({ text, ranges }: { text: string; ranges: number[][] }) {
  const parts: { at: number; text: string; found: boolean }[] = [];
  let at = 0;
  for (const [start = 0, end = 0] of [...ranges].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))) {
    if (start < at || end <= start) continue;
    if (start > at) parts.push({ at, text: text.slice(at, start), found: false });
    parts.push({ at: start, text: text.slice(start, end), found: true });
    at = end;
  }
  if (at < text.length) parts.push({ at, text: text.slice(at), found: false });
  return parts.map((part) =>
    part.found ? <mark key={part.at}>{part.text}</mark> : <span key={part.at}>{part.text}</span>,
  );
}
