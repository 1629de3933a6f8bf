import { Trans } from "@lingui/react/macro";
import { type FieldName, useLabel } from "@/i18n/labels";
import type { LanguageMap } from "@/i18n/text";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Tags } from "@/ui/Badge";
import { MemberCount } from "@/ui/Count";
import { Link } from "@/ui/Link";
import { NotStated } from "@/ui/NotStated";
import { Plate } from "@/ui/Plate";
import { Text, useText } from "@/ui/Text";
import type { Network } from "../queries";

type ValuesProps = { network: Network; field: FieldName; topics: ReadonlyMap<string, LanguageMap> };

/** What the typed facts of a network say for one field, beside its text. */
export function Values({ network, field, topics }: ValuesProps) {
  const label = useLabel();
  const text = useText();
  const outside = network.members.filter(
    (member) => member.country !== "DE" || member.kind !== "municipality",
  );
  switch (field) {
    case "members":
      return (
        <>
          {network.member_count === null ? (
            <NotStated>
              <Trans>Number not stated</Trans>
            </NotStated>
          ) : (
            <p>
              <MemberCount
                value={network.member_count}
                qualifier={network.member_count_qualifier}
              />
            </p>
          )}
          <Members members={outside} />
        </>
      );
    case "german_municipalities":
      return (
        <ul className="plates">
          {network.german_municipalities.map((name) => (
            <li key={name}>
              <Plate href={`/networks?municipality=${encodeURIComponent(name)}`}>{name}</Plate>
            </li>
          ))}
        </ul>
      );
    case "topics":
      return (
        <>
          <Tags
            items={network.topics.map((id) => ({
              key: id,
              content: <Link href={`/topics/${id}`}>{text(topics.get(id)) || id}</Link>,
            }))}
          />
          {network.keywords.length > 0 ? (
            <p className="small muted">
              <Trans>In the words of the source:</Trans>{" "}
              {network.keywords.map((word) => text(word)).join(", ")}
            </p>
          ) : null}
        </>
      );
    case "formats":
      return (
        <Tags
          items={network.work_formats.map((code) => ({
            key: code,
            content: (
              <Link href={`/networks?work_format=${code}`}>{label("work_format", code)}</Link>
            ),
          }))}
        />
      );
    case "funding":
      return <p>{network.funding.map((code) => label("funding", code)).join(", ")}</p>;
    case "outputs":
      return (
        <ul className="plain-list">
          {network.outputs.map((output) => (
            <li key={JSON.stringify(output)}>
              <Text of={output} />
            </li>
          ))}
        </ul>
      );
    case "contact":
      return <Contact network={network} />;
    default:
      return null;
  }
}

function Members({ members }: { members: Network["members"] }) {
  const language = useLanguage();
  const label = useLabel();
  if (members.length === 0) return null;
  return (
    <ul className="plates">
      {members.map((member) => {
        const country = member.country ? countryName(member.country, language) : null;
        const note = [country, member.role].filter(Boolean).join(", ");
        return (
          <li key={`${member.name} ${member.country}`}>
            {member.kind === "municipality" ? (
              <Plate note={note}>{member.name}</Plate>
            ) : (
              <span className="member">
                {member.name}{" "}
                <span className="muted">
                  {label("member_kind", member.kind)}
                  {note ? `, ${note}` : ""}
                </span>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Contact({ network }: { network: Network }) {
  return (
    <>
      {network.emails.length === 0 ? (
        <NotStated>
          <Trans>E-mail not stated</Trans>
        </NotStated>
      ) : (
        network.emails.map((address) => (
          <p key={address}>
            <a href={`mailto:${address}`}>{address}</a>
          </p>
        ))
      )}
      {[...network.websites, ...network.result_links].map((address) => (
        <p key={address} className="address">
          <a href={address}>{address.replace(/^https?:\/\//, "").replace(/\/$/, "")}</a>
        </p>
      ))}
    </>
  );
}
