import { Trans, useLingui } from "@lingui/react/macro";
import { NoticeList } from "@/features/notices/NoticeList";
import { NoticeSettings } from "@/features/notices/NoticeSettings";
import { Link } from "@/ui/Link";
import { Page } from "@/ui/Page";
import { Guard } from "../Guard";
import { useShown } from "../useShown";

/** What the reader was told, and how they want to be told. */
export function NoticesPage() {
  const { t } = useLingui();
  return (
    <Guard>
      <Page
        title={t`Notices`}
        up={[{ href: "/desk", label: t`My desk` }]}
        lead={
          <Trans>What happened that concerns you. What you have read goes after 90 days.</Trans>
        }
      >
        <div className="notices">
          <section>
            <NoticeList {...useShown()} />
          </section>
          <section>
            <h2 className="h2">
              <Trans>How you are told</Trans>
            </h2>
            <NoticeSettings />
            <p>
              <Link href="/me/following">
                <Trans>Letters about what you follow</Trans>
              </Link>
            </p>
          </section>
        </div>
      </Page>
    </Guard>
  );
}
