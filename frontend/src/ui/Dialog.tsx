import { Trans } from "@lingui/react/macro";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { TextButton } from "./Button";
import { classes } from "./classes";

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  className?: string;
  /** The title is read out only. */
  silentTitle?: boolean;
};

/** The browser's own modal dialog: it traps focus, closes on Escape and gives focus back. */
export function Dialog({ open, onClose, title, children, className, silentTitle }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the dialog's own; a click beside it is for the mouse
    <dialog
      ref={ref}
      className={classes("dialog", className)}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      <div className={silentTitle ? undefined : "dialog-head"}>
        <h2 id={id} className={silentTitle ? "vh" : "h3"}>
          {title}
        </h2>
        {silentTitle ? null : (
          <TextButton onClick={onClose}>
            <Trans>Close</Trans>
          </TextButton>
        )}
      </div>
      {open ? children : null}
    </dialog>
  );
}
