import { Trans } from "@lingui/react/macro";
import { Link } from "./Link";

const FORMATS = ["csv", "xlsx", "geojson", "ndjson"];

/** A list as a file, in each of its formats. */
export function FileLinks({ href }: { href: (format: string) => string }) {
  return (
    <p className="directory-files no-print">
      <span className="muted">
        <Trans>This list as a file:</Trans>
      </span>
      {FORMATS.map((format) => (
        <Link key={format} href={href(format)}>
          {format.toUpperCase()}
        </Link>
      ))}
    </p>
  );
}
