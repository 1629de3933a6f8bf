import { Trans } from "@lingui/react/macro";
import { useText } from "@/ui/Text";
import type { Party, Session, Slot } from "./queries";

type Burden = { key: string; outside: number[]; isChoice: boolean };

/** Who sits outside their office hours in which session, and in the one that is being chosen. */
export function Balance({
  parties,
  sessions,
  chosen,
}: {
  parties: Party[];
  sessions: Session[];
  chosen: Slot | undefined;
}) {
  const text = useText();
  const names = parties.map(({ hours }) => text(hours.organisation.label));
  const of = (seen: { organisation: string; outside: number }[]) =>
    parties.map(
      ({ hours }) =>
        seen.find((each) => each.organisation === hours.organisation.slug)?.outside ?? 0,
    );
  const rows: Burden[] = sessions
    .filter((each) => each.state === "held" || each.state === "planned")
    .map((each) => ({ key: each.id, outside: of(each.seen), isChoice: false }));
  if (chosen) rows.push({ key: "choice", outside: of(chosen.seen), isChoice: true });
  if (rows.length === 0) return null;
  const most = Math.max(60, ...rows.flatMap((row) => row.outside));
  return (
    <section className="section balance">
      <h2 className="h2">
        <Trans>Whose turn is it to stay late?</Trans>
      </h2>
      <table>
        <caption className="vh">
          <Trans>Minutes outside office hours, by session and city</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Session</Trans>
            </th>
            {parties.map(({ hours }, index) => (
              <th key={hours.organisation.slug} scope="col">
                {names[index]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, number) => (
            <tr key={row.key}>
              <th scope="row">
                {number + 1}
                {row.isChoice ? (
                  <>
                    {" "}
                    <Trans>(your choice)</Trans>
                  </>
                ) : null}
              </th>
              {row.outside.map((minutes, index) => (
                <td key={parties[index]?.hours.organisation.slug}>
                  <i
                    className={row.isChoice ? "balance-new" : "balance-bar"}
                    style={{ inlineSize: `${(minutes / most) * 60}%` }}
                  />{" "}
                  <Trans>{minutes} min</Trans>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
