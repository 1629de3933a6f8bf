import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { DataTable } from "@/ui/DataTable";
import { NotStated } from "@/ui/NotStated";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { type Contract, fieldsOf, type Kind, operationsOf } from "./contract";
import { fieldWords } from "./fieldWords";
import { contractQuery } from "./queries";

/** Draws from the contract as this instance serves it now. */
function FromContract({ children }: { children: (contract: Contract) => ReactNode }) {
  const answer = useQuery(contractQuery());
  if (answer.isPending) return <Skeleton rows={6} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  return children(answer.data);
}

function Nothing() {
  return (
    <EmptyState
      says={<Trans>The contract of this instance lists nothing here.</Trans>}
      why={<Trans>The downloads above work all the same.</Trans>}
    />
  );
}

export function Operations() {
  const { t } = useLingui();
  return (
    <FromContract>
      {(contract) => {
        const rows = operationsOf(contract);
        if (rows.length === 0) return <Nothing />;
        return (
          <DataTable
            caption={<Trans>What the API can be asked</Trans>}
            silentCaption
            rows={rows}
            rowKey={(row) => `${row.method} ${row.path}`}
            columns={[
              { key: "path", heading: t`Path`, cell: ({ path }) => <Code>{path}</Code> },
              { key: "method", heading: t`Method`, cell: ({ method }) => method },
              {
                key: "about",
                heading: t`What for`,
                cell: ({ about }) => <span lang="en">{about}</span>,
              },
            ]}
          />
        );
      }}
    </FromContract>
  );
}

type FieldsProps = { schema: string; caption: string };

/** The fields of one record of the contract: name, type, meaning. */
export function Fields({ schema, caption }: FieldsProps) {
  const { t, i18n } = useLingui();
  return (
    <FromContract>
      {(contract) => {
        const rows = fieldsOf(contract, schema);
        if (rows.length === 0) return <Nothing />;
        return (
          <DataTable
            caption={caption}
            silentCaption
            rows={rows}
            rowKey={(row) => row.name}
            columns={[
              { key: "name", heading: t`Field`, cell: ({ name }) => <Code>{name}</Code> },
              { key: "kind", heading: t`Type`, cell: ({ kind }) => <KindWords kind={kind} /> },
              {
                key: "about",
                heading: t`Description`,
                cell: ({ name, about }) => {
                  const words = fieldWords[name];
                  if (words) return i18n._(words);
                  return about ? <span lang="en">{about}</span> : <NotStated small />;
                },
              },
            ]}
          />
        );
      }}
    </FromContract>
  );
}

function Code({ children }: { children: string }) {
  return <code className="opendata-name">{children}</code>;
}

function KindWords({ kind }: { kind: Kind }) {
  const { t } = useLingui();
  const record = kind.record ?? "";
  const one: Record<Kind["of"], string> = {
    text: t`text`,
    whole: t`whole number`,
    number: t`number`,
    yes_no: t`yes or no`,
    words: t`texts by language`,
    record: t`record ${record}`,
    code: t`one of these codes`,
    unknown: t`anything`,
  };
  const type = one[kind.of];
  return (
    <>
      {kind.list ? <Trans>list: {type}</Trans> : type}
      {kind.optional ? (
        <span className="muted">
          , <Trans>may be empty</Trans>
        </span>
      ) : null}
      {kind.codes.length > 0 ? (
        <small className="opendata-codes muted" lang="en">
          {kind.codes.join(", ")}
        </small>
      ) : null}
    </>
  );
}
