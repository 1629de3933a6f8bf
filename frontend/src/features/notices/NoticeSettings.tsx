import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { regional } from "@/i18n/dates";
import { useLanguage } from "@/i18n/useLanguage";
import { Radios, Select } from "@/ui/Fields";
import { ErrorState, Skeleton } from "@/ui/States";
import { useText } from "@/ui/Text";
import { type Settings, setSettings, settingsQuery, useAfterNotices, type Way } from "./queries";
import { useWord } from "./words";

const WAYS: Way[] = ["at_once", "digest", "in_app"];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** How the reader is told of each group, and at which hour the daily letter goes out. */
export function NoticeSettings() {
  const answer = useQuery(settingsQuery());
  if (answer.isPending) return <Skeleton rows={6} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  return <Choices kept={answer.data} />;
}

function Choices({ kept }: { kept: Settings }) {
  const { t } = useLingui();
  const text = useText();
  const word = useWord();
  const language = useLanguage();
  const after = useAfterNotices();
  const [chosen, setChosen] = useState(kept);
  const setting = useMutation({
    mutationFn: ({ hour, zone, groups }: Settings) =>
      setSettings({ hour, zone, groups: groups.map(({ group, way }) => ({ group, way })) }),
    onSettled: after,
    onError: () => setChosen(kept),
  });
  const gathers = chosen.groups.some(({ way }) => way === "digest");

  /** Whoever chooses is where their clock is: the daily letter goes by it. */
  function choose(change: Partial<Settings>) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || chosen.zone;
    const next = { ...chosen, ...change, zone };
    setChosen(next);
    setting.mutate(next);
  }

  function choosesWay(group: string, way: Way) {
    choose({
      groups: chosen.groups.map((each) => (each.group === group ? { ...each, way } : each)),
    });
  }

  return (
    <div className="notice-settings">
      {chosen.groups.map(({ group, label, way }) => (
        <Radios
          key={group}
          legend={text(label)}
          value={way}
          options={WAYS.map((value) => ({ value, label: word("way", value) }))}
          onChange={(value) => choosesWay(group, value as Way)}
        />
      ))}
      {gathers ? (
        <Select
          label={t`When the daily letter goes out`}
          value={String(chosen.hour)}
          options={HOURS.map((hour) => ({ value: String(hour), label: clockOf(hour, language) }))}
          onChange={(hour) => choose({ hour: Number(hour) })}
        />
      ) : null}
      <p className="small muted">
        {gathers ? <Trans>By the clock of {chosen.zone}.</Trans> : null}{" "}
        <Trans>What concerns the safety of your account always comes by letter at once.</Trans>
      </p>
      <p className="vh" role="status">
        {setting.isSuccess ? <Trans>Saved</Trans> : null}
      </p>
      {setting.isError ? <p role="alert">{setting.error.message}</p> : null}
    </div>
  );
}

function clockOf(hour: number, language: string): string {
  return new Intl.DateTimeFormat(regional(language), {
    hour: "numeric",
    minute: "2-digit",
    timeZone: "UTC",
  }).format(new Date(Date.UTC(2026, 0, 1, hour)));
}
