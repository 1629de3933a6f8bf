import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { meQuery } from "@/api/me";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { ErrorState, Skeleton } from "@/ui/States";
import { countrySeatsQuery, type Seat, seatQuery } from "./queries";
import { nameOf } from "./records";
import { SeatDialog } from "./SeatDialog";
import { useSeatName } from "./SeatPlate";
import { useWord } from "./words";
import "./seats.scss";

/** On the desk of a country's focal point: the country's seats, and whom they may nominate. Nothing for all others. */
export function MyCountry() {
  const me = useQuery(meQuery()).data?.data;
  const id = me?.grants.find(
    (grant) => grant.role === "national_representative" && grant.on_kind === "seat",
  )?.on_id;
  const own = useQuery({ ...seatQuery(id ?? "", true), enabled: id !== undefined }).data?.data;
  if (!own?.representative?.is_focal_point) return null;
  return <Seats own={own} />;
}

function Seats({ own }: { own: Seat }) {
  const { t } = useLingui();
  const language = useLanguage();
  const answer = useQuery(countrySeatsQuery(own.network, own.country));
  const [open, setOpen] = useState<string>();
  const country = countryName(own.country, language);

  const seats = answer.data?.items.filter((seat) => seat.id !== own.id && !seat.valid_to) ?? [];
  return (
    <section>
      <h2 className="h2">{t`Seats of ${country}`}</h2>
      {answer.isPending ? (
        <Skeleton rows={3} />
      ) : answer.isError ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : (
        <>
          <p className="my-seat-lead muted">
            <Trans>
              As the focal point you nominate for these seats; the secretariat confirms.
            </Trans>
          </p>
          <ul className="my-seats">
            {seats.map((seat) => (
              <SeatRow key={seat.id} seat={seat} onOpen={() => setOpen(seat.id)} />
            ))}
          </ul>
        </>
      )}
      <SeatDialog
        seat={seats.find((seat) => seat.id === open)}
        isStaff={false}
        onClose={() => setOpen(undefined)}
      />
    </section>
  );
}

function SeatRow({ seat, onOpen }: { seat: Seat; onOpen: () => void }) {
  const word = useWord();
  const name = useSeatName()(seat);
  const person = nameOf(seat.representative);
  return (
    <li>
      <span>
        <b>{name}</b>{" "}
        <Badge tone={seat.state === "confirmed" ? "ok" : undefined}>
          {word("seat_state", seat.state)}
        </Badge>
        {person ? <span className="small muted"> {person}</span> : null}
      </span>
      <Button onClick={onOpen}>
        {seat.may.includes("nominate") ? (
          <Trans>
            Nominate<span className="vh"> somebody for {name}</span>
          </Trans>
        ) : (
          <Trans>
            Open<span className="vh"> {name}</span>
          </Trans>
        )}
      </Button>
    </li>
  );
}
