import { useLingui } from "@lingui/react/macro";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { DataTable } from "@/ui/DataTable";
import { Link } from "@/ui/Link";
import { NotStated } from "@/ui/NotStated";
import { Period } from "../Period";
import { usePart } from "../words";
import { MemberName } from "./MemberName";
import type { Line } from "./records";

/** Everyone in one table: who, from where, as what, since when, and when seen. */
export function MemberTable({ lines }: { lines: readonly Line[] }) {
  const { t } = useLingui();
  const part = usePart();
  const language = useLanguage();
  return (
    <DataTable
      caption={t`Members with country, part and dates`}
      silentCaption
      rows={lines}
      rowKey={(line) => line.key}
      columns={[
        { key: "name", heading: t`Member`, cell: (line) => <MemberName line={line} /> },
        {
          key: "country",
          heading: t`Country`,
          cell: ({ country }) =>
            country ? (
              <Link href={`/countries/${country}`}>{countryName(country, language)}</Link>
            ) : (
              <NotStated small />
            ),
        },
        {
          key: "part",
          heading: t`Takes part as`,
          cell: ({ role, state }) => part(role, state),
        },
        {
          key: "dates",
          heading: t`Dates`,
          cell: ({ from, to, observed }) => <Period from={from} to={to} observed={observed} />,
        },
      ]}
    />
  );
}
