/** A shared note and its line: while there is none, what is written stays in the copy and is sent when it is back. */
import {
  Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from "y-protocols/awareness";
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from "yjs";
import { Problem } from "@/api/problem";
import { type Said, understood, written } from "./wire";

/** `opening` until the note is here for the first time; `away` while the line is down; the others are the end. */
export type Standing = "opening" | "live" | "away" | "out" | "closed" | "full" | "broken";
export type Writer = { id: string; name: string };

type Change = { added: number[]; updated: number[]; removed: number[] };

const ENDS: Record<number, Standing> = { 4400: "broken", 4409: "closed", 4413: "full" };
const REFUSED = [401, 403, 404];
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

export class NoteLine {
  readonly doc = new Doc();
  readonly awareness = new Awareness(this.doc);
  standing: Standing = "opening";
  /** Whether something was written since the line went down. */
  unsent = false;
  #address: () => Promise<string>;
  #told: () => void;
  #socket: WebSocket | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wait = FIRST_WAIT_MS;
  #stopped = false;

  /** `address` asks for where the line opens this time; `told` is called whenever something of the line has changed. */
  constructor(address: () => Promise<string>, told: () => void) {
    this.#address = address;
    this.#told = told;
    this.doc.on("update", this.#onUpdate);
    this.awareness.on("update", this.#onPresence);
    window.addEventListener("online", this.#now);
    window.addEventListener("offline", this.#down);
    void this.#open();
  }

  /** The others who have the note open. */
  others(): Writer[] {
    const found = new Map<string, Writer>();
    for (const [copy, state] of this.awareness.getStates()) {
      const user = state.user as Writer | undefined;
      if (copy !== this.doc.clientID && user?.id) found.set(user.id, user);
    }
    return [...found.values()];
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    window.removeEventListener("online", this.#now);
    window.removeEventListener("offline", this.#down);
    this.#socket?.close();
    this.awareness.destroy();
    this.doc.destroy();
  }

  async #open(): Promise<void> {
    let address: string;
    try {
      address = await this.#address();
    } catch (failure) {
      const refused = failure instanceof Problem && REFUSED.includes(failure.status);
      if (refused) this.#stand("out");
      else this.#again();
      return;
    }
    if (this.#stopped) return;
    const socket = new WebSocket(address);
    this.#socket = socket;
    socket.binaryType = "arraybuffer";
    socket.onopen = () => {
      this.#say({ kind: "state", content: encodeStateVector(this.doc) });
      this.#show([this.doc.clientID]);
    };
    socket.onmessage = ({ data }) => this.#hear(new Uint8Array(data as ArrayBuffer));
    socket.onclose = ({ code }) => this.#closed(socket, code);
  }

  #closed(socket: WebSocket, code: number): void {
    if (this.#socket !== socket || this.#stopped) return;
    this.#socket = undefined;
    const copies = [...this.awareness.getStates().keys()];
    const theirs = copies.filter((copy) => copy !== this.doc.clientID);
    removeAwarenessStates(this.awareness, theirs, this);
    const end = ENDS[code];
    if (end) this.#stand(end);
    else this.#again();
  }

  #again(): void {
    if (this.#stopped) return;
    this.#stand("away");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#open(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
  }

  #now = () => {
    if (this.standing !== "away" || this.#socket) return;
    clearTimeout(this.#timer);
    void this.#open();
  };

  // The browser knows before the line does.
  #down = () => {
    const socket = this.#socket;
    if (!socket) return;
    socket.close();
    this.#closed(socket, 0);
  };

  #hear(message: Uint8Array): void {
    const said = understood(message);
    if (!said) return;
    if (said.kind === "presence") {
      applyAwarenessUpdate(this.awareness, said.content, this);
    } else if (said.kind === "state") {
      this.#say({ kind: "missing", content: encodeStateAsUpdate(this.doc, said.content) });
    } else {
      applyUpdate(this.doc, said.content, this);
      if (said.kind === "missing") {
        this.#wait = FIRST_WAIT_MS;
        this.unsent = false;
        this.#stand("live");
      }
    }
  }

  #onUpdate = (content: Uint8Array, origin: unknown) => {
    if (origin === this) return;
    if (this.#socket?.readyState === WebSocket.OPEN) {
      this.#say({ kind: "update", content });
    } else {
      this.unsent = true;
    }
  };

  #onPresence = ({ added, updated, removed }: Change, origin: unknown) => {
    const own = [...added, ...updated, ...removed].includes(this.doc.clientID);
    if (own && origin !== this) this.#show([this.doc.clientID]);
    this.#told();
  };

  #show(copies: number[]): void {
    this.#say({ kind: "presence", content: encodeAwarenessUpdate(this.awareness, copies) });
  }

  #say(said: Said): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(written(said));
  }

  #stand(standing: Standing): void {
    this.standing = standing;
    this.#told();
  }
}
