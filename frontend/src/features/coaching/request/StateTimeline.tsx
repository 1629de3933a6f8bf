import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { classes } from "@/ui/classes";
import { Day, ZoneOfDays } from "../Day";
import { historyQuery, type Request } from "../queries";
import { useWord } from "../words";
import { type Stop, stops } from "./timeline";

/** Where the request has come from, where it is, and what may still come. */
export function StateTimeline({ of }: { of: Request }) {
  const { t } = useLingui();
  const word = useWord();
  const events = useQuery(historyQuery(of.id)).data?.items ?? [];
  return (
    <>
      <ol className="coaching-states" aria-label={t`Where the request stands`}>
        {stops(of, events).map((stop) => (
          <li
            key={stop.state}
            className={classes(`is-${stop.when}`)}
            aria-current={stop.when === "now" ? "step" : undefined}
          >
            {word("state", stop.state)}
            <When of={stop} />
            {stop.reason ? <small>{stop.reason}</small> : null}
          </li>
        ))}
      </ol>
      <ZoneOfDays />
    </>
  );
}

function When({ of: { at, when } }: { of: Stop }) {
  if (!at) return null;
  return (
    <small>
      {when === "now" ? (
        <Trans>
          since <Day at={at} />
        </Trans>
      ) : (
        <Day at={at} />
      )}
    </small>
  );
}
