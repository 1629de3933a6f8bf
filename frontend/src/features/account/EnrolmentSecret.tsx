import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { QrCode } from "@/ui/qr/QrCode";
import type { Enrolment } from "./queries";

/** The secret of a second factor: as a picture for another device, as a link for this one, as letters to type. */
export function EnrolmentSecret({ enrolment }: { enrolment: Enrolment }) {
  const { t } = useLingui();
  const start = useRef<HTMLParagraphElement>(null);
  const groups = enrolment.secret.match(/.{1,4}/g) ?? [];

  useEffect(() => start.current?.focus(), []);

  return (
    <div className="enrolment">
      <p ref={start} tabIndex={-1}>
        <Trans>
          Point your authenticator app at this picture. On the device that has the app,{" "}
          <a href={enrolment.address}>open it there</a>.
        </Trans>
      </p>
      <QrCode text={enrolment.address} label={t`QR code with the secret for your app`} />
      <div>
        <p className="small muted">
          <Trans>Or type this secret into the app:</Trans>
        </p>
        <p className="enrolment-secret">
          {groups.map((group, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the groups of one secret never change places
            <code key={index}>{group}</code>
          ))}
        </p>
      </div>
    </div>
  );
}
