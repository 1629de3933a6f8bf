import { Trans, useLingui } from "@lingui/react/macro";
import { useLocation } from "@tanstack/react-router";
import { Following } from "@/features/following/Following";
import { Unsubscribe } from "@/features/following/Unsubscribe";
import { Page } from "@/ui/Page";
import { Guard } from "../Guard";

export function FollowingPage() {
  const { t } = useLingui();
  return (
    <Guard>
      <Page
        title={t`What you follow`}
        up={[{ href: "/desk", label: t`My desk` }]}
        lead={<Trans>Your desk and, if you want, a letter tell what is new of it.</Trans>}
      >
        <Following />
      </Page>
    </Guard>
  );
}

/** Nobody has to sign in to be written to no more. */
export function UnsubscribePage() {
  const { t } = useLingui();
  const token = useLocation({ select: ({ hash }) => hash });
  return (
    <Page
      title={t`No more letters of this kind`}
      lead={
        <Trans>Everything else stays as it is: what you follow, your notices and your desk.</Trans>
      }
    >
      <div className="section">
        <Unsubscribe token={token} />
      </div>
    </Page>
  );
}
