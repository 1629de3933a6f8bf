import { Trans, useLingui } from "@lingui/react/macro";
import { NewForm } from "@/features/organisations/editing/NewForm";
import { Page } from "@/ui/Page";
import { Guard } from "../Guard";

export function OrganisationNewPage() {
  const { t } = useLingui();
  return (
    <Guard needs={["secretariat", "administrator"]}>
      <Page
        title={t`New organisation`}
        lead={<Trans>Look first whether it is in the directory under another name.</Trans>}
        up={[{ href: "/organisations", label: t`Cities and organisations` }]}
      >
        <NewForm />
      </Page>
    </Guard>
  );
}
