import { Trans, useLingui } from "@lingui/react/macro";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Link } from "@/ui/Link";
import { useText } from "@/ui/Text";
import type { Seat } from "./queries";
import { nameOf } from "./records";
import { useWord } from "./words";

/** What a seat is called: its city, its ministry, or what the person on it is. */
export function useSeatName(): (seat: Seat) => string {
  const { t } = useLingui();
  const text = useText();
  return (seat) => {
    if (seat.representative?.is_focal_point) return t`Focal point`;
    if (seat.organisation) return text(seat.organisation.label) || seat.organisation.name;
    return seat.kind === "national" ? t`Representative` : t`City not named yet`;
  };
}

/** A seat on the board: ink for a country, yellow for a city, an outline as long as nobody is confirmed. */
export function SeatPlate({ seat, href }: { seat: Seat; href: string }) {
  const language = useLanguage();
  const word = useWord();
  const name = useSeatName()(seat);
  const person = nameOf(seat.representative);
  const deputy = nameOf(seat.deputy);
  return (
    <Link className={`seat seat-${seat.kind} is-${seat.state}`} href={href}>
      <b>{name}</b>
      <span className="vh">, {countryName(seat.country, language)}: </span>
      <small>{word("seat_state", seat.state)}</small>
      {person ? <small>{person}</small> : null}
      {seat.deputy ? (
        <small>{deputy ? <Trans>Deputy: {deputy}</Trans> : <Trans>With a deputy</Trans>}</small>
      ) : null}
    </Link>
  );
}
