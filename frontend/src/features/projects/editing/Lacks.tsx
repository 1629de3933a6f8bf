import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { goTo, slotId } from "./Part";
import type { Desk } from "./queries";
import type { Field } from "./values";
import { useWord } from "./words";

type LacksProps = {
  lacks: Desk["lacks"];
  /** Begun, and not enough to be kept. */
  unready: Field[];
  /** Somebody wanted to go on: the list takes the focus. */
  told: boolean;
  onSeen: () => void;
};

/** What is missing before it can be published, each with the way to its field. */
export function Lacks({ lacks, unready, told, onSeen }: LacksProps) {
  const { t } = useLingui();
  const word = useWord();
  const place = useRef<HTMLElement>(null);

  useEffect(() => {
    if (!told) return;
    place.current?.focus();
    onSeen();
  }, [told, onSeen]);

  const named = (pointer: string) => {
    const [, field = "", row] = pointer.split("/");
    const name = word("field", field);
    const number = Number(row) + 1;
    if (pointer.endsWith("/alt")) return t`${name}, entry ${number}: the picture in words`;
    return row === undefined ? name : t`${name}, entry ${number}: measured, or why not`;
  };
  const rows = [
    ...lacks.map(({ pointer }) => ({ pointer, label: named(pointer) })),
    ...unready
      .filter((field) => !lacks.some(({ pointer }) => pointer === `/${field}`))
      .map((field) => {
        const name = word("field", field);
        return { pointer: `/${field}`, label: t`${name}, begun and not whole yet` };
      }),
  ];
  const count = rows.length;
  return (
    <nav ref={place} tabIndex={-1} className="project-lacks" aria-label={t`What is missing`}>
      {count === 0 ? (
        <p>
          <Trans>Nothing is missing: it can be submitted.</Trans>
        </p>
      ) : (
        <>
          <p>
            <Plural
              value={count}
              one="# thing is missing before it can be published"
              other="# things are missing before it can be published"
            />
          </p>
          <ul>
            {rows.map(({ pointer, label }) => (
              <li key={pointer}>
                <a
                  href={`#${slotId(pointer.split("/")[1] ?? "")}`}
                  onClick={(event) => {
                    event.preventDefault();
                    goTo(pointer);
                  }}
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </nav>
  );
}
