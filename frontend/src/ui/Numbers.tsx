import { useLingui } from "@lingui/react/macro";

/** What a refusal counts: what is allowed, what there is, what was asked for and what would fit. */
export function Numbers({ of }: { of: { [name: string]: number | string | null } }) {
  const { t, i18n } = useLingui();
  const words: [string, string][] = [
    ["limit", t`Bound`],
    ["current", t`There now`],
    ["wanted", t`Asked for`],
    ["fits", t`Would still fit`],
  ];
  const told = words.flatMap(([name, word]) => {
    const number = of[name];
    return typeof number === "number" ? [{ name, word, number }] : [];
  });
  if (told.length === 0) return null;
  return (
    <dl className="numbers">
      {told.map(({ name, word, number }) => (
        <div key={name}>
          <dt>{word}</dt>
          <dd className="num">{i18n.number(number)}</dd>
        </div>
      ))}
    </dl>
  );
}
