import { Plural, useLingui } from "@lingui/react/macro";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { useText } from "@/ui/Text";
import { LazyMap } from "../LazyMap";
import { MemberTable } from "./MemberTable";
import type { Line, Spotted } from "./records";

/** Who has a place on the map, and everyone in the table that follows. */
export function MemberMap({ lines, placed }: { lines: readonly Line[]; placed: Spotted[] }) {
  const { t } = useLingui();
  const text = useText();
  const language = useLanguage();
  const codes = [...new Set(placed.map((line) => line.country ?? ""))];
  const [mapped, lands] = [placed.length, codes.length];
  const missing = lines.filter((line) => line.is !== "country").length - mapped;
  return (
    <div className="member-map">
      {mapped > 0 ? (
        <LazyMap
          label={t`Map of ${mapped} members in ${lands} countries; the table of all members follows`}
          places={placed.map((line) => ({
            key: line.key,
            name: text(line.label) || line.name,
            href: `/organisations/${line.slug}`,
            city: line.is === "city",
            group: line.country ?? "",
            latitude: line.latitude,
            longitude: line.longitude,
          }))}
          groups={
            new Map(
              codes.map((code) => [
                code,
                {
                  name: code ? countryName(code, language) : t`Not stated`,
                  href: code ? `/countries/${code}` : "/countries",
                },
              ]),
            )
          }
        />
      ) : null}
      {missing > 0 ? (
        <p className="small muted">
          <Plural
            value={missing}
            one="# member is not on the map: its place is not stated."
            other="# members are not on the map: their place is not stated."
          />
        </p>
      ) : null}
      <MemberTable lines={lines} />
    </div>
  );
}
