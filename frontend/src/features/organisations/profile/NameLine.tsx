import { Trans } from "@lingui/react/macro";
import { Link } from "@/ui/Link";
import { NotStated } from "@/ui/NotStated";
import { Text } from "@/ui/Text";
import { Period } from "../Period";
import type { NameInTime } from "../times";
import { isPast, todayOf } from "../times";
import { useWord } from "../words";

type NameLineProps = {
  names: readonly NameInTime[];
  /** Links each name to the page of its organisation, where several stand on one line. */
  linked?: boolean;
};

/** Dated names as a line of time: past dots filled, the present one yellow, undated ones dashed. */
export function NameLine({ names, linked }: NameLineProps) {
  const word = useWord();
  const today = todayOf(new Date());
  if (names.length === 0) {
    return (
      <p>
        <NotStated>
          <Trans>No dated name is stated</Trans>
        </NotStated>
      </p>
    );
  }
  return (
    <ol className="name-line">
      {names.map((each) => {
        const dated = each.valid_from ?? each.valid_to ?? each.observed_on;
        const state = !dated ? "is-undated" : isPast(each.valid_to, today) ? "is-past" : "is-now";
        const name = <Text of={each.name} />;
        return (
          <li key={JSON.stringify(each)} className={state}>
            <p className="small">
              {dated ? (
                <Period from={each.valid_from} to={each.valid_to} observed={each.observed_on} />
              ) : (
                <NotStated small>
                  <Trans>dates not stated</Trans>
                </NotStated>
              )}
            </p>
            <p>
              {linked ? <Link href={`/organisations/${each.organisation}`}>{name}</Link> : name}{" "}
              <span className="small muted">{word("name_kind", each.kind)}</span>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
