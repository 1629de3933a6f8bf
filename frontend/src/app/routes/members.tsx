import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { Problem } from "@/api/problem";
import { STAFF, useHolds } from "@/api/useHolds";
import { networkQuery } from "@/features/networks/queries";
import { ByCountry } from "@/features/organisations/members/ByCountry";
import { DayChoice, isDay } from "@/features/organisations/members/DayChoice";
import { Host } from "@/features/organisations/members/Host";
import { MemberMap } from "@/features/organisations/members/MemberMap";
import { MemberTable } from "@/features/organisations/members/MemberTable";
import { linesOf, placedOf } from "@/features/organisations/members/records";
import {
  allOrganisationsQuery,
  membersQuery,
  observedDaysQuery,
} from "@/features/organisations/queries";
import { formatPartialDate } from "@/i18n/dates";
import { useLanguage } from "@/i18n/useLanguage";
import { LinkButton } from "@/ui/Button";
import { Page } from "@/ui/Page";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { Text, useText } from "@/ui/Text";
import { ViewSwitch } from "@/ui/ViewSwitch";
import { useAddress } from "../address";
import { SeatsLink } from "../SeatsLink";
import "@/features/organisations/organisations.scss";

/** For the secretariat. */
const Memberships = lazy(async () => ({
  default: (await import("@/features/memberships/Memberships")).Memberships,
}));

export function MembersPage() {
  const { t } = useLingui();
  const text = useText();
  const language = useLanguage();
  const address = useAddress();
  const { slug } = useParams({ from: "/networks/$slug/members" });
  const asked = address.one("on");
  const isStaff = useHolds(STAFF);
  const on = isDay(asked) ? asked : undefined;
  const network = useQuery(networkQuery(slug));
  const answer = useQuery(membersQuery(slug, on));
  const days = useQuery(observedDaysQuery(slug));
  const everyone = useQuery(allOrganisationsQuery({ network: [slug] }));
  const networks = [{ href: "/networks", label: t`Networks` }];
  const failed = [network, answer].find((each) => each.isError);

  if (failed?.error) {
    const gone = failed.error instanceof Problem && failed.error.status === 404;
    return (
      <Page title={gone ? t`This network is not in the directory` : t`Members`} up={networks}>
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
  if (!network.data || !answer.data) {
    return (
      <div className="wrap page">
        <Skeleton page rows={8} />
      </div>
    );
  }
  const { items, host, on: shown } = answer.data;
  const known = new Map((everyone.data ?? []).map((each) => [each.slug, each]));
  const lines = linesOf(items, known);
  const count = (kind: string) => lines.filter((line) => line.is === kind).length;
  const countries = count("country");
  const cities = count("city");
  const others = lines.length - countries;
  const day = formatPartialDate(shown, language);
  const name = text(network.data.label);
  const view = address.one("view") ?? "list";
  const views = { list: t`List`, country: t`By country`, map: t`Map` };

  return (
    <Page
      title={t`Members of ${name}`}
      here={t`Members`}
      up={[...networks, { href: `/networks/${slug}`, label: <Text of={network.data.label} /> }]}
      lead={<Trans>Who belonged to the network on {day}, as far as a source says so.</Trans>}
    >
      <DayChoice
        on={on}
        shown={shown}
        observed={days.data ?? []}
        href={(next) => address.href({ on: next })}
        onDay={(next) => address.go({ on: next })}
      />
      <div className={answer.isPlaceholderData ? "directory-wait" : undefined}>
        <div className="list-head">
          <h2>
            <span role="status">
              {countries > 0 ? (
                <>
                  <Plural value={countries} one="# country" other="# countries" />
                  {others > 0 ? (
                    <>
                      ,{" "}
                      {cities === others ? (
                        <Plural value={cities} one="# city" other="# cities" />
                      ) : (
                        <Plural value={others} one="# city or body" other="# cities and bodies" />
                      )}
                    </>
                  ) : null}
                </>
              ) : (
                <Plural value={others} one="# member" other="# members" />
              )}
            </span>
          </h2>
          <ViewSwitch
            views={Object.entries(views).map(([key, label]) => ({
              href: address.href({ view: key === "list" ? undefined : key }),
              label,
              current: key === view,
            }))}
          />
        </div>
        {lines.length === 0 ? (
          <EmptyState
            says={<Trans>No source names a member on {day}.</Trans>}
            why={<Trans>That does not mean that there was none.</Trans>}
            action={
              <LinkButton href={`/networks/${slug}`}>
                <Trans>Read what the profile says</Trans>
              </LinkButton>
            }
          />
        ) : view === "country" ? (
          <ByCountry lines={lines} />
        ) : view === "map" ? (
          <MemberMap lines={lines} placed={placedOf(items, lines, known)} />
        ) : (
          <MemberTable lines={lines} />
        )}
      </div>
      {host ? <Host host={host} /> : null}
      <div className="section button-row no-print">
        <SeatsLink slug={slug} />
      </div>
      {isStaff ? (
        <Suspense fallback={<Skeleton rows={3} />}>
          <Memberships network={slug} />
        </Suspense>
      ) : null}
    </Page>
  );
}
