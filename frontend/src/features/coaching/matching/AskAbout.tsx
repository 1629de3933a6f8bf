import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { foundQuery } from "@/api/organisations";
import { TextButton } from "@/ui/Button";
import { SearchField } from "@/ui/Fields";
import { Skeleton } from "@/ui/States";
import { Text } from "@/ui/Text";
import { matchesQuery } from "../queries";
import { useWord } from "../words";
import { ScoreBar } from "./ScoreBar";

/** "Why is this city not among them?", asked by its name. */
export function AskAbout({ id }: { id: string }) {
  const { t } = useLingui();
  const [q, setQ] = useState("");
  const [slug, setSlug] = useState<string>();
  const found = useQuery(foundQuery(q)).data?.items ?? [];
  return (
    <details className="ask-about">
      <summary>
        <Trans>Ask about another city</Trans>
      </summary>
      <SearchField label={t`Search the directory by name`} value={q} onChange={setQ} />
      <ul>
        {found.map((each) => (
          <li key={each.slug}>
            <TextButton onClick={() => setSlug(each.slug)}>
              <Text of={each.label} />
            </TextButton>
          </li>
        ))}
      </ul>
      {slug ? <Explained id={id} slug={slug} /> : null}
    </details>
  );
}

function Explained({ id, slug }: { id: string; slug: string }) {
  const word = useWord();
  const { data, isPlaceholderData } = useQuery(matchesQuery(id, slug));
  const told = data?.explained;
  if (!data || isPlaceholderData) return <Skeleton rows={2} />;
  if (!told) return null;
  const name = <Text of={told.organisation.label} />;
  return (
    <div role="status" className="explained">
      <p>
        <b>{name}</b> {told.reason ? word("left_out", told.reason) : null}
        {told.rank && !told.reason ? (
          <Trans>is number {told.rank} of all that could help.</Trans>
        ) : null}{" "}
        {told.behind > 0 ? (
          <Plural
            value={told.behind}
            one="It has # point less than the last one shown."
            other="It has # points less than the last one shown."
          />
        ) : null}
      </p>
      {told.total !== null ? <ScoreBar total={told.total} factors={told.factors} /> : null}
    </div>
  );
}
