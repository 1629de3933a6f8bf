import { Trans, useLingui } from "@lingui/react/macro";
import { RoomList } from "@/features/rooms/RoomList";
import { Page } from "@/ui/Page";
import { Guard } from "../Guard";

export function MyRoomsPage() {
  const { t } = useLingui();
  return (
    <Guard>
      <Page
        title={t`My rooms`}
        up={[{ href: "/desk", label: t`My desk` }]}
        lead={
          <Trans>Where you work with others: notes, agendas, documents and what was agreed.</Trans>
        }
      >
        <div className="section">
          <RoomList />
        </div>
      </Page>
    </Guard>
  );
}
