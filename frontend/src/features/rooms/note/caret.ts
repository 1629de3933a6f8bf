import type { Writer } from "./line";

const HUES = 6;

/** The class of a writer's colour: the same for everybody who sees it. */
export function hue(id: string | undefined): string {
  const sum = [...(id ?? "")].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return `note-hue-${sum % HUES}`;
}

/** Where another writer is in the text, with their name. */
export function caret({ id, name }: Writer): HTMLElement {
  const place = document.createElement("span");
  place.className = `note-caret ${hue(id)}`;
  const label = document.createElement("span");
  label.className = "note-caret-name";
  label.textContent = name;
  place.append(label);
  return place;
}
