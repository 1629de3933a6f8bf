import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { Point } from "./sphere";

const words = {
  n: msg`north`,
  ne: msg`north-east`,
  e: msg`east`,
  se: msg`south-east`,
  s: msg`south`,
  sw: msg`south-west`,
  w: msg`west`,
  nw: msg`north-west`,
};

export function useCompass(): (point: Point) => string {
  const { i18n } = useLingui();
  return (point) => i18n._(words[point]);
}
