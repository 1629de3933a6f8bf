import { Trans, useLingui } from "@lingui/react/macro";
import { DataTable } from "@/ui/DataTable";
import { Link } from "@/ui/Link";

/** Whole sets as files. */
export function Downloads() {
  const { t } = useLingui();
  const files = [
    {
      what: t`All networks`,
      format: "CSV",
      href: "/api/v1/networks?format=csv",
      use: t`For any spreadsheet: one line a network`,
    },
    {
      what: t`All networks`,
      format: "XLSX",
      href: "/api/v1/networks?format=xlsx",
      use: t`For Excel and LibreOffice`,
    },
    {
      what: t`All networks`,
      format: "JSON",
      href: "/api/v1/networks?format=json&limit=100",
      use: t`For programs: up to 100 networks a page, as on this site`,
    },
    {
      what: t`All networks`,
      format: "NDJSON",
      href: "/api/v1/networks?format=ndjson",
      use: t`For programs: one record a line`,
    },
    {
      what: t`All networks`,
      format: "GeoJSON",
      href: "/api/v1/networks?format=geojson",
      use: t`For maps: the places the networks name`,
    },
    {
      what: t`All topics`,
      format: "JSON",
      href: "/api/v1/topic-schemes",
      use: t`Every scheme with its topics, in four languages`,
    },
  ];
  return (
    <>
      <DataTable
        caption={<Trans>Files to download</Trans>}
        silentCaption
        rows={files}
        rowKey={(file) => file.href}
        columns={[
          {
            key: "file",
            heading: t`File`,
            cell: ({ what, format, href }) => (
              <Link href={href}>
                {what}, {format}
              </Link>
            ),
          },
          { key: "use", heading: t`What for`, cell: ({ use }) => use },
        ]}
      />
      <p className="small muted opendata-note">
        <Trans>
          Every list of the directory can be downloaded in the same formats: set filters there, then
          choose the file.
        </Trans>
      </p>
    </>
  );
}
