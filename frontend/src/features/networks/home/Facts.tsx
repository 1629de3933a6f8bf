import { Plural, Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useLanguage } from "@/i18n/useLanguage";
import { Link } from "@/ui/Link";
import { ErrorState } from "@/ui/States";
import { analysisQuery } from "../queries";
import { projectCountQuery } from "./queries";

/** Five numbers, counted from the records. */
export function Facts() {
  const analysis = useQuery(analysisQuery());
  const projects = useQuery(projectCountQuery());
  if (analysis.isError) {
    return <ErrorState error={analysis.error} onRetry={() => void analysis.refetch()} />;
  }
  const data = analysis.data;
  const known = projects.data ?? 0;
  const towns = data?.municipalities ?? [];
  const naming = new Set(towns.flatMap((town) => town.networks)).size;
  const total = data?.total ?? 0;
  const explicit = data?.explicit_smart_city ?? 0;
  const open = Object.values(data?.not_stated ?? {}).reduce((sum, each) => sum + each.length, 0);
  return (
    <ul className="facts" aria-busy={!data}>
      <Fact value={data?.total}>
        <Plural
          value={total}
          one="network described, each field with its source"
          other="networks described, each field with its source"
        />
      </Fact>
      <Fact value={data?.explicit_smart_city}>
        <Plural
          value={explicit}
          one="of them is explicitly about the smart city"
          other="of them are explicitly about the smart city"
        />
      </Fact>
      <Fact value={data && towns.length}>
        <Plural
          value={naming}
          one="German municipalities named in # network"
          other="German municipalities named in # networks"
        />
      </Fact>
      <Fact value={data && open}>
        <Trans>fields the sources leave open, each one shown</Trans>
      </Fact>
      <Fact value={projects.data}>
        <Link href="/projects">
          <Plural
            value={known}
            one="project of a city, to learn from"
            other="projects of cities, to learn from"
          />
        </Link>
      </Fact>
    </ul>
  );
}

function Fact({ value, children }: { value: number | undefined; children: ReactNode }) {
  const language = useLanguage();
  return (
    <li>
      <b className="num">
        {value === undefined ? "\u00A0" : new Intl.NumberFormat(language).format(value)}
      </b>
      <span>{children}</span>
    </li>
  );
}
