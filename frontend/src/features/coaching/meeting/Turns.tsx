import { Plural, Trans } from "@lingui/react/macro";
import { DataTable } from "@/ui/DataTable";
import type { Party, Session, Slot } from "./queries";
import { useSlotWords } from "./useSlotWords";

type TurnsProps = {
  parties: readonly Party[];
  sessions: readonly Session[];
  chosen: Slot | undefined;
};

type Turn = { key: string; number: number; isChoice: boolean; outside: number[] };

const LONGEST_BAR = 90;
const COUNTED: Session["state"][] = ["planned", "held"];

/** Who sat outside its office hours in the sessions until now, and who would if this time is taken. */
export function Turns({ parties, sessions, chosen }: TurnsProps) {
  const words = useSlotWords(parties);
  const slugs = parties.map(({ hours }) => hours.organisation.slug);
  const turns: Turn[] = sessions
    .filter(({ state }) => COUNTED.includes(state))
    .map(({ id, seen }, index) => ({
      key: id,
      number: index + 1,
      isChoice: false,
      outside: slugs.map((slug) => outsideOf(seen, slug)),
    }));
  if (chosen) {
    turns.push({
      key: "choice",
      number: turns.length + 1,
      isChoice: true,
      outside: slugs.map((slug) => outsideOf(chosen.seen, slug)),
    });
  }
  return (
    <section className="section turns" aria-labelledby="turns">
      <div>
        <h2 className="h2" id="turns">
          <Trans>Whose turn is it to stay late?</Trans>
        </h2>
        <ul className="turns-said">
          {parties.map(({ hours, carried }) => (
            <li key={hours.organisation.slug}>
              <Said
                name={words.name(hours.organisation.slug)}
                carried={carried}
                more={chosen ? outsideOf(chosen.seen, hours.organisation.slug) : 0}
              />
            </li>
          ))}
        </ul>
      </div>
      {turns.length === 0 ? null : parties.length === 2 ? (
        <Balance turns={turns} names={slugs.map(words.name)} />
      ) : (
        <TurnTable turns={turns} names={slugs.map(words.name)} />
      )}
    </section>
  );
}

function outsideOf(seen: Slot["seen"], slug: string): number {
  return seen.find(({ organisation }) => organisation === slug)?.outside ?? 0;
}

function Said({ name, carried, more }: { name: string; carried: number; more: number }) {
  return (
    <>
      <b>{name}</b>:{" "}
      <Plural
        value={carried}
        _0="not once outside its office hours until now."
        one="# minute outside its office hours until now."
        other="# minutes outside its office hours until now."
      />{" "}
      {more > 0 ? (
        <Plural
          value={more}
          one="With this time # minute more."
          other="With this time # minutes more."
        />
      ) : null}
    </>
  );
}

function Name({ of }: { of: Turn }) {
  return of.isChoice ? (
    <Trans>Session {of.number}, your choice</Trans>
  ) : (
    <Trans>Session {of.number}</Trans>
  );
}

/** Bars to the left and to the right of a middle line, one row a session. */
function Balance({ turns, names }: { turns: readonly Turn[]; names: readonly string[] }) {
  const most = Math.max(30, ...turns.flatMap(({ outside }) => outside));
  return (
    <ol className="balance">
      <li className="balance-head" aria-hidden="true">
        <b>{names[0]}</b>
        <span />
        <b>{names[1]}</b>
      </li>
      {turns.map((turn) => (
        <li key={turn.key}>
          {[0, 1].map((side) => {
            const minutes = turn.outside[side] ?? 0;
            return (
              <span key={names[side]} className={side === 0 ? "balance-left" : "balance-right"}>
                <span className="vh">{names[side]}:</span>
                <i
                  className={turn.isChoice ? "is-choice" : undefined}
                  style={{ width: (minutes * LONGEST_BAR) / most }}
                />
                <b className={minutes ? "num" : "num muted"}>
                  <Trans>{minutes} min</Trans>
                </b>
              </span>
            );
          })}
          <span className="balance-middle muted">
            <Name of={turn} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function TurnTable({ turns, names }: { turns: readonly Turn[]; names: readonly string[] }) {
  return (
    <DataTable
      caption={<Trans>Minutes outside office hours</Trans>}
      columns={[
        { key: "session", heading: "", cell: (turn: Turn) => <Name of={turn} /> },
        ...names.map((name, index) => ({
          key: name,
          heading: name,
          number: true,
          cell: ({ outside }: Turn) => outside[index] ?? 0,
        })),
      ]}
      rows={turns}
      rowKey={({ key }) => key}
    />
  );
}
