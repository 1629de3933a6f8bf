import { useLingui } from "@lingui/react/macro";

const shapes = {
  allowed: { edge: "M12 1a11 11 0 1 1 0 22 11 11 0 0 1 0-22Z", sign: "m7 12.5 3.5 3.5 7-8" },
  attention: { edge: "M12 1.5 23.5 22.5H.5Z", sign: "M12 9v6m0 2v2.5" },
  refused: { edge: "M7.5 1h9L23 7.5v9L16.5 23h-9L1 16.5v-9Z", sign: "m8 8 8 8m0-8-8 8" },
};

/** What became of something, each by a shape of its own: circle, triangle, octagon. */
export function Mark({ kind }: { kind: keyof typeof shapes }) {
  const { t } = useLingui();
  const names = { allowed: t`Allowed`, attention: t`Attention`, refused: t`Refused` };
  const { edge, sign } = shapes[kind];
  return (
    <svg className={`mark-${kind}`} width="26" height="26" viewBox="0 0 24 24" role="img">
      <title>{names[kind]}</title>
      <path d={edge} fill="currentColor" />
      <path d={sign} fill="none" stroke="var(--paper)" strokeWidth="2.4" />
    </svg>
  );
}
