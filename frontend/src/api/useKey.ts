import { useState } from "react";

/** One key as long as a form stays open: what is sent twice is done once (`Idempotency-Key`). */
export function useKey(): string {
  return useState(() => crypto.randomUUID())[0];
}
