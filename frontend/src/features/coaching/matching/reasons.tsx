import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { languageName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Link } from "@/ui/Link";
import { Text } from "@/ui/Text";
import type { Factor } from "../queries";
import { useWord } from "../words";

/** Why a factor gives the points it gives, in words. */
export function Reason({ of }: { of: Factor }): ReactNode {
  const { numbers } = of;
  const language = useLanguage();
  const count = (value: number | undefined) => new Intl.NumberFormat(language).format(value ?? 0);
  switch (of.text) {
    case "topics_covered": {
      const covered = numbers.covered ?? 0;
      return (
        <Plural
          value={numbers.asked ?? 0}
          one={`${covered} of your one topic`}
          other={`${covered} of your # topics`}
        />
      );
    }
    case "topics_not_asked":
      return <Trans>you name no topic</Trans>;
    case "evidence_found":
      return <Evidence of={of} />;
    case "evidence_none":
      return <Trans>nothing published yet</Trans>;
    case "language_shared":
      return <Languages of={of} />;
    case "language_by_interpreting":
      return (
        <>
          <Languages of={of} />, <Trans>with interpreting</Trans>
        </>
      );
    case "language_not_shared":
      return (
        <Trans>
          only <Languages of={of} />
        </Trans>
      );
    case "language_not_asked":
      return <Trans>you name no language</Trans>;
    case "hours_shared":
      return <Hours minutes={numbers.minutes ?? 0} />;
    case "hours_not_shared":
      return <Trans>never open at the same time</Trans>;
    case "hours_unknown":
      return <Trans>office hours not known</Trans>;
    case "city_compared": {
      const [theirs, own] = [count(numbers.population), count(numbers.own_population)];
      return (
        <Trans>
          {theirs} people, yours {own}
        </Trans>
      );
    }
    case "city_compared_same_country": {
      const theirs = count(numbers.population);
      return <Trans>{theirs} people, same country</Trans>;
    }
    case "city_unknown":
      return <Trans>size not known</Trans>;
    case "city_unknown_same_country":
      return <Trans>same country, size not known</Trans>;
    case "capacity_all_free":
      return <Trans>nobody coached this quarter</Trans>;
    case "capacity_partly_taken": {
      const taken = numbers.taken ?? 0;
      return (
        <Plural
          value={numbers.capacity ?? 0}
          one={`${taken} of one place taken`}
          other={`${taken} of # places taken`}
        />
      );
    }
    case "capacity_all_taken":
      return <Trans>all places taken</Trans>;
  }
}

/** The projects by name, so that they can be read; how many more, and what else there is. */
function Evidence({ of: { numbers, projects } }: { of: Factor }) {
  const more = (numbers.projects ?? 0) - projects.length;
  const lessons = numbers.lessons ?? 0;
  return (
    <>
      {projects.map(({ id, title }, index) => (
        <span key={id}>
          {index > 0 ? ", " : null}
          <Link href={`/projects/${id}`}>
            <Text of={title} />
          </Link>
        </span>
      ))}
      {more > 0 ? (
        <>
          {" "}
          <Plural value={more} one="and # more project" other="and # more projects" />
        </>
      ) : null}
      {projects.length > 0 && lessons > 0 ? ", " : null}
      {lessons > 0 ? <Plural value={lessons} one="# lesson" other="# lessons" /> : null}
      {projects.length === 0 && lessons === 0 ? <Trans>told in words</Trans> : null}
    </>
  );
}

function Languages({ of: { languages } }: { of: Factor }) {
  const word = useWord();
  const reader = useLanguage();
  const said = languages.map(
    ({ language, level }) => `${languageName(language, reader)} ${word("level", level)}`,
  );
  return said.join(", ");
}

/** "4 h 30 min" */
export function useSpan(): (minutes: number) => string {
  const { t } = useLingui();
  return (minutes) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    const said = [hours > 0 ? t`${hours} h` : "", rest > 0 ? t`${rest} min` : ""];
    return said.filter(Boolean).join(" ");
  };
}

/** "4 h 30 min a day shared" */
function Hours({ minutes }: { minutes: number }) {
  const span = useSpan()(minutes);
  return <Trans>{span} a day shared</Trans>;
}
