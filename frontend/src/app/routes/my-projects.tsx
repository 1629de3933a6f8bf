import { Trans, useLingui } from "@lingui/react/macro";
import { MyProjects } from "@/features/projects/editing/MyProjects";
import { Page } from "@/ui/Page";
import { Guard } from "../Guard";
import { useShown } from "../useShown";

export function MyProjectsPage() {
  const { t } = useLingui();
  return (
    <Guard>
      <Page
        title={t`My projects`}
        up={[{ href: "/desk", label: t`My desk` }]}
        lead={
          <Trans>
            Everything your organisations have written, with what everybody sees and what is still
            at work.
          </Trans>
        }
      >
        <MyProjects {...useShown()} />
      </Page>
    </Guard>
  );
}
