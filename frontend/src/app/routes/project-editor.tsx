import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type DeskView, ProjectDesk } from "@/features/projects/editing/ProjectDesk";
import { deskQuery } from "@/features/projects/editing/queries";
import { Page } from "@/ui/Page";
import { ErrorState, Skeleton } from "@/ui/States";
import { Text, useText } from "@/ui/Text";
import { useAddress } from "../address";
import { Guard } from "../Guard";

export function ProjectEditorPage() {
  return (
    <Guard>
      <Desk />
    </Guard>
  );
}

function Desk() {
  const { t } = useLingui();
  const text = useText();
  const { id } = useParams({ from: "/projects/$id/desk" });
  const address = useAddress();
  const seen = useQuery(deskQuery(id));
  const desk = { href: "/desk", label: t`My desk` };
  if (seen.isPending) {
    return (
      <div className="wrap page">
        <Skeleton page rows={8} />
      </div>
    );
  }
  if (seen.isError) {
    return (
      <Page title={t`Project`} up={[desk]}>
        <div className="section">
          <ErrorState error={seen.error} onRetry={() => void seen.refetch()} />
        </div>
      </Page>
    );
  }
  const { work, live, organisation, may } = seen.data.data;
  const isReview = may.includes("approve") || may.includes("request_changes");
  const up = [
    desk,
    isReview
      ? { href: "/me/reviews", label: t`Reviews` }
      : { href: "/me/projects", label: t`My projects` },
  ];
  const title = text((work ?? live)?.title);
  const asked = address.one("view");
  const view = asked === "live" || asked === "history" ? asked : "work";
  const named = (next: DeskView) => ({ view: next === "work" ? undefined : next });
  return (
    <Page
      title={title}
      heading={<Text of={(work ?? live)?.title} />}
      up={up}
      lead={<Text of={organisation.label} />}
    >
      <ProjectDesk
        key={id}
        seen={seen.data}
        view={view}
        hrefOf={(next) => address.href(named(next))}
        go={(next) => address.go(named(next))}
      />
    </Page>
  );
}
