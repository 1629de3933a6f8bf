/** The messages of the line to a shared note, as y-protocols writes them. */
export type Said =
  | { kind: "state" | "missing" | "update"; content: Uint8Array }
  | { kind: "presence"; content: Uint8Array };

const SYNC = ["state", "missing", "update"] as const;
const PRESENCE = 1;
const MORE = 128;

function number(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  for (; left >= MORE; left = Math.floor(left / MORE)) bytes.push((left % MORE) | MORE);
  return [...bytes, left];
}

export function written({ kind, content }: Said): Uint8Array<ArrayBuffer> {
  const head = kind === "presence" ? [PRESENCE] : [0, SYNC.indexOf(kind)];
  const before = [...head, ...number(content.length)];
  const message = new Uint8Array(before.length + content.length);
  message.set(before);
  message.set(content, before.length);
  return message;
}

/** What the server says; undefined for what this page does not know. */
export function understood(message: Uint8Array): Said | undefined {
  const [first, step = 0] = message;
  const kind = first === PRESENCE ? "presence" : first === 0 ? SYNC[step] : undefined;
  if (!kind) return undefined;
  let at = kind === "presence" ? 1 : 2;
  let length = 0;
  for (let worth = 1; ; worth *= MORE) {
    const byte = message[at] ?? 0;
    at += 1;
    length += (byte % MORE) * worth;
    if (byte < MORE) break;
  }
  return { kind, content: message.subarray(at, at + length) };
}
