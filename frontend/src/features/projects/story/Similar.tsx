import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useLanguage } from "@/i18n/useLanguage";
import { Link } from "@/ui/Link";
import { ErrorState, Skeleton } from "@/ui/States";
import { Text } from "@/ui/Text";
import { Maturity } from "../Maturity";
import { Plates } from "../Plates";
import { similarQuery } from "../queries";

/** Projects that are like this one, each with what they have in common. */
export function Similar({ id }: { id: string }) {
  const language = useLanguage();
  const alike = useQuery(similarQuery(id));
  if (alike.data?.items.length === 0) return null;
  return (
    <section className="section">
      <h2 className="h2">
        <Trans>Projects like this one</Trans>
      </h2>
      {alike.isPending ? <Skeleton rows={4} /> : null}
      {alike.isError ? (
        <ErrorState error={alike.error} onRetry={() => void alike.refetch()} />
      ) : null}
      <ul className="story-alike">
        {alike.data?.items.map(({ project, reasons }) => {
          const { title, language: served } = project.display;
          return (
            <li key={project.id}>
              <Plates places={project.places} />
              <h3 className="h3">
                <Link
                  href={`/projects/${project.id}`}
                  lang={served === language ? undefined : served}
                >
                  {title}
                </Link>
              </h3>
              <p className="small muted">
                <Text of={project.organisation.label} />
              </p>
              <p>
                <Maturity of={project.maturity} />
              </p>
              <ul className="story-reasons small">
                {reasons.map(({ code, text }) => (
                  <li key={code}>{text}</li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
