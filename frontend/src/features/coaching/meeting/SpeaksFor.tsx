import { Trans } from "@lingui/react/macro";
import { Select } from "@/ui/Fields";

type SpeaksForProps = {
  own: readonly string[];
  value: string | undefined;
  name: (slug: string) => string;
  onChange: (slug: string) => void;
};

/** For which of their cities somebody answers, where there are several. */
export function SpeaksFor({ own, value, name, onChange }: SpeaksForProps) {
  if (own.length < 2) return null;
  return (
    <Select
      inline
      label={<Trans>You answer for</Trans>}
      value={value ?? ""}
      options={own.map((slug) => ({ value: slug, label: name(slug) }))}
      onChange={onChange}
    />
  );
}
