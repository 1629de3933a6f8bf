import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { components } from "@/api/schema.gen";
import { DataTable } from "@/ui/DataTable";
import { Instant } from "@/ui/Dates";
import { Form } from "@/ui/Form";
import { Notice } from "@/ui/Notice";
import { TextField } from "@/ui/TextField";
import { useWord } from "../words";
import { decideWeights, type Weights } from "./queries";

type Decided = components["schemas"]["WeightsOut"];
type Factor = keyof Weights;

const FACTORS: Factor[] = [
  "topics",
  "evidence",
  "languages",
  "office_hours",
  "similar_city",
  "free_capacity",
];
const ALL = 100;

type Typed = Record<Factor, string>;

function weightsOf(typed: Typed): Weights {
  return Object.fromEntries(FACTORS.map((name) => [name, Number(typed[name])])) as Weights;
}

/** What points are given for: a hundred altogether, decided for the network, every version kept. */
export function WeightsForm({ network, of, tag }: { network: string; of: Decided; tag: string }) {
  const { t } = useLingui();
  const word = useWord();
  const queries = useQueryClient();
  const [saved, setSaved] = useState<Weights>();
  const form = useForm<Typed>({
    defaultValues: Object.fromEntries(
      FACTORS.map((name) => [name, String(of.weights[name])]),
    ) as Typed,
  });
  const typed = form.watch();
  const sum = FACTORS.reduce((all, name) => all + (Number(typed[name]) || 0), 0);

  async function send(values: Typed) {
    const weights = weightsOf(values);
    await decideWeights(network, tag, weights);
    await queries.invalidateQueries({ queryKey: ["coaching"] });
    setSaved(weights);
  }

  return (
    <div className="section weights">
      {saved ? (
        <Notice live tone="ok" answer={saved} title={<Trans>These weights are in force</Trans>}>
          <Trans>Every list of matches is counted by them from now on.</Trans>
        </Notice>
      ) : null}
      <Form form={form} onSend={send} submit={<Trans>Decide these weights</Trans>}>
        {FACTORS.map((name) => (
          <TextField
            key={name}
            name={name}
            label={word("factor", name)}
            hint={word("factor_meaning", name)}
            inputMode="numeric"
            short
            rules={{
              validate: (value: string) =>
                (/^\d{1,3}$/.test(value.trim()) && Number(value) <= ALL) ||
                t`Write a whole number from 0 to 100.`,
            }}
          />
        ))}
        <p role="status">
          {sum === ALL ? (
            <Trans>Together 100 points.</Trans>
          ) : sum < ALL ? (
            <Plural
              value={ALL - sum}
              one="# point is missing of the 100."
              other="# points are missing of the 100."
            />
          ) : (
            <Plural
              value={sum - ALL}
              one="# point more than the 100."
              other="# points more than the 100."
            />
          )}
        </p>
      </Form>
      {of.versions.length > 0 ? (
        <DataTable
          caption={<Trans>What was decided before</Trans>}
          columns={[
            {
              key: "since",
              heading: t`In force since`,
              cell: ({ since }: Decided["versions"][number]) => <Instant at={since} />,
            },
            ...FACTORS.map((name) => ({
              key: name,
              heading: word("factor", name),
              number: true,
              cell: ({ weights }: Decided["versions"][number]) => weights[name],
            })),
          ]}
          rows={of.versions}
          rowKey={({ number }) => String(number)}
        />
      ) : null}
    </div>
  );
}
