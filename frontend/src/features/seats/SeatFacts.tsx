import { Trans } from "@lingui/react/macro";
import { Badge } from "@/ui/Badge";
import { PartialDate } from "@/ui/Dates";
import { Link } from "@/ui/Link";
import { NotStated } from "@/ui/NotStated";
import { Text } from "@/ui/Text";
import type { Person, Seat } from "./queries";
import { useWord } from "./words";

/** What is known of a seat: state, organisation, people, and the sources. */
export function SeatFacts({ seat, isOwn }: { seat: Seat; isOwn?: boolean | undefined }) {
  const word = useWord();
  return (
    <dl className="seat-facts">
      <div>
        <dt>
          <Trans>State</Trans>
        </dt>
        <dd>
          <Badge tone={seat.state === "confirmed" ? "ok" : undefined}>
            {word("seat_state", seat.state)}
          </Badge>{" "}
          {word("seat_kind", seat.kind)}
        </dd>
      </div>
      {seat.organisation ? (
        <div>
          <dt>
            <Trans>Organisation</Trans>
          </dt>
          <dd>
            <Link href={`/organisations/${seat.organisation.slug}`}>
              <Text of={seat.organisation.label} />
            </Link>
          </dd>
        </div>
      ) : null}
      <div>
        <dt>
          <Trans>Person</Trans>
        </dt>
        <dd>
          {seat.representative ? (
            <Somebody person={seat.representative} isReader={isOwn} />
          ) : (
            <Trans>Nobody is on this seat.</Trans>
          )}
        </dd>
      </div>
      {seat.deputy ? (
        <div>
          <dt>
            <Trans>Deputy</Trans>
          </dt>
          <dd>
            <Somebody person={seat.deputy} />
          </dd>
        </div>
      ) : null}
      <div>
        <dt>
          <Trans>Since</Trans>
        </dt>
        <dd>
          {seat.valid_from ? <PartialDate value={seat.valid_from} gap /> : <NotStated small />}
          {seat.observed_on ? (
            <span className="muted">
              {" "}
              <Trans>
                seen on <PartialDate value={seat.observed_on} />
              </Trans>
            </span>
          ) : null}
        </dd>
      </div>
      {seat.sources.length > 0 ? (
        <div>
          <dt>
            <Trans>Sources</Trans>
          </dt>
          <dd>
            <ul>
              {seat.sources.map((source) => (
                <li key={JSON.stringify(source.label)}>
                  {source.url ? (
                    <Link href={source.url}>
                      <Text of={source.label} />
                    </Link>
                  ) : (
                    <Text of={source.label} />
                  )}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

function Somebody({ person, isReader }: { person: Person; isReader?: boolean | undefined }) {
  const word = useWord();
  return (
    <>
      {isReader ? (
        <p>
          <Trans>
            You. What others see of you, you choose under <Link href="/my-data">My data</Link>.
          </Trans>
        </p>
      ) : person.contacts.length === 0 ? (
        <p className="muted">
          <Trans>There is somebody; name and contact are not shown to you.</Trans>
        </p>
      ) : (
        <ul>
          {person.contacts.map(({ kind, value }) => (
            <li key={kind}>
              <span className="muted">{word("contact_kind", kind)}:</span> {value}
            </li>
          ))}
        </ul>
      )}
      <p className="small">
        {person.state === "nominated" ? (
          <Trans>Nominated, not confirmed yet.</Trans>
        ) : person.valid_from ? (
          <Trans>
            Confirmed on <PartialDate value={person.valid_from} />.
          </Trans>
        ) : null}{" "}
        {person.is_focal_point ? <Trans>Focal point of the country.</Trans> : null}{" "}
        {person.state === "confirmed" && !person.has_account ? (
          <Trans>Invited, without an account so far.</Trans>
        ) : null}
      </p>
    </>
  );
}
