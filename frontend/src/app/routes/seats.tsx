import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Problem } from "@/api/problem";
import { STAFF, useHolds } from "@/api/useHolds";
import { useSession } from "@/api/useSession";
import { networkQuery } from "@/features/networks/queries";
import { allOrganisationsQuery } from "@/features/organisations/queries";
import { Board } from "@/features/seats/Board";
import { Countries } from "@/features/seats/Countries";
import { DecideRules } from "@/features/seats/DecideRules";
import { WhatIf } from "@/features/seats/dryrun/WhatIf";
import { Findings } from "@/features/seats/Findings";
import { Machine } from "@/features/seats/Machine";
import { OpenSeat } from "@/features/seats/OpenSeat";
import { rulesQuery, seatsQuery } from "@/features/seats/queries";
import { RulesInForce } from "@/features/seats/RulesInForce";
import { RulesVersions } from "@/features/seats/RulesVersions";
import { SeatDialog } from "@/features/seats/SeatDialog";
import { formatPartialDate } from "@/i18n/dates";
import { useLanguage } from "@/i18n/useLanguage";
import { LinkButton } from "@/ui/Button";
import { Page } from "@/ui/Page";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { Text, useText } from "@/ui/Text";
import { useAddress } from "../address";
import "@/features/seats/seats.scss";

export function SeatsPage() {
  const { t } = useLingui();
  const text = useText();
  const language = useLanguage();
  const address = useAddress();
  const { slug } = useParams({ from: "/networks/$slug/seats" });
  const isIn = useSession() === "in";
  const isStaff = useHolds(STAFF);
  const network = useQuery(networkQuery(slug));
  const seats = useQuery(seatsQuery(slug, isIn));
  const rules = useQuery(rulesQuery(slug));
  const organisations = useQuery({
    ...allOrganisationsQuery({ network: [slug] }),
    enabled: isStaff,
  });
  const networks = [{ href: "/networks", label: t`Networks` }];
  const failed = [network, seats, rules].find((each) => each.isError);

  if (failed?.error) {
    const gone = failed.error instanceof Problem && failed.error.status === 404;
    return (
      <Page
        title={gone ? t`This network is not in the directory` : t`Seats and rules`}
        up={networks}
      >
        <div className="section">
          {gone ? (
            <LinkButton href="/networks">
              <Trans>See all networks</Trans>
            </LinkButton>
          ) : (
            <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
          )}
        </div>
      </Page>
    );
  }
  if (!network.data || !seats.data || !rules.data) {
    return (
      <div className="wrap page">
        <Skeleton page rows={10} />
      </div>
    );
  }
  const { items: versions, standing, warnings } = rules.data;
  const now = versions.find((each) => each.in_force);
  const today = formatPartialDate(new Date().toISOString().slice(0, 10), language);
  const name = text(network.data.label);
  const open = seats.data.filter((seat) => seat.valid_to === null);
  const chosen = open.find((seat) => seat.id === address.one("seat"));

  return (
    <Page
      title={t`Seats and rules of ${name}`}
      heading={t`Seats and rules`}
      up={[...networks, { href: `/networks/${slug}`, label: <Text of={network.data.label} /> }]}
      lead={
        now ? (
          <Trans>
            {name}, as on {today}, by the rules of {formatPartialDate(now.valid_from, language)}.
          </Trans>
        ) : (
          <Trans>
            {name}, as on {today}. No rules are recorded.
          </Trans>
        )
      }
    >
      <Countries taken={standing.partner_countries} range={now?.bounds.countries} />
      {open.length + standing.countries.length > 0 ? (
        <Board
          seats={open}
          standing={standing}
          bounds={now?.bounds}
          href={(seat) => address.href({ seat: seat.id })}
        />
      ) : (
        <div className="section">
          <EmptyState
            says={<Trans>No seat of this network is recorded.</Trans>}
            why={<Trans>Not every network has seats.</Trans>}
          />
        </div>
      )}
      {isStaff ? (
        <div className="section-head seat-acts">
          <OpenSeat
            network={slug}
            countries={standing.countries.map((each) => each.country)}
            organisations={(organisations.data ?? []).map((each) => ({
              slug: each.slug,
              label: text(each.label),
              country: each.country,
            }))}
          />
        </div>
      ) : null}
      <SeatDialog seat={chosen} isStaff={isStaff} onClose={() => address.go({ seat: undefined })} />
      {warnings.length > 0 ? (
        <section className="section">
          <div className="section-head">
            <h2 className="h2">
              <Trans>What the rules still ask for</Trans>
            </h2>
          </div>
          <div className="findings-columns">
            <Findings warnings={warnings} />
          </div>
        </section>
      ) : null}
      <section className="section" id="what-if">
        <div className="section-head">
          <h2 className="h2">
            <Trans>Dry run: nothing is changed, nobody is told</Trans>
          </h2>
        </div>
        <WhatIf
          network={slug}
          standing={standing}
          bounds={now?.bounds}
          asked={address.many("if")}
          onAsk={(asked) => address.go({ if: asked })}
        />
      </section>
      <section className="section" id="rules">
        <div className="section-head">
          <h2 className="h2">
            {now ? <Trans>The rules in force</Trans> : <Trans>No rules are in force</Trans>}
          </h2>
          {isStaff ? <DecideRules network={slug} bounds={now?.bounds} /> : null}
        </div>
        {now ? <RulesInForce rules={now} /> : null}
        {versions.length > 0 ? <RulesVersions versions={versions} /> : null}
      </section>
      <section className="section" id="how">
        <div className="section-head">
          <h2 className="h2">
            <Trans>How seats work</Trans>
          </h2>
        </div>
        <Machine />
      </section>
    </Page>
  );
}
