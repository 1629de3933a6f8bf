import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Dialog } from "@/ui/Dialog";
import { type Hit, SearchBox } from "@/ui/SearchBox";
import { type search, searchQuery } from "./queries";

type Found = Awaited<ReturnType<typeof search>>["items"][number];

type CommandPaletteProps = {
  open: boolean;
  onClose: () => void;
  /** The pages of the header, found by their names. */
  pages: { href: string; label: string }[];
};

/** Control K: one field that finds pages, networks, projects, organisations and topics. */
export function CommandPalette({ open, onClose, pages }: CommandPaletteProps) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const [query, setQuery] = useState("");
  const [settled, setSettled] = useState("");
  const answer = useQuery(searchQuery(settled));

  useEffect(() => {
    const timer = setTimeout(() => setSettled(query), 200);
    return () => clearTimeout(timer);
  }, [query]);

  const wanted = query.trim().toLocaleLowerCase(i18n.locale);
  const named = pages
    .filter((page) => page.label.toLocaleLowerCase(i18n.locale).includes(wanted))
    .map((page): Hit => ({ id: page.href, href: page.href, title: page.label }));
  const found = wanted.length > 1 ? (answer.data?.items ?? []) : [];
  const kindNames: Record<string, string> = {
    network: t`Networks`,
    organisation: t`Cities and organisations`,
    project: t`Projects`,
    practice: t`Practices and policies`,
    topic: t`Topics`,
  };
  // The kind of the best hit comes first.
  const kinds = [...new Set(found.map((item) => item.kind))];
  const shown = named.length + found.length;
  const count = named.length + (found.length > 0 ? (answer.data?.total ?? 0) : 0);

  return (
    <Dialog open={open} onClose={onClose} title={t`Search`} className="palette" silentTitle>
      <SearchBox
        label={t`Search networks, projects, cities, topics and pages`}
        resultsLabel={t`Results`}
        query={query}
        onQuery={setQuery}
        groups={[
          { name: t`Pages`, hits: named },
          ...kinds.map((kind) => ({
            name: kindNames[kind] ?? kind,
            hits: found.filter((item) => item.kind === kind).map(hit),
          })),
        ]}
        onChoose={(href) => {
          setQuery("");
          onClose();
          void navigate({ href });
        }}
      />
      <p className="small muted palette-status" role="status">
        {answer.isError ? (
          <Trans>The search does not answer. Pages are still listed.</Trans>
        ) : wanted.length > 1 && !answer.isFetching ? (
          <>
            <Plural value={count} _0="Nothing found." one="# result" other="# results" />
            {shown < count ? (
              <>
                , <Trans>the best {shown} are shown</Trans>
              </>
            ) : null}
          </>
        ) : null}
      </p>
    </Dialog>
  );
}

function hit(item: Found): Hit {
  return {
    id: `${item.kind}:${item.id}`,
    href: item.href,
    title: item.title,
    note: item.snippet,
    lang: item.language,
    highlights: item.highlights,
  };
}
