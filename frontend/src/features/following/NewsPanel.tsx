import { Trans } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { TextButton } from "@/ui/Button";
import { Instant } from "@/ui/Dates";
import { Link } from "@/ui/Link";
import { Text } from "@/ui/Text";
import {
  followsQuery,
  type News,
  newsQuery,
  searchesQuery,
  seeNews,
  useAfterFollowing,
} from "./queries";

/** On the desk: what is new of what the reader follows and searches; nothing where they follow nothing. */
export function NewsPanel() {
  const after = useAfterFollowing();
  const follows = useQuery(followsQuery()).data;
  const searches = useQuery(searchesQuery()).data;
  const news = useQuery(newsQuery()).data;
  const seeing = useMutation({ mutationFn: seeNews, onSettled: after });
  const newest = news?.items[0];
  if (!news || !follows || !searches || follows.total + searches.total === 0) return null;
  return (
    <section>
      <div className="section-head">
        <h2 className="h2">
          <Trans>New since you last looked</Trans>
        </h2>
        <Link href="/me/following">
          <Trans>What you follow</Trans>
        </Link>
      </div>
      {newest ? null : (
        <p className="muted">
          <Trans>Nothing new of what you follow.</Trans>
        </p>
      )}
      <ul className="desk-rows">
        {news.items.map((item) => (
          <NewsRow key={item.project} item={item} />
        ))}
      </ul>
      {news.is_whole ? null : (
        <p className="small muted">
          <Trans>There is more than is shown here.</Trans>
        </p>
      )}
      {newest ? (
        <p>
          <TextButton onClick={() => seeing.mutate(newest.at)}>
            <Trans>I have seen this</Trans>
          </TextButton>
        </p>
      ) : null}
    </section>
  );
}

function NewsRow({ item: { project, title, at, is_new: isNew, why } }: { item: News }) {
  return (
    <li>
      <Link href={`/projects/${project}`}>
        <Text of={title} />
      </Link>
      <span className="muted small">
        {isNew ? <Trans>new</Trans> : <Trans>published anew</Trans>}, <Instant at={at} />
        {why.map(({ label, search }) => (
          <span key={search ?? JSON.stringify(label)}>
            {" · "}
            {search ?? <Text of={label} />}
          </span>
        ))}
      </span>
    </li>
  );
}
