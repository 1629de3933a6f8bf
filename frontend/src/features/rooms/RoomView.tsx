import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense } from "react";
import { meQuery } from "@/api/me";
import { allWords } from "@/i18n/language";
import { Notice } from "@/ui/Notice";
import { Skeleton } from "@/ui/States";
import { Agenda } from "./Agenda";
import { Documents } from "./Documents";
import { PrivateNote } from "./PrivateNote";
import type { Inside, Room } from "./queries";
import { Tasks } from "./Tasks";
import "./rooms.scss";

const LiveNote = lazy(async () => {
  const [{ LiveNote: Live }] = await Promise.all([import("./note/LiveNote"), allWords()]);
  return { default: Live };
});

/** A room with everything that lies in it; the staff is told that it exists. */
export function RoomView({ room, tag }: { room: Room; tag: string }) {
  if (!room.inside) {
    return (
      <div className="section">
        <Notice title={<Trans>Only those who meet here see what lies in this room.</Trans>} />
      </div>
    );
  }
  return <InsideView room={room} inside={room.inside} tag={tag} />;
}

function InsideView({ room, inside, tag }: { room: Room; inside: Inside; tag: string }) {
  const { t } = useLingui();
  const me = useQuery(meQuery()).data?.data;
  const isOpen = room.closed_at === null;
  return (
    <div className="room">
      {isOpen ? null : (
        <Notice title={<Trans>This room is closed.</Trans>}>
          <Trans>Everything in it stays readable; nothing is written in it any more.</Trans>
        </Notice>
      )}
      <div className="room-columns">
        <div>
          <RoomPart id="note" title={t`Shared note`} readers={<Everybody />}>
            <Suspense fallback={<Skeleton rows={6} />}>
              {me ? (
                <LiveNote room={room.id} me={{ id: me.id, name: me.name }} writable={isOpen} />
              ) : null}
            </Suspense>
          </RoomPart>
          <RoomPart
            id="private"
            title={t`My own note`}
            readers={
              <Trans>Only you read this: not the others in the room, not the secretariat.</Trans>
            }
          >
            <PrivateNote room={room.id} />
          </RoomPart>
        </div>
        <div>
          <RoomPart id="agenda" title={t`Agenda`}>
            <Agenda room={room.id} items={inside.agenda} tag={tag} writable={isOpen} />
          </RoomPart>
          <RoomPart id="tasks" title={t`Action items`}>
            <Tasks room={room} tasks={inside.tasks} writable={isOpen} />
          </RoomPart>
          <RoomPart id="documents" title={t`Documents`} readers={<Everybody />}>
            <Documents room={room.id} documents={inside.documents} writable={isOpen} />
          </RoomPart>
        </div>
      </div>
    </div>
  );
}

function Everybody() {
  return <Trans>Everybody in this room reads this.</Trans>;
}

type RoomPartProps = { id: string; title: string; readers?: ReactNode; children: ReactNode };

/** One thing in the room, and who reads it. */
function RoomPart({ id, title, readers, children }: RoomPartProps) {
  return (
    <section id={id} className="room-part" aria-labelledby={`${id}-title`}>
      <h2 className="h2" id={`${id}-title`}>
        {title}
      </h2>
      {readers ? <p className="small muted">{readers}</p> : null}
      {children}
    </section>
  );
}
