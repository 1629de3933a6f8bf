import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type Me, meQuery } from "@/api/me";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Link } from "@/ui/Link";
import { ErrorState, Skeleton } from "@/ui/States";
import { seatQuery } from "./queries";
import { SeatInside } from "./SeatDialog";
import { useSeatName } from "./SeatPlate";
import "./seats.scss";

/** The seats that somebody holds, or acts on as a deputy. */
function heldBy(me: Me): { id: string; asDeputy: boolean }[] {
  return me.grants
    .filter((grant) => grant.on_kind === "seat" || grant.on_kind === "deputy")
    .map((grant) => ({ id: grant.on_id, asDeputy: grant.on_kind === "deputy" }));
}

/** On the desk: each seat of the reader, and what may be done about it. Nothing for whoever has none. */
export function MySeats() {
  const me = useQuery(meQuery()).data?.data;
  const held = me ? heldBy(me) : [];
  return held.map((seat) => <MySeat key={seat.id} {...seat} />);
}

function MySeat({ id, asDeputy }: { id: string; asDeputy: boolean }) {
  const { t } = useLingui();
  const language = useLanguage();
  const name = useSeatName();
  const answer = useQuery(seatQuery(id, true));

  if (answer.isPending) return <Skeleton rows={4} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const { data: seat } = answer.data;
  const country = countryName(seat.country, language);
  return (
    <section>
      <div className="section-head">
        <h2 className="h2">{asDeputy ? t`The seat you are the deputy for` : t`Your seat`}</h2>
        <Link href={`/networks/${seat.network}/seats`}>
          <Trans>All seats of the network</Trans>
        </Link>
      </div>
      <p className="my-seat-name">
        {name(seat)}, {country}
      </p>
      <SeatInside seat={seat} isStaff={false} isOwn={!asDeputy} />
      {seat.may.includes("step_down") ? (
        <p className="my-seat-lead small muted">
          <Trans>
            Whoever steps down is signed out, and signs in again with the roles that are left.
          </Trans>
        </p>
      ) : null}
    </section>
  );
}
