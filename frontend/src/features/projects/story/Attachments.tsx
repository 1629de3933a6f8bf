import { Trans } from "@lingui/react/macro";
import { fileKind, fileSize } from "@/i18n/sizes";
import { languageName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Link } from "@/ui/Link";
import { Text, useText } from "@/ui/Text";
import type { Attachment, Project } from "../queries";

const SMALL = 320;
const LARGE = 1280;

/** What the city shows of it. */
export function Pictures({ project }: { project: Project }) {
  const pictures = project.attachments.filter(({ thumbnail }) => thumbnail);
  if (pictures.length === 0) return null;
  return (
    <section className="section">
      <h2 className="h2">
        <Trans>Pictures</Trans>
      </h2>
      <ul className="story-pictures">
        {pictures.map((picture) => (
          <li key={picture.id}>
            <Picture picture={picture} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Picture({ picture }: { picture: Attachment }) {
  const text = useText();
  const { thumbnail, width, height, href, alt, title } = picture;
  const at = (most: number) =>
    `${thumbnail}?width=${most} ${Math.min(most, width ?? most)}w` as const;
  return (
    <figure>
      <Link href={href}>
        <img
          src={`${thumbnail}?width=${SMALL}`}
          srcSet={`${at(SMALL)}, ${at(LARGE)}`}
          sizes="(min-width: 56.25rem) 24rem, 92vw"
          width={width ?? undefined}
          height={height ?? undefined}
          loading="lazy"
          alt={text(alt ?? title)}
        />
      </Link>
      <figcaption>
        <Text of={title} />
        <Rights of={picture} />
      </figcaption>
    </figure>
  );
}

/** Who made it, and what others may do with it. */
function Rights({ of: { credit, licence } }: { of: Attachment }) {
  const said = [credit, licence].filter(Boolean).join(", ");
  return said ? <span className="story-rights">{said}</span> : null;
}

/** What can be taken along: plans, contracts, tables. */
export function Documents({ project }: { project: Project }) {
  const reader = useLanguage();
  const documents = project.attachments.filter(({ thumbnail }) => !thumbnail);
  if (documents.length === 0) return null;
  return (
    <section className="section">
      <h2 className="h2">
        <Trans>Documents</Trans>
      </h2>
      <ul className="story-documents">
        {documents.map((document) => (
          <li key={document.id}>
            <Link href={document.href} download={document.name}>
              <Text of={document.title} />
            </Link>
            <span className="muted">
              {[
                fileKind(document.name),
                fileSize(document.size, reader),
                document.language && languageName(document.language, reader),
              ]
                .filter(Boolean)
                .join(", ")}
            </span>
            <Rights of={document} />
          </li>
        ))}
      </ul>
    </section>
  );
}
