import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";

const words: Record<string, { id: string; message?: string }> = {
  topics: msg({ id: "reason.topics", message: "Topics" }),
  members_in_country: msg({ id: "reason.members_in_country", message: "In your country" }),
  reach: msg({ id: "reason.reach", message: "Reach" }),
  similar_size: msg({ id: "reason.similar_size", message: "Similar size" }),
  no_fee: msg({ id: "reason.no_fee", message: "No fee" }),
};

/** The name of a reason; one that is not known yet is shown in plain letters. */
export function useReasonWord(): (code: string) => string {
  const { i18n } = useLingui();
  return (code) => {
    const word = words[code];
    return word ? i18n._(word) : code.replaceAll("_", " ");
  };
}
