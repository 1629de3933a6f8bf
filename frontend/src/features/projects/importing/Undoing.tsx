import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { formatInstant } from "@/i18n/dates";
import { useLanguage } from "@/i18n/useLanguage";
import { AtWork } from "./AtWork";
import { ConfirmStep } from "./ConfirmStep";
import type { Seen } from "./queries";
import { RowErrors } from "./RowErrors";

/** Within a day everything can be put back; what somebody has changed since is left alone. */
export function Undoing({ seen }: { seen: Seen }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { state, counts, may, undo_until: until } = seen.data;
  if (state === "undoing") {
    return <AtWork says={<Trans>The import is being undone</Trans>} rows={counts.put_back} />;
  }
  if (state === "undone") {
    return (
      <>
        <p>
          <Plural
            value={counts.put_back}
            one="# project is again what it was."
            other="# projects are again what they were."
          />{" "}
          {counts.left > 0 ? (
            <Plural
              value={counts.left}
              one="# was left alone, because somebody has changed it since."
              other="# were left alone, because somebody has changed them since."
            />
          ) : null}
        </p>
        <RowErrors run={seen.data} />
      </>
    );
  }
  if (!may.includes("undo")) {
    return (
      <p className="muted">
        <Trans>An import can be undone for a day. This one is older.</Trans>
      </p>
    );
  }
  const end = until ? formatInstant(until, language) : undefined;
  return (
    <>
      {end ? (
        <p>
          <Trans>This can be undone until {end}.</Trans>
        </p>
      ) : null}
      <p>
        <ConfirmStep seen={seen} verb="undo" name={t`Undo this import`}>
          <Trans>
            New projects go into the archive, changed ones become what they were. What somebody has
            changed since stays as it is.
          </Trans>
        </ConfirmStep>
      </p>
    </>
  );
}
