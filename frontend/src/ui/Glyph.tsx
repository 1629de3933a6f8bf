import { type FoundingType, useLabel } from "@/i18n/labels";

type GlyphProps = {
  type: FoundingType /** The word stands beside it, so the mark says nothing. */;
  silent?: boolean;
};

/** Triangle down: founded top-down. Triangle up: bottom-up. Never sorting, never better or worse. */
export function Glyph({ type, silent }: GlyphProps) {
  const label = useLabel();
  const className = `glyph glyph-${type}`;
  if (silent) return <span className={className} aria-hidden="true" />;
  return <span className={className} role="img" aria-label={label("founding_type", type)} />;
}
