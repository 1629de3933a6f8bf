import { Trans, useLingui } from "@lingui/react/macro";
import { Reviews } from "@/features/projects/editing/Reviews";
import { Page } from "@/ui/Page";
import { Guard } from "../Guard";
import { useShown } from "../useShown";

export function ReviewsPage() {
  const { t } = useLingui();
  return (
    <Guard>
      <Page
        title={t`Reviews`}
        up={[{ href: "/desk", label: t`My desk` }]}
        lead={
          <Trans>
            Projects of other organisations, submitted to be read by you or another peer before
            everybody sees them.
          </Trans>
        }
      >
        <Reviews {...useShown()} />
      </Page>
    </Guard>
  );
}
