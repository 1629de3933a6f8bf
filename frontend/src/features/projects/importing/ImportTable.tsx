import { Plural, useLingui } from "@lingui/react/macro";
import { formatInstant } from "@/i18n/dates";
import { useLanguage } from "@/i18n/useLanguage";
import { DataTable } from "@/ui/DataTable";
import { Link } from "@/ui/Link";
import type { ImportLine } from "./queries";
import { useWord } from "./words";

type ImportTableProps = { items: readonly ImportLine[]; href: (id: string) => string };

/** One's own imports and how far each has come. */
export function ImportTable({ items, href }: ImportTableProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const word = useWord();
  return (
    <DataTable
      caption={t`My imports`}
      silentCaption
      columns={[
        {
          key: "file",
          heading: t`File`,
          cell: (row: ImportLine) => <Link href={href(row.id)}>{row.file_name}</Link>,
        },
        { key: "source", heading: t`Source`, cell: ({ source }) => source },
        {
          key: "when",
          heading: t`Uploaded`,
          cell: ({ created_at: at }) => <time dateTime={at}>{formatInstant(at, language)}</time>,
        },
        { key: "state", heading: t`State`, cell: ({ state }) => word("state", state) },
        {
          key: "counts",
          heading: t`Rows`,
          cell: ({ counts: { read, refused } }) => (
            <>
              <Plural value={read} one="# read" other="# read" />
              {refused > 0 ? (
                <>
                  {", "}
                  <Plural value={refused} one="# refused" other="# refused" />
                </>
              ) : null}
            </>
          ),
        },
      ]}
      rows={items}
      rowKey={(row) => row.id}
    />
  );
}
