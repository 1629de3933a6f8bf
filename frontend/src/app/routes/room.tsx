import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { roomQuery } from "@/features/rooms/queries";
import { RoomView } from "@/features/rooms/RoomView";
import { useLanguage } from "@/i18n/useLanguage";
import { Page } from "@/ui/Page";
import { ErrorState, Skeleton } from "@/ui/States";
import { useText } from "@/ui/Text";
import { Guard } from "../Guard";

export function RoomPage() {
  return (
    <Guard>
      <Room />
    </Guard>
  );
}

function Room() {
  const { t } = useLingui();
  const text = useText();
  const language = useLanguage();
  const { id } = useParams({ from: "/rooms/$id" });
  const answer = useQuery(roomQuery(id));
  if (answer.isPending) {
    return (
      <div className="wrap page">
        <Skeleton page rows={8} />
      </div>
    );
  }
  // What was here stays here while the line is down.
  if (!answer.data) {
    return (
      <Page title={t`Room`} up={[{ href: "/me/rooms", label: t`My rooms` }]}>
        <div className="section">
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        </div>
      </Page>
    );
  }
  const { data: room, tag } = answer.data;
  const names = new Intl.ListFormat(language).format(room.people.map(({ name }) => name));
  return (
    <Page
      title={text(room.title)}
      up={[{ href: "/me/rooms", label: t`My rooms` }]}
      lead={names ? <Trans>Here meet {names}.</Trans> : undefined}
    >
      <RoomView key={room.id} room={room} tag={tag} />
    </Page>
  );
}
