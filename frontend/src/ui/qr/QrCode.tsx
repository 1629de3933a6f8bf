import { useMemo } from "react";
import { modulesFor } from "./modules";

const MARGIN = 4;

type QrCodeProps = { text: string; label: string };

/** A QR code, always dark on white; nothing where the text is too long for one. */
export function QrCode({ text, label }: QrCodeProps) {
  const grid = useMemo(() => modulesFor(text), [text]);
  if (!grid) return null;
  const side = grid.length + 2 * MARGIN;
  const path = grid
    .flatMap((line, row) =>
      line.map((dark, column) => (dark ? `M${column + MARGIN} ${row + MARGIN}h1v1h-1z` : "")),
    )
    .join("");
  return (
    <svg className="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
