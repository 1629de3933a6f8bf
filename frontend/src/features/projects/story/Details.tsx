import { Trans, useLingui } from "@lingui/react/macro";
import { Fragment, type ReactNode } from "react";
import type { LanguageMap } from "@/i18n/text";
import { Link } from "@/ui/Link";
import { NotStated } from "@/ui/NotStated";
import { Text } from "@/ui/Text";
import type { Project } from "../queries";

type Entry = { term: string; value: ReactNode };

/** How it is made and run; what no source says is named together at the end. */
export function Details({ project }: { project: Project }) {
  const { t } = useLingui();
  const told = (text: LanguageMap | null | undefined) => (text ? <Text of={text} told /> : null);
  return (
    <section className="section">
      <h2 className="h2">
        <Trans>How it is made and run</Trans>
      </h2>
      <Entries
        entries={[
          {
            term: t`Partners`,
            value: listed(
              project.partners.map(({ organisation, name, role }) => (
                <Fragment key={JSON.stringify(name)}>
                  {organisation ? (
                    <Link href={`/organisations/${organisation.slug}`}>
                      <Text of={name} />
                    </Link>
                  ) : (
                    <Text of={name} />
                  )}
                  {role ? (
                    <span className="muted">
                      {", "}
                      <Text of={role} />
                    </span>
                  ) : null}
                </Fragment>
              )),
            ),
          },
          { term: t`Operator`, value: told(project.operator_model) },
          { term: t`Technology`, value: told(project.technology) },
          {
            term: t`Open standards`,
            value: listed(project.open_standards ?? []),
          },
          { term: t`Data governance`, value: told(project.data_governance) },
          { term: t`Participation`, value: told(project.participation) },
          { term: t`Licence of what was made`, value: project.licence ?? null },
          { term: t`Source code and plans`, value: address(project.repository) },
          { term: t`Website`, value: address(project.website) },
          {
            term: t`Networks`,
            value: listed(
              project.networks.map(({ slug, label }) => (
                <Link key={slug} href={`/networks/${slug}`}>
                  <Text of={label} />
                </Link>
              )),
            ),
          },
          {
            term: t`Practices and policies`,
            value: listed(
              project.practices.map(({ id, title }) => (
                <Link key={id} href={`/practices/${id}`}>
                  <Text of={title} />
                </Link>
              )),
            ),
          },
          {
            term: t`Whom to ask`,
            value: listed(
              project.contacts.map(({ function: who, email, website }) => (
                <Fragment key={JSON.stringify(who)}>
                  <Text of={who} />
                  {email ? (
                    <>
                      {", "}
                      <a href={`mailto:${email}`}>{email}</a>
                    </>
                  ) : null}
                  {website ? (
                    <>
                      {", "}
                      {address(website)}
                    </>
                  ) : null}
                </Fragment>
              )),
            ),
          },
        ]}
      />
    </section>
  );
}

/** What another city needs to know before it does the same. */
export function Transferability({ project }: { project: Project }) {
  const { t } = useLingui();
  const known = project.transferability;
  const told = (text: LanguageMap | null | undefined) => (text ? <Text of={text} told /> : null);
  return (
    <section className="section">
      <h2 className="h2">
        <Trans>What another city needs</Trans>
      </h2>
      <Entries
        entries={[
          { term: t`Needed first`, value: told(known?.needed_first) },
          { term: t`Economic`, value: told(known?.economic) },
          { term: t`Organisational`, value: told(known?.organisational) },
          { term: t`Financial`, value: told(known?.financial) },
          { term: t`Technical`, value: told(known?.technical) },
          { term: t`Legal`, value: told(known?.legal) },
        ]}
      />
    </section>
  );
}

/** Terms with values as rows; the terms without one together, so that many gaps do not hide what is known. */
function Entries({ entries }: { entries: readonly Entry[] }) {
  const { t } = useLingui();
  const known = entries.filter((entry) => entry.value !== null);
  const gaps = entries.filter((entry) => entry.value === null);
  return (
    <>
      {known.length > 0 ? (
        <dl className="story-entries">
          {known.map(({ term, value }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {gaps.length > 0 ? (
        <ul className="story-gaps" aria-label={t`Not stated`}>
          {gaps.map(({ term }) => (
            <li key={term}>
              <NotStated small>
                <Trans>{term}: not stated</Trans>
              </NotStated>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function listed(items: ReactNode[]): ReactNode {
  if (items.length === 0) return null;
  return (
    <ul>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order never changes while it is shown
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}

function address(url: string | null | undefined): ReactNode {
  if (!url) return null;
  return <a href={url}>{url.replace(/^https?:\/\//, "").replace(/\/$/, "")}</a>;
}
