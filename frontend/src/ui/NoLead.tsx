import { Trans } from "@lingui/react/macro";

/** Said to whoever would begin something in the name of an organisation and acts for none. */
export function NoLead() {
  return (
    <p className="section">
      <Trans>
        You act for no organisation yet. The secretariat or your country’s focal point can change
        that.
      </Trans>
    </p>
  );
}
