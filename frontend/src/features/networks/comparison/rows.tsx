import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { type FieldName, fieldNames, useLabel } from "@/i18n/labels";
import { MemberCount } from "@/ui/Count";
import { PartialDate } from "@/ui/Dates";
import { Glyph } from "@/ui/Glyph";
import { NotStated } from "@/ui/NotStated";
import { Text, useText } from "@/ui/Text";
import type { Network } from "../queries";

export type Row = {
  key: string;
  heading: string;
  cell: (network: Network) => ReactNode;
  /** What two networks must share to count as alike; texts are never compared. */
  sameAs?: (network: Network) => string;
};

/** The facts and fields that stand side by side. */
export function useRows(): Row[] {
  const { t } = useLingui();
  const label = useLabel();

  function field(name: FieldName): Row {
    return {
      key: name,
      heading: label("field", name),
      cell: (network) => {
        const entry = network.profile.find((each) => each.field === name);
        if (!entry || entry.status === "not_stated") return <NotStated />;
        return (
          <>
            {entry.text ? (
              <p>
                <Text of={entry.text} />
              </p>
            ) : null}
            <Listed name={name} network={network} />
          </>
        );
      },
    };
  }

  return [
    {
      key: "category",
      heading: t`Category`,
      cell: (network) => label("category", network.category),
      sameAs: (network) => network.category,
    },
    {
      key: "founding_type",
      heading: t`How it began`,
      cell: (network) => (
        <>
          <Glyph type={network.founding_type} silent />{" "}
          {label("founding_type", network.founding_type)}
        </>
      ),
      sameAs: (network) => network.founding_type,
    },
    {
      key: "founded",
      heading: t`Founded`,
      cell: (network) =>
        network.founded ? <PartialDate value={network.founded} /> : <NotStated />,
      sameAs: (network) => network.founded ?? "",
    },
    {
      key: "end_year",
      heading: t`Runs until`,
      cell: (network) =>
        network.end_year?.toString() ??
        (network.duration_kind ? label("duration", network.duration_kind) : <NotStated />),
      sameAs: (network) => String(network.end_year ?? network.duration_kind),
    },
    {
      key: "scope",
      heading: t`Reach`,
      cell: (network) => label("scope", network.geographic_scope),
      sameAs: (network) => network.geographic_scope,
    },
    {
      key: "member_count",
      heading: t`Number of members`,
      cell: (network) =>
        network.member_count === null ? (
          <NotStated />
        ) : (
          <MemberCount value={network.member_count} qualifier={network.member_count_qualifier} />
        ),
      sameAs: (network) => String(network.member_count),
    },
    {
      key: "funding_kind",
      heading: t`Who pays`,
      cell: (network) =>
        network.funding.length > 0 ? (
          network.funding.map((code) => label("funding", code)).join(", ")
        ) : (
          <NotStated />
        ),
      sameAs: (network) => [...network.funding].sort().join(),
    },
    ...fieldNames.filter((name) => name !== "sources").map(field),
  ];
}

/** The short words beside a text. */
function Listed({ name, network }: { name: FieldName; network: Network }) {
  const label = useLabel();
  const text = useText();
  const words: Partial<Record<FieldName, string[]>> = {
    topics: network.keywords.map((word) => text(word)),
    formats: network.work_formats.map((code) => label("work_format", code)),
    contact: [...network.emails, ...network.websites],
  };
  const listed = words[name] ?? [];
  return listed.length > 0 ? <p className="small muted">{listed.join(", ")}</p> : null;
}

/** Whether networks differ in a row that can be compared. */
export function differs(row: Row, networks: readonly Network[]): boolean {
  return row.sameAs !== undefined && new Set(networks.map(row.sameAs)).size > 1;
}
