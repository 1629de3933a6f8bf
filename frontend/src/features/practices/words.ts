/** Words for practices and their life; they travel with their pages only. */
import { msg } from "@lingui/core/macro";
import { useWords } from "@/i18n/useWords";

const kind = {
  good_practice: msg({ id: "practice_kind.good_practice", message: "Good practice" }),
  policy: msg({ id: "practice_kind.policy", message: "Policy, strategy or programme" }),
  charter: msg({ id: "practice_kind.charter", message: "Charter" }),
  guide: msg({ id: "practice_kind.guide", message: "Guide" }),
  study: msg({ id: "practice_kind.study", message: "Study" }),
  report: msg({ id: "practice_kind.report", message: "Report" }),
  checklist: msg({ id: "practice_kind.checklist", message: "Checklist or toolbox" }),
  media: msg({ id: "practice_kind.media", message: "Newsletter or podcast" }),
};

const state = {
  draft: msg({ id: "practice_state.draft", message: "Draft" }),
  published: msg({ id: "practice_state.published", message: "Published" }),
  archived: msg({ id: "practice_state.archived", message: "Archived" }),
};

/** Each names the act. */
const verb = {
  publish: msg({ id: "practice_verb.publish", message: "Publish" }),
  withdraw: msg({ id: "practice_verb.withdraw", message: "Take back and write on" }),
  archive: msg({ id: "practice_verb.archive", message: "Archive" }),
  restore: msg({ id: "practice_verb.restore", message: "Take out of the archive" }),
};

/** What follows of each. */
const follows = {
  withdraw: msg({
    id: "practice_follows.withdraw",
    message: "It becomes a draft again: nobody else sees it until it is published.",
  }),
  archive: msg({ id: "practice_follows.archive", message: "Nobody else sees it any more." }),
  restore: msg({
    id: "practice_follows.restore",
    message: "It becomes a draft, to be looked at before it is published again.",
  }),
};

const origin = {
  public_source: msg({ id: "practice_origin.public_source", message: "From public sources" }),
  member: msg({ id: "practice_origin.member", message: "From its publisher" }),
};

const came_of = {
  coaching_request: msg({
    id: "practice_came_of.coaching_request",
    message: "It came out of a coaching between cities.",
  }),
};

const sets = { kind, state, verb, follows, origin, came_of };

export const KINDS = Object.keys(kind) as (keyof typeof kind)[];

/** `word("kind", "guide")`; what has no word yet is shown in plain letters. */
export const useWord = () => useWords(sets);
