/** A value of a project in words, as reviews, histories and the live version show it. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { countryName, type LanguageMap, languageName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { PartialDate } from "@/ui/Dates";
import { NotStated } from "@/ui/NotStated";
import type { Story } from "./queries";
import { ShownAttachment } from "./ShownAttachment";
import { ShownIndicator } from "./ShownIndicator";
import { isTopicField, useTopics } from "./topics";
import { usePracticeNames } from "./usePracticeNames";
import { useWord } from "./words";

type ShownProps = { field: string; value: unknown };

export function Shown({ field, value }: ShownProps) {
  const isNothing =
    value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  return isNothing ? <NotStated small /> : <Something field={field} value={value} />;
}

/** A text in every language it is written in; the language is named where it is not the reader's. */
export function Languages({ of }: { of: LanguageMap | null }) {
  const reader = useLanguage();
  return Object.entries(of ?? {}).map(([tag, text]) => (
    <span key={tag} className="shown-text">
      <span lang={tag}>{text}</span>
      {tag === reader ? null : <span className="muted"> ({languageName(tag, reader)})</span>}
    </span>
  ));
}

function Something({ field, value }: ShownProps) {
  const { t } = useLingui();
  const word = useWord();
  const topics = useTopics();
  const list = (rows: { key: string; content: ReactNode }[]) => (
    <ul className="shown-list">
      {rows.map(({ key, content }) => (
        <li key={key}>{content}</li>
      ))}
    </ul>
  );

  if (isTopicField(field)) {
    const known = new Map(
      topics(field, (value as (string | number)[]).map(String)).map((topic) => [
        topic.value,
        topic.label,
      ]),
    );
    return (value as (string | number)[])
      .map((id) => known.get(String(id)) ?? String(id))
      .join(", ");
  }
  if (field === "maturity") return word("maturity", String(value));
  if (field === "start" || field === "end") return <PartialDate value={String(value)} />;
  if (field === "places") return <Places places={value as Story["places"]} />;
  if (field === "budget") return <Budget budget={value as NonNullable<Story["budget"]>} />;
  if (field === "practices") return <Practices ids={value as string[]} />;
  if (field === "publishes_itself") return value ? t`Yes` : t`No`;
  if (field === "partners") {
    const partners = value as Story["partners"];
    return list(
      partners.map(({ organisation, name, role }) => ({
        key: JSON.stringify([organisation, name]),
        content: (
          <>
            {organisation ?? <Languages of={name} />} <Languages of={role} />
          </>
        ),
      })),
    );
  }
  if (field === "lessons") {
    const lessons = value as Story["lessons"];
    return list(lessons.map((lesson) => ({ key: lesson.id, content: <Lesson of={lesson} /> })));
  }
  if (field === "indicators") {
    const indicators = value as Story["indicators"];
    return list(
      indicators.map((each) => ({ key: each.id, content: <ShownIndicator of={each} /> })),
    );
  }
  if (field === "contacts") {
    const contacts = value as Story["contacts"];
    return list(
      contacts.map((contact) => ({
        key: JSON.stringify(contact),
        content: (
          <>
            <Languages of={contact.function} /> {contact.email} {contact.website}{" "}
            <span className="muted">({word("audience", contact.audience)})</span>
          </>
        ),
      })),
    );
  }
  if (field === "attachments") {
    const attachments = value as Story["attachments"];
    return list(
      attachments.map((each) => ({ key: each.id, content: <ShownAttachment of={each} /> })),
    );
  }
  if (field === "sources") {
    const sources = value as Story["sources"];
    return list(
      sources.map((source) => ({
        key: JSON.stringify(source),
        content: <Source of={source} />,
      })),
    );
  }
  if (field === "transferability") {
    const parts = Object.entries(value as Record<string, LanguageMap | null>);
    const said = parts.filter(([, texts]) => texts);
    return list(
      said.map(([name, texts]) => ({
        key: name,
        content: <Named name={word("part", name)} of={texts} />,
      })),
    );
  }
  if (Array.isArray(value)) {
    return list(
      value.map((each: string | LanguageMap) => ({
        key: JSON.stringify(each),
        content: typeof each === "string" ? each : <Languages of={each} />,
      })),
    );
  }
  return typeof value === "object" ? <Languages of={value as LanguageMap} /> : String(value);
}

function Named({ name, of }: { name: string; of: LanguageMap | null }) {
  return (
    <>
      <b>{name}:</b> <Languages of={of} />
    </>
  );
}

function Source({ of: { label, locator, url } }: { of: Story["sources"][number] }) {
  return (
    <>
      <Languages of={label} /> <Languages of={locator} /> {url}
    </>
  );
}

function Lesson({ of: lesson }: { of: Story["lessons"][number] }) {
  const word = useWord();
  const parts = (["context", "happened", "cause", "advice"] as const).filter(
    (name) => lesson[name],
  );
  return (
    <>
      {lesson.kind ? (
        <span className="shown-text muted">{word("lesson_kind", lesson.kind)}</span>
      ) : null}
      {parts.map((name) => (
        <span key={name} className="shown-text">
          <Named name={word("part", name)} of={lesson[name]} />
        </span>
      ))}
      {lesson.evidence.map((source) => (
        <span key={JSON.stringify(source)} className="shown-text">
          <Source of={source} />
        </span>
      ))}
    </>
  );
}

function Places({ places }: { places: Story["places"] }) {
  const reader = useLanguage();
  const said = places.map(({ name, country, latitude, longitude }) => {
    const degrees = latitude === null ? "" : ` (${latitude}, ${longitude})`;
    return `${name}, ${countryName(country, reader)}${degrees}`;
  });
  return said.join("; ");
}

function Practices({ ids }: { ids: string[] }) {
  const named = usePracticeNames(ids);
  return (
    <ul className="shown-list">
      {ids.map((id) => (
        <li key={id}>{named(id)}</li>
      ))}
    </ul>
  );
}

function Budget({
  budget: { amount, currency, year, band },
}: {
  budget: NonNullable<Story["budget"]>;
}) {
  const word = useWord();
  const reader = useLanguage();
  const said =
    amount === null
      ? word("band", band ?? "")
      : `${new Intl.NumberFormat(reader).format(amount)} ${currency}`;
  return year ? (
    <Trans>
      {said}, prices of {year}
    </Trans>
  ) : (
    said
  );
}
