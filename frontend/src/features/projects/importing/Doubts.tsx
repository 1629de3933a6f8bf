import { Trans, useLingui } from "@lingui/react/macro";
import { Checkbox, Radios } from "@/ui/Fields";
import type { Chosen } from "./mapping";
import type { Question } from "./queries";
import { useWord } from "./words";

type DoubtsProps = {
  doubts: readonly Question[];
  chosen: Chosen;
  onChange: (more: Partial<Chosen>) => void;
};

/** What may mean two things in the cells of a file, and what may be meant. */
export function Doubts({ doubts, chosen, onChange }: DoubtsProps) {
  const { t } = useLingui();
  const asks = (code: string) => doubts.some((each) => each.code === code);
  const isOpen = { value: "", label: t`Not said: such rows are refused` };
  const unknown = doubts.filter(({ code }) => code === "asked_unknown");
  const empty = [...new Set([...chosen.unknown, ...unknown.flatMap(({ cells }) => cells)])];
  return (
    <>
      {asks("asked_decimal") || chosen.decimal ? (
        <Doubt doubts={doubts} code="asked_decimal">
          <Radios
            legend={t`Before the decimals stands`}
            value={chosen.decimal}
            options={[
              { value: ",", label: t`a comma, as in 1.250,50` },
              { value: ".", label: t`a point, as in 1,250.50` },
              isOpen,
            ]}
            onChange={(decimal) => onChange({ decimal })}
          />
        </Doubt>
      ) : null}
      {asks("asked_day_first") || chosen.dayFirst ? (
        <Doubt doubts={doubts} code="asked_day_first">
          <Radios
            legend={t`In a date comes first`}
            value={chosen.dayFirst}
            options={[
              { value: "true", label: t`the day, as in 31/12/2020` },
              { value: "false", label: t`the month, as in 12/31/2020` },
              isOpen,
            ]}
            onChange={(dayFirst) => onChange({ dayFirst })}
          />
        </Doubt>
      ) : null}
      {empty.length > 0 ? (
        <fieldset className="import-doubt">
          <legend>
            <Trans>Which of these say that nothing is known?</Trans>
          </legend>
          {empty.map((cell) => (
            <Checkbox
              key={cell}
              checked={chosen.unknown.includes(cell)}
              onChange={(says) =>
                onChange({
                  unknown: says
                    ? [...chosen.unknown, cell]
                    : chosen.unknown.filter((each) => each !== cell),
                })
              }
            >
              {cell}
            </Checkbox>
          ))}
        </fieldset>
      ) : null}
    </>
  );
}

type DoubtProps = { doubts: readonly Question[]; code: string; children: React.ReactNode };

/** A question with the cells that raise it. */
function Doubt({ doubts, code, children }: DoubtProps) {
  const word = useWord();
  const raised = doubts.filter((each) => each.code === code);
  return (
    <div className="import-doubt">
      {raised.map(({ column, cells }) => (
        <p key={column}>
          <b>{column}</b>: {cells.join(" · ")}
        </p>
      ))}
      {raised.length > 0 ? <p className="muted">{word("todo", code)}</p> : null}
      {children}
    </div>
  );
}
