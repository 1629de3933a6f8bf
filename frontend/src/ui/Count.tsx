import { Plural, Trans } from "@lingui/react/macro";
import { useLanguage } from "@/i18n/useLanguage";

export type Qualifier = "exact" | "about" | "over" | "counted";

/** A number as its source puts it: "about 150", "over 7,000", "11 counted". */
export function Count({ value, qualifier }: { value: number; qualifier?: Qualifier | null }) {
  const digits = <b className="num">{new Intl.NumberFormat(useLanguage()).format(value)}</b>;
  if (qualifier === "about") return <Trans>about {digits}</Trans>;
  if (qualifier === "over") return <Trans>over {digits}</Trans>;
  if (qualifier === "counted") {
    return (
      <Trans>
        {digits} <span className="muted">counted</span>
      </Trans>
    );
  }
  return digits;
}

/** "about 150 members", "11 members counted" */
export function MemberCount({ value, qualifier }: { value: number; qualifier?: Qualifier | null }) {
  return (
    <>
      <Count value={value} qualifier={qualifier === "counted" ? "exact" : qualifier} />{" "}
      <Plural value={value} one="member" other="members" />
      {qualifier === "counted" ? (
        <span className="muted">
          {" "}
          <Trans>counted</Trans>
        </span>
      ) : null}
    </>
  );
}
