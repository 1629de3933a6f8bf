import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Count } from "@/ui/Count";
import { Link } from "@/ui/Link";
import { NoticeRow } from "./NoticeRow";
import { unreadQuery } from "./queries";
import "./notices.scss";

/** On the desk: what the reader was told and has not read; nothing where all is read. */
export function NoticesPanel() {
  const told = useQuery(unreadQuery()).data;
  if (!told?.total) return null;
  return (
    <section>
      <div className="section-head">
        <h2 className="h2">
          <Trans>Notices you have not read</Trans> (<Count value={told.total} />)
        </h2>
        <Link href="/me/notices">
          <Trans>All notices</Trans>
        </Link>
      </div>
      <ul>
        {told.items.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} />
        ))}
      </ul>
    </section>
  );
}
