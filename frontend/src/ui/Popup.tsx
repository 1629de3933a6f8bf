import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { TextButton } from "./Button";

type PopupProps = { label: ReactNode; children: (close: () => void) => ReactNode };

/** A button that opens a small panel under it; Escape, a click beside it or leaving it closes. */
export function Popup({ label, children }: PopupProps) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();

  /** What was chosen is gone with the panel; the focus goes back to the button. */
  function close() {
    setOpen(false);
    box.current?.querySelector("button")?.focus();
  }

  useEffect(() => {
    if (!open) return;
    function outside(event: Event) {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    }
    function onEscape(event: KeyboardEvent) {
      if (event.key !== "Escape") return;
      setOpen(false);
      box.current?.querySelector("button")?.focus();
    }
    document.addEventListener("pointerdown", outside);
    document.addEventListener("focusin", outside);
    document.addEventListener("keydown", onEscape);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("focusin", outside);
      document.removeEventListener("keydown", onEscape);
    };
  }, [open]);

  return (
    <div className="choices" ref={box}>
      <TextButton aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {label}
      </TextButton>
      <div id={id} className="choices-panel" hidden={!open}>
        {children(close)}
      </div>
    </div>
  );
}
