import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { DataTable } from "@/ui/DataTable";
import { useResultWord } from "../results/words";
import { useTopics } from "../topics";
import { STATES, useWord } from "../words";
import type { Figures, Rate } from "./queries";
import "./steering.scss";

type Line = { key: string; name: string; value: ReactNode };

/** How coaching goes, in numbers; small numbers stay numbers, no city is named. */
export function FiguresView({ of }: { of: Figures }) {
  const { t, i18n } = useLingui();
  const word = useWord();
  const result = useResultWord();
  const { name } = useTopics();
  const number = (value: number) => i18n.number(value, { maximumFractionDigits: 1 });
  const known = (value: number | null) =>
    value === null ? <Trans>not measured yet</Trans> : number(value);
  const counted = (of: Record<string, number>, said: (code: string) => string): Line[] =>
    Object.entries(of)
      .toSorted(([, a], [, b]) => b - a)
      .map(([code, count]) => ({ key: code, name: said(code), value: number(count) }));
  const after = (months: string) => t`after ${months} months`;
  const groups: { title: string; lines: Line[] }[] = [
    {
      title: t`From the request to the coach`,
      lines: [
        { key: "requests", name: t`Requests begun`, value: number(of.requests) },
        { key: "found", name: t`Found their coaches`, value: <Of rate={of.found} /> },
        { key: "invitations", name: t`Invitations`, value: number(of.invitations) },
        { key: "answered", name: t`Answered in time`, value: <Of rate={of.answered} /> },
        { key: "accepted", name: t`Accepted`, value: <Of rate={of.accepted} /> },
        { key: "days", name: t`Days to an answer, median`, value: known(of.median_days_to_answer) },
      ],
    },
    {
      title: t`What came of it`,
      lines: [
        { key: "reported", name: t`Reports handed in`, value: <Of rate={of.reported} /> },
        { key: "useful", name: t`Usefulness, from 1 to 5`, value: known(of.usefulness) },
        { key: "again", name: t`Would do it again`, value: <Of rate={of.again} /> },
        { key: "actions", name: t`Action items done`, value: <Of rate={of.actions_done} /> },
        ...Object.entries(of.followed_up).map(([months, rate]) => ({
          key: `asked ${months}`,
          name: `${t`Follow-ups answered`}, ${after(months)}`,
          value: <Of rate={rate} />,
        })),
        ...Object.entries(of.changed).map(([months, rate]) => ({
          key: `changed ${months}`,
          name: `${t`It changed something`}, ${after(months)}`,
          value: <Of rate={rate} />,
        })),
      ],
    },
    {
      title: t`Made of it`,
      lines: counted(of.made, (code) => result("made", code)),
    },
    {
      title: t`Where requests stand`,
      lines: STATES.filter((code) => of.by_state[code]).map((code) => ({
        key: code,
        name: word("state", code),
        value: number(of.by_state[code] ?? 0),
      })),
    },
    { title: t`In which way`, lines: counted(of.by_format, (code) => word("format", code)) },
    { title: t`On which topics`, lines: counted(of.by_topic, name) },
  ];
  return (
    <div className="figures-grid section">
      {groups
        .filter(({ lines }) => lines.length > 0)
        .map(({ title, lines }) => (
          <DataTable
            key={title}
            caption={title}
            columns={[
              { key: "name", heading: t`What is counted`, cell: (line: Line) => line.name },
              { key: "value", heading: t`Number`, number: true, cell: (line: Line) => line.value },
            ]}
            rows={lines}
            rowKey={({ key }) => key}
          />
        ))}
    </div>
  );
}

/** "3 of 4"; of nothing there is no rate. */
function Of({ rate: { count, of } }: { rate: Rate }) {
  if (of === 0) return <Trans>nothing to count yet</Trans>;
  return (
    <Trans>
      {count} of {of}
    </Trans>
  );
}
