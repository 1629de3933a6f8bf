import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { CopyCount, MyCopies, NoCopies } from "@/features/projects/copying/MyCopies";
import { ownCopiesQuery } from "@/features/projects/copying/queries";
import { Page } from "@/ui/Page";
import { Guard } from "../Guard";
import { Listing } from "../Listing";
import { useShown } from "../useShown";

export function MyCopiesPage() {
  const { t } = useLingui();
  return (
    <Guard>
      <Page
        title={t`Copied projects`}
        up={[{ href: "/desk", label: t`My desk` }]}
        lead={
          <Trans>
            What your organisations do again, and what others do again of yours. It counts once both
            sides have confirmed it.
          </Trans>
        }
      >
        <Copies />
      </Page>
    </Guard>
  );
}

function Copies() {
  const answer = useQuery(ownCopiesQuery(useShown().shown));
  return (
    <div className="section">
      <Listing answer={answer} count={(total) => <CopyCount total={total} />} empty={<NoCopies />}>
        {(rows) => (rows.length > 0 ? <MyCopies rows={rows} /> : null)}
      </Listing>
    </div>
  );
}
