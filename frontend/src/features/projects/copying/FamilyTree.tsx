import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { CSSProperties } from "react";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { classes } from "@/ui/classes";
import { Plate } from "@/ui/Plate";
import { Text } from "@/ui/Text";
import { useWidth } from "@/ui/useWidth";
import { FamilyLines } from "./FamilyLines";
import type { Family } from "./queries";
import { useStateWord } from "./Standing";
import { type Branch, branches, type Drawn, drawn, NODE, type Place } from "./tree";

/** The family of a solution: a nested list for everybody, drawn as a tree where there is room for it. */
export function FamilyTree({ family, current }: { family: Family; current: string }) {
  const { t } = useLingui();
  const [place, width] = useWidth<HTMLDivElement>(1136);
  const roots = branches(family);
  const tree = drawn(roots);
  const fits = tree.width <= width;
  const box = fits ? { width: tree.width, height: tree.height } : undefined;
  return (
    <div ref={place}>
      <div className={fits ? "family-tree" : "family-list"} style={box}>
        {fits ? <FamilyLines family={family} tree={tree} /> : null}
        <ul aria-label={t`The family of this solution`}>
          {roots.map((root) => (
            <Node key={root.node.id} branch={root} tree={fits ? tree : undefined} at={current} />
          ))}
        </ul>
      </div>
    </div>
  );
}

type NodeProps = { branch: Branch; tree: Drawn | undefined; at: string };

function Node({ branch: { node, edge, children, interested, also }, tree, at }: NodeProps) {
  const word = useStateWord();
  const language = useLanguage();
  const here = node.project === at;
  const { organisation, country, title, project } = node;
  return (
    <li>
      <div
        className={classes("family-node", here && "is-here")}
        style={tree ? boxOf(tree.places.get(node.id)) : undefined}
      >
        <Plate
          {...(project && !here ? { href: `/projects/${project}` } : {})}
          note={country ? countryName(country, language) : undefined}
        >
          <Text of={organisation.label} />
        </Plate>
        {title ? (
          <span className="family-title small">
            <Text of={title} />
          </span>
        ) : null}
        {here ? (
          <span className="vh">
            <Trans>this project</Trans>
          </span>
        ) : null}
        {edge ? (
          <span className={classes("small", tree ? "vh" : "muted")}>
            {word(edge.state)}
            {edge.confirmed ? (
              <>
                , <Trans>confirmed by both</Trans>
              </>
            ) : null}
          </span>
        ) : null}
        {also.length > 0 ? (
          <span className={classes("small", tree ? "vh" : "muted")}>
            <Trans>also stems from</Trans>{" "}
            {also.map(({ id, organisation: other }, index) => (
              <span key={id}>
                {index > 0 ? ", " : null}
                <Text of={other.label} />
              </span>
            ))}
          </span>
        ) : null}
      </div>
      {children.length > 0 || interested > 0 ? (
        <ul>
          {children.map((child) => (
            <Node key={child.node.id} branch={child} tree={tree} at={at} />
          ))}
          {interested > 0 ? (
            <li>
              <span
                className="family-node small"
                style={tree ? boxOf(tree.counts.get(node.id)) : undefined}
              >
                <Plural
                  value={interested}
                  one="# organisation is interested"
                  other="# organisations are interested"
                />
              </span>
            </li>
          ) : null}
        </ul>
      ) : null}
    </li>
  );
}

function boxOf(place: Place | undefined): CSSProperties {
  return { left: place?.x, top: place?.y, width: NODE.width, height: NODE.height };
}
