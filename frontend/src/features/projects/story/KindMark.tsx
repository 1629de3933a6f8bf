import type { Lesson } from "../queries";

const paths: Record<NonNullable<Lesson["kind"]>, string> = {
  worked: "m3 10.5 5 5 9-11",
  failed: "M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15ZM4.8 15.2 15.2 4.8",
  surprise: "M1.5 14.5h4l4.5-9 4.5 9h4",
};

/** The drawing beside the word that says what kind of lesson it is. */
export function KindMark({ kind }: { kind: NonNullable<Lesson["kind"]> }) {
  return (
    <svg width={18} height={18} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[kind]} fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
