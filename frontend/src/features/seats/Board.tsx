import { Trans, useLingui } from "@lingui/react/macro";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { type Column, DataTable } from "@/ui/DataTable";
import { Link } from "@/ui/Link";
import type { Bounds, Range, Seat, SeatKind, Standing } from "./queries";
import { type CountryRow, numbered, rowsOf } from "./records";
import { SeatPlate } from "./SeatPlate";
import { useRange } from "./useRange";

type BoardProps = {
  seats: readonly Seat[];
  standing: Standing | undefined;
  bounds: Bounds | undefined;
  /** Opens a seat. */
  href: (seat: Seat) => string;
};

/** The seats of a network, a row a country, and how many of them have somebody confirmed. */
export function Board({ seats, standing, bounds, href }: BoardProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const range = useRange();
  const rows = rowsOf(seats, standing, bounds, (code) => countryName(code, language));
  const heading = (word: string, of: Range | undefined) => (of ? `${word}, ${range(of)}` : word);

  const places = (kind: SeatKind) => (row: CountryRow) => (
    <ul className="seat-list">
      {row.seats[kind].map((seat) => (
        <li key={seat.id}>
          <SeatPlate seat={seat} href={href(seat)} />
        </li>
      ))}
      <Outlines row={row} kind={kind} />
    </ul>
  );
  const taken = (kind: SeatKind) => (row: CountryRow) => {
    const confirmed = <b>{row.confirmed[kind]}</b>;
    const bound = bounds?.[kind];
    return bound ? (
      <Trans>
        {confirmed} of {range(bound)}
      </Trans>
    ) : (
      confirmed
    );
  };
  const columns: Column<CountryRow>[] = [
    {
      key: "country",
      heading: t`Country`,
      cell: ({ country }) => (
        <Link href={`/countries/${country}`}>{countryName(country, language)}</Link>
      ),
    },
    {
      key: "national",
      heading: heading(t`National`, bounds?.national),
      cell: places("national"),
    },
    {
      key: "municipal",
      heading: heading(t`Municipal`, bounds?.municipal),
      cell: places("municipal"),
    },
    { key: "national-taken", heading: t`National confirmed`, cell: taken("national") },
    { key: "municipal-taken", heading: t`Municipal confirmed`, cell: taken("municipal") },
  ];
  return (
    <div className="seat-board">
      <DataTable
        caption={t`Seats by country`}
        silentCaption
        columns={columns}
        rows={rows}
        rowKey={(row) => row.country}
      />
    </div>
  );
}

/** Places without a seat: those that the rules ask for first. */
function Outlines({ row, kind }: { row: CountryRow; kind: SeatKind }) {
  const { needed, free } = row.places[kind];
  return (
    <>
      {numbered(needed).map((place) => (
        <li key={`needed ${place}`} className="seat seat-needed">
          <Trans>needed</Trans>
        </li>
      ))}
      {numbered(free).map((place) => (
        <li key={`free ${place}`} className="seat seat-free">
          <Trans>free</Trans>
        </li>
      ))}
    </>
  );
}
