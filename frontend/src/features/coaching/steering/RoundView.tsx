import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useKey } from "@/api/useKey";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { DataTable } from "@/ui/DataTable";
import { Dialog } from "@/ui/Dialog";
import { Form } from "@/ui/Form";
import { Link } from "@/ui/Link";
import { Text, useText } from "@/ui/Text";
import { TextArea } from "@/ui/TextArea";
import { moveRound, type Outcome, type Round, type RoundVerb, type SeenRound } from "./queries";
import { ROUND_VERBS, useRoundWord } from "./words";
import "./steering.scss";

/** A round: what comes of it beside the best one by one, who gets whom, who carries how much. */
export function RoundView({ seen }: { seen: SeenRound }) {
  const { data } = seen;
  const word = useRoundWord();
  const isDraft = data.state === "draft";
  return (
    <>
      <div className={isDraft ? "dry section" : "section"}>
        <p>
          <Badge>{word("state", data.state)}</Badge>{" "}
          {isDraft ? <Trans>Nothing is changed, nobody is told.</Trans> : null}
          {data.reason}
        </p>
        <Outcomes of={data} />
        <Steps seen={seen} />
      </div>
      <Assigned of={data} />
      <Loads of={data} />
    </>
  );
}

type Line = { key: string; name: string; of: (outcome: Outcome) => number; better: 1 | -1 };

/** All at once beside one by one, in words and in numbers. */
function Outcomes({ of }: { of: Round }) {
  const { t, i18n } = useLingui();
  const number = (value: number) => i18n.number(value, { maximumFractionDigits: 2 });
  const lines: Line[] = [
    { key: "total", name: t`Points together`, of: ({ total }) => total, better: 1 },
    { key: "placed", name: t`Places filled`, of: ({ placed }) => placed, better: 1 },
    { key: "unmatched", name: t`Requests without a coach`, of: (o) => o.unmatched, better: -1 },
    { key: "lowest", name: t`Fewest points of a request`, of: ({ lowest }) => lowest, better: 1 },
    { key: "gini", name: t`Unevenness of points, 0 is even`, of: ({ gini }) => gini, better: -1 },
    { key: "load", name: t`Most requests of one coach`, of: (o) => o.most_loaded, better: -1 },
  ];
  const more = of.together.total - of.one_by_one.total;
  const placed = of.together.placed - of.one_by_one.placed;
  return (
    <>
      <h2 className="h2">
        {more > 0 ? (
          <Plural
            value={more}
            one="All at once gives # point more than one by one"
            other="All at once gives # points more than one by one"
          />
        ) : (
          <Trans>One by one would give as much</Trans>
        )}
      </h2>
      {placed > 0 ? (
        <p>
          <Plural value={placed} one="# place more is filled." other="# places more are filled." />
        </p>
      ) : null}
      <DataTable
        caption={<Trans>One by one means: each request in turn takes the best that is left.</Trans>}
        columns={[
          { key: "name", heading: t`What comes of it`, cell: ({ name }: Line) => name },
          {
            key: "together",
            heading: t`All at once`,
            number: true,
            cell: (line: Line) => <b>{number(line.of(of.together))}</b>,
          },
          {
            key: "one",
            heading: t`One by one`,
            number: true,
            cell: (line: Line) => number(line.of(of.one_by_one)),
          },
        ]}
        rows={lines}
        rowKey={({ key }) => key}
      />
    </>
  );
}

function Assigned({ of }: { of: Round }) {
  const { t } = useLingui();
  const text = useText();
  const named = (coaches: Round["items"][number]["together"]) =>
    coaches.length === 0 ? (
      <span className="muted">
        <Trans>nobody</Trans>
      </span>
    ) : (
      coaches
        .map(({ organisation, points }) => `${text(organisation.label)} (${points})`)
        .join(", ")
    );
  type Item = Round["items"][number];
  return (
    <section className="section">
      <DataTable
        caption={<Trans>Who would coach whom, with points</Trans>}
        columns={[
          {
            key: "request",
            heading: t`Request`,
            cell: ({ id, title, organisation }: Item) => (
              <>
                <Link href={`/coaching/${id}`}>
                  <Text of={title} />
                </Link>
                , <Text of={organisation.label} />
              </>
            ),
          },
          { key: "places", heading: t`Places`, number: true, cell: ({ places }: Item) => places },
          { key: "together", heading: t`All at once`, cell: (each: Item) => named(each.together) },
          { key: "one", heading: t`One by one`, cell: (each: Item) => named(each.one_by_one) },
        ]}
        rows={of.items}
        rowKey={({ id }) => id}
      />
    </section>
  );
}

function Loads({ of }: { of: Round }) {
  const { t } = useLingui();
  type Load = Round["loads"][number];
  if (of.loads.length === 0) return null;
  return (
    <section className="section">
      <DataTable
        caption={<Trans>How many requests each coach gets</Trans>}
        columns={[
          {
            key: "coach",
            heading: t`Coach`,
            cell: ({ organisation }: Load) => <Text of={organisation.label} />,
          },
          {
            key: "together",
            heading: t`All at once`,
            number: true,
            cell: ({ together }: Load) => together,
          },
          {
            key: "one",
            heading: t`One by one`,
            number: true,
            cell: ({ one_by_one }: Load) => one_by_one,
          },
        ]}
        rows={of.loads}
        rowKey={({ offer }) => offer}
      />
    </section>
  );
}

function Steps({ seen }: { seen: SeenRound }) {
  const { t } = useLingui();
  const word = useRoundWord();
  const [asked, ask] = useState<RoundVerb>();
  const close = () => ask(undefined);
  const verbs = ROUND_VERBS.filter((verb) => seen.data.may.includes(verb));
  if (verbs.length === 0) return null;
  return (
    <div className="button-row">
      {verbs.map((verb) => (
        <Button
          key={verb}
          rank={verb === "confirm" ? "primary" : "secondary"}
          onClick={() => ask(verb)}
        >
          {word("verb", verb)}
        </Button>
      ))}
      <Dialog
        open={asked !== undefined}
        onClose={close}
        title={asked ? word("verb", asked) : t`Close`}
      >
        {asked ? <StepForm seen={seen} verb={asked} onDone={close} /> : null}
      </Dialog>
    </div>
  );
}

type StepProps = { seen: SeenRound; verb: RoundVerb; onDone: () => void };

function StepForm({ seen, verb, onDone }: StepProps) {
  const { t } = useLingui();
  const word = useRoundWord();
  const once = useKey();
  const queries = useQueryClient();
  const form = useForm({ defaultValues: { reason: "" } });

  async function send({ reason }: { reason: string }) {
    await moveRound(seen, `${once}-${seen.data.version}`, verb, reason.trim());
    await queries.invalidateQueries({ queryKey: ["coaching"] });
    onDone();
  }

  return (
    <Form form={form} onSend={send} submit={word("verb", verb)}>
      <p>{word("follows", verb)}</p>
      {verb === "undo" ? (
        <TextArea
          name="reason"
          label={t`Reason`}
          hint={t`Those concerned read it, and it stays on record.`}
          rules={{ validate: (typed: string) => typed.trim() !== "" || t`Give the reason.` }}
          maxLength={500}
        />
      ) : null}
    </Form>
  );
}
