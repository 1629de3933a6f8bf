import type { FieldName, FieldState } from "@/i18n/labels";

type Known = { not_stated: readonly FieldName[]; readings: readonly FieldName[] };

/** What is known of each field of a network, for the strip. */
export function fieldStates({
  not_stated,
  readings,
}: Known): Partial<Record<FieldName, FieldState>> {
  return Object.fromEntries([
    ...readings.map((name) => [name, "two_readings"]),
    ...not_stated.map((name) => [name, "not_stated"]),
  ]);
}
