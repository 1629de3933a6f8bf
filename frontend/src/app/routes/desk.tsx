import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { meQuery } from "@/api/me";
import { formatDay } from "@/i18n/dates";
import { useLanguage } from "@/i18n/useLanguage";
import { Duties } from "@/ui/Duties";
import { Page } from "@/ui/Page";
import { Skeleton } from "@/ui/States";
import { panels, useDuties } from "../desk";
import { Guard } from "../Guard";
import "@/features/account/account.scss";

export function DeskPage() {
  return (
    <Guard>
      <Desk />
    </Guard>
  );
}

function Desk() {
  const { t } = useLingui();
  const language = useLanguage();
  const name = useQuery(meQuery()).data?.data.name;
  const found = useDuties();
  const waiting = found.flatMap((each) => each ?? []);
  const known = found.every((each) => each !== undefined);
  const today = formatDay(new Date(), language);

  return (
    <Page
      title={t`My desk`}
      heading={
        known ? (
          <Plural
            value={waiting.length}
            _0="Nothing waits for you"
            one="One thing waits for you"
            other="# things wait for you"
          />
        ) : undefined
      }
      lead={
        name ? (
          <Trans>
            {today}. You are signed in as {name}.
          </Trans>
        ) : (
          today
        )
      }
    >
      {known ? null : <Skeleton rows={3} />}
      <Duties duties={waiting} />
      <div className="desk-panels">
        {panels.map(({ key, Panel }) => (
          <Panel key={key} />
        ))}
      </div>
    </Page>
  );
}
