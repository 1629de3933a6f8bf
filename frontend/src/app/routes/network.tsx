import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { Problem } from "@/api/problem";
import { FollowButton } from "@/features/following/FollowButton";
import { Citation, Completeness, History } from "@/features/networks/profile/Aside";
import { Fields } from "@/features/networks/profile/Fields";
import { Relations } from "@/features/networks/profile/Relations";
import { networkQuery } from "@/features/networks/queries";
import { schemesQuery } from "@/features/topics/queries";
import { useLabel } from "@/i18n/labels";
import { LinkButton } from "@/ui/Button";
import { PartialDate } from "@/ui/Dates";
import { FactBar } from "@/ui/FactBar";
import { Glyph } from "@/ui/Glyph";
import { NotStated } from "@/ui/NotStated";
import { Page } from "@/ui/Page";
import { ErrorState } from "@/ui/States";
import { Text, useText } from "@/ui/Text";
import { useAfterPaint } from "@/ui/useAfterPaint";
import { awaited } from "../awaited";
import { SeatsLink } from "../SeatsLink";
import "@/features/networks/profile/profile.scss";

export function NetworkPage() {
  const { t } = useLingui();
  const text = useText();
  const label = useLabel();
  const navigate = useNavigate();
  const { slug } = useParams({ from: "/networks/$slug" });
  const answer = useQuery(networkQuery(slug));
  const painted = useAfterPaint(answer.isSuccess);
  const schemes = useQuery({ ...schemesQuery(), enabled: painted });
  const present = answer.data?.slug;
  const up = [{ href: "/networks", label: t`Networks` }];

  // An old slug leads to the present one; the address says so.
  useEffect(() => {
    if (present && present !== slug) void navigate({ href: `/networks/${present}`, replace: true });
  }, [present, slug, navigate]);

  if (answer.isPending) return awaited({ up, rows: 12 });
  if (answer.isError) {
    const gone = answer.error instanceof Problem && answer.error.status === 404;
    return (
      <Page title={gone ? t`This network is not in the directory` : t`Network`} up={up}>
        <div className="section">
          {gone ? (
            <LinkButton href="/networks">
              <Trans>See all networks</Trans>
            </LinkButton>
          ) : (
            <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
          )}
        </div>
      </Page>
    );
  }
  const network = answer.data;
  const topics = new Map(
    (schemes.data?.items ?? []).flatMap((scheme) =>
      scheme.topics.map((topic) => [topic.id, topic.label] as const),
    ),
  );
  const end = network.end_year === null ? null : String(network.end_year);
  return (
    <Page
      title={text(network.name)}
      heading={<Text of={network.name} />}
      lead={<Text of={network.summary} told />}
      up={up}
    >
      <div className="profile-head">
        <p className="small muted">
          {network.long_name ? <Text of={network.long_name} /> : null}
          {network.abbreviation ? ` (${network.abbreviation})` : null}
        </p>
        <div className="button-row no-print">
          <LinkButton href={`/networks/${network.slug}/members`}>
            <Trans>Members by day</Trans>
          </LinkButton>
          {painted ? <SeatsLink slug={network.slug} /> : null}
          <LinkButton href={`/networks/${network.slug}/apply`}>
            <Trans>Apply to join</Trans>
          </LinkButton>
          <LinkButton href={`/networks?compare=${network.slug}`}>
            <Trans>Compare with others</Trans>
          </LinkButton>
          <FollowButton kind="network" id={network.slug} />
        </div>
      </div>
      <FactBar
        facts={[
          { term: t`Category`, value: label("category", network.category) },
          {
            term: t`How it began`,
            value: (
              <>
                <Glyph type={network.founding_type} silent />{" "}
                {label("founding_type", network.founding_type)}
              </>
            ),
          },
          {
            term: t`Founded`,
            value: network.founded ? <PartialDate value={network.founded} /> : <NotStated />,
          },
          {
            term: t`Runs until`,
            value:
              end ??
              (network.duration_kind ? label("duration", network.duration_kind) : <NotStated />),
          },
          { term: t`Reach`, value: label("scope", network.geographic_scope) },
          { term: t`Life`, value: label("life", network.life) },
        ]}
      />
      <div className="profile">
        <Fields network={network} topics={topics} />
        <aside>
          <Completeness network={network} />
          {painted ? <Relations slug={network.slug} /> : null}
          <Citation network={network} />
          <History slug={network.slug} />
        </aside>
      </div>
    </Page>
  );
}
