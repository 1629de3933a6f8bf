import { Trans } from "@lingui/react/macro";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Link } from "@/ui/Link";
import { Text } from "@/ui/Text";
import { Period } from "../Period";
import type { Member } from "./records";

/** Who holds the network together; no member of it and not counted as one. */
export function Host({ host }: { host: Member }) {
  const language = useLanguage();
  const name = host.country ? countryName(host.country, language) : host.name;
  return (
    <section className="host">
      <h2 className="h3">
        <Trans>Host, not counted as a member</Trans>
      </h2>
      <p>
        {host.country ? <Link href={`/countries/${host.country}`}>{name}</Link> : name}
        {host.organisation ? (
          <>
            {", "}
            <Link href={`/organisations/${host.organisation.slug}`}>
              <Text of={host.organisation.label} />
            </Link>
          </>
        ) : null}
      </p>
      <p className="small">
        <Period from={host.valid_from} to={host.valid_to} observed={host.observed_on} />
      </p>
    </section>
  );
}
