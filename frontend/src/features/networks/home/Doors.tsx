import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@/ui/Link";

/** The rooms that exist, each with what it is good for. */
export function Doors() {
  const { t } = useLingui();
  const doors = [
    {
      href: "/networks",
      name: t`Network directory`,
      says: t`Search and filter all networks. Every fact has its source, every gap is shown.`,
    },
    {
      href: "/networks/find",
      name: t`Find your network`,
      says: t`Describe your city. You get the networks that fit, each with its reasons.`,
    },
    {
      href: "/networks/analysis",
      name: t`Analysis`,
      says: t`Who founded them, since when, with whom, and what nobody has stated.`,
    },
    {
      href: "/projects",
      name: t`Projects`,
      says: t`What other cities tried, what it cost and what they learned, failures included.`,
    },
    {
      href: "/topics",
      name: t`Topics`,
      says: t`What cities work on, with guiding questions and the networks behind it.`,
    },
    {
      href: "/open-data",
      name: t`Open data`,
      says: t`Take all records with you as a file or through the interface, free to reuse.`,
    },
  ];
  return (
    <section className="section" aria-labelledby="doors-title">
      <h2 className="h2 doors-title" id="doors-title">
        <Trans>Where do you want to go?</Trans>
      </h2>
      <ul className="doors">
        {doors.map((door) => (
          <li key={door.href}>
            <Link href={door.href} className="h3">
              {door.name}
            </Link>
            <p className="small muted">{door.says}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
