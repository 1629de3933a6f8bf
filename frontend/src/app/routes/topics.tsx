import { Trans, useLingui } from "@lingui/react/macro";
import { Schemes } from "@/features/topics/Schemes";
import { Page } from "@/ui/Page";

export function TopicsPage() {
  const { t } = useLingui();
  return (
    <Page
      title={t`Topics`}
      lead={
        <Trans>
          What cities work on, sorted in several ways: from fields of action to the goals of the
          United Nations.
        </Trans>
      }
    >
      <Schemes />
    </Page>
  );
}
