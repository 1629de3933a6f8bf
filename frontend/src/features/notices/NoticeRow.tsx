import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { TextButton } from "@/ui/Button";
import { classes } from "@/ui/classes";
import { Instant } from "@/ui/Dates";
import { Link } from "@/ui/Link";
import { Text, useText } from "@/ui/Text";
import { readNotice, type Told, useAfterNotices } from "./queries";

/** One thing that the reader was told; following its link is reading it. */
export function NoticeRow({ notice }: { notice: Told }) {
  const text = useText();
  const after = useAfterNotices();
  const reading = useMutation({ mutationFn: () => readNotice(notice.id), onSettled: after });
  const isNew = notice.read_at === null;
  const body = text(notice.text);
  return (
    <li className={classes("notice-row", isNew && "is-new")}>
      <div>
        <p className="notice-title">
          {isNew ? (
            <span className="vh">
              <Trans>Not read yet:</Trans>{" "}
            </span>
          ) : null}
          {notice.link ? (
            <Link href={notice.link} onClick={isNew ? () => reading.mutate() : undefined}>
              <Text of={notice.title} />
            </Link>
          ) : (
            <Text of={notice.title} />
          )}
        </p>
        {body ? <p className="notice-text">{body}</p> : null}
        <p className="small muted">
          <Instant at={notice.created_at} />
        </p>
      </div>
      {isNew ? (
        <TextButton onClick={() => reading.mutate()}>
          <Trans>
            I have read this<span className="vh">: {text(notice.title)}</span>
          </Trans>
        </TextButton>
      ) : null}
    </li>
  );
}
