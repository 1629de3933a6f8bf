/** Words for the life of a project and for what is written in it; they travel with their pages only. */
import { msg } from "@lingui/core/macro";
import { useWords } from "@/i18n/useWords";

const state = {
  draft: msg({ id: "project_state.draft", message: "Draft" }),
  submitted: msg({ id: "project_state.submitted", message: "In review" }),
  changes_requested: msg({ id: "project_state.changes_requested", message: "Changes requested" }),
  approved: msg({ id: "project_state.approved", message: "Approved" }),
  published: msg({ id: "project_state.published", message: "Published" }),
  needs_update: msg({ id: "project_state.needs_update", message: "Needs an update" }),
  archived: msg({ id: "project_state.archived", message: "Archived" }),
};

/** Each names the act. */
const verb = {
  submit: msg({ id: "project_verb.submit", message: "Submit for review" }),
  take_back: msg({ id: "project_verb.take_back", message: "Take back and write on" }),
  request_changes: msg({ id: "project_verb.request_changes", message: "Request changes" }),
  approve: msg({ id: "project_verb.approve", message: "Approve" }),
  publish: msg({ id: "project_verb.publish", message: "Publish" }),
  discard: msg({ id: "project_verb.discard", message: "Discard the draft" }),
  flag: msg({ id: "project_verb.flag", message: "Ask for an update" }),
  confirm: msg({ id: "project_verb.confirm", message: "Confirm that it is still right" }),
  archive: msg({ id: "project_verb.archive", message: "Archive" }),
  restore: msg({ id: "project_verb.restore", message: "Take out of the archive" }),
};

const effect = {
  publishes_itself: msg({
    id: "project_effect.publishes_itself",
    message: "It is published at once, unless its authors want to do that themselves.",
  }),
  goes_live: msg({
    id: "project_effect.goes_live",
    message: "Everybody sees this version from now on.",
  }),
  comments_kept: msg({
    id: "project_effect.comments_kept",
    message: "The authors read the comments beside their fields.",
  }),
  comments_closed: msg({
    id: "project_effect.comments_closed",
    message: "Open comments count as answered.",
  }),
  work_ends: msg({
    id: "project_effect.work_ends",
    message: "The draft is kept in the history only.",
  }),
  written_anew: msg({
    id: "project_effect.written_anew",
    message: "It becomes a draft again and is reviewed before it is published.",
  }),
  clock_starts: msg({
    id: "project_effect.clock_starts",
    message: "After twelve months you are asked whether it is still right.",
  }),
  notice_to_owner: msg({
    id: "project_effect.notice_to_owner",
    message: "Its authors get an email.",
  }),
  notice_to_secretariat: msg({
    id: "project_effect.notice_to_secretariat",
    message: "The secretariat gets an email.",
  }),
};

const maturity = {
  idea: msg({ id: "written_maturity.idea", message: "An idea" }),
  planned: msg({ id: "written_maturity.planned", message: "Planned" }),
  pilot: msg({ id: "written_maturity.pilot", message: "A pilot" }),
  running: msg({ id: "written_maturity.running", message: "Running" }),
  completed: msg({ id: "written_maturity.completed", message: "Completed" }),
  scaled: msg({ id: "written_maturity.scaled", message: "Scaled up" }),
  discontinued: msg({ id: "written_maturity.discontinued", message: "Discontinued" }),
};

const lesson_kind = {
  worked: msg({ id: "written_lesson.worked", message: "It worked" }),
  failed: msg({ id: "written_lesson.failed", message: "It did not work" }),
  surprise: msg({ id: "written_lesson.surprise", message: "It was a surprise" }),
};

const band = {
  under_100k: msg({ id: "written_band.under_100k", message: "Under 100,000 euro" }),
  from_100k: msg({ id: "written_band.from_100k", message: "100,000 to 1 million euro" }),
  from_1m: msg({ id: "written_band.from_1m", message: "1 to 10 million euro" }),
  from_10m: msg({ id: "written_band.from_10m", message: "10 to 100 million euro" }),
  from_100m: msg({ id: "written_band.from_100m", message: "100 million euro and more" }),
};

const audience = {
  public: msg({ id: "written_audience.public", message: "Everybody" }),
  members: msg({ id: "written_audience.members", message: "Members of the network" }),
  secretariat: msg({ id: "written_audience.secretariat", message: "The secretariat only" }),
};

const field = {
  title: msg({ id: "project_field.title", message: "Title" }),
  summary: msg({ id: "project_field.summary", message: "Summary" }),
  problem: msg({ id: "project_field.problem", message: "Problem" }),
  solution: msg({ id: "project_field.solution", message: "Solution" }),
  places: msg({ id: "project_field.places", message: "Places" }),
  start: msg({ id: "project_field.start", message: "Beginning" }),
  end: msg({ id: "project_field.end", message: "End" }),
  topics: msg({ id: "project_field.topics", message: "Topics" }),
  sdgs: msg({ id: "project_field.sdgs", message: "Sustainable Development Goals" }),
  charter_points: msg({ id: "project_field.charter_points", message: "Points of the Charter" }),
  traits: msg({ id: "project_field.traits", message: "Traits of the Charter" }),
  maturity: msg({ id: "project_field.maturity", message: "How far it has come" }),
  discontinued_because: msg({
    id: "project_field.discontinued_because",
    message: "Why it was discontinued",
  }),
  budget: msg({ id: "project_field.budget", message: "Budget" }),
  funding_sources: msg({ id: "project_field.funding_sources", message: "Who pays" }),
  operator_model: msg({ id: "project_field.operator_model", message: "Who runs it, and how" }),
  partners: msg({ id: "project_field.partners", message: "Partners" }),
  lessons: msg({ id: "project_field.lessons", message: "Lessons" }),
  indicators: msg({ id: "project_field.indicators", message: "Indicators" }),
  transferability: msg({ id: "project_field.transferability", message: "For the next city" }),
  contacts: msg({ id: "project_field.contacts", message: "Contacts" }),
  attachments: msg({ id: "project_field.attachments", message: "Pictures and documents" }),
  sources: msg({ id: "project_field.sources", message: "Sources" }),
  technology: msg({ id: "project_field.technology", message: "Technology" }),
  open_standards: msg({ id: "project_field.open_standards", message: "Open standards" }),
  data_governance: msg({ id: "project_field.data_governance", message: "How data are governed" }),
  participation: msg({ id: "project_field.participation", message: "How people take part" }),
  licence: msg({ id: "project_field.licence", message: "Licence" }),
  repository: msg({ id: "project_field.repository", message: "Repository" }),
  website: msg({ id: "project_field.website", message: "Website" }),
  keywords: msg({ id: "project_field.keywords", message: "Keywords" }),
  networks: msg({ id: "project_field.networks", message: "Networks" }),
  practices: msg({ id: "project_field.practices", message: "Practices and policies" }),
  publishes_itself: msg({
    id: "project_field.publishes_itself",
    message: "Published as soon as it is approved",
  }),
};

/** Parts of an entry in a list. */
const part = {
  context: msg({ id: "project_part.context", message: "Where and when" }),
  happened: msg({ id: "project_part.happened", message: "What happened" }),
  cause: msg({ id: "project_part.cause", message: "Cause" }),
  advice: msg({ id: "project_part.advice", message: "Advice to the next city" }),
  economic: msg({ id: "project_part.economic", message: "Economic conditions" }),
  organisational: msg({ id: "project_part.organisational", message: "Organisation" }),
  financial: msg({ id: "project_part.financial", message: "Financing" }),
  technical: msg({ id: "project_part.technical", message: "Technical conditions" }),
  legal: msg({ id: "project_part.legal", message: "Legal framework" }),
  needed_first: msg({ id: "project_part.needed_first", message: "What a city needs first" }),
};

const sets = { state, verb, effect, maturity, lesson_kind, band, audience, field, part };

/** The fields in the order of the form. */
export const fieldOrder = Object.keys(field) as (keyof typeof field)[];

/** `word("state", "draft")`; what has no word yet is shown in plain letters. */
export const useWord = () => useWords(sets);

/** A set as a form offers it. */
export function useOptions(): (set: keyof typeof sets) => { value: string; label: string }[] {
  const word = useWord();
  return (set) => Object.keys(sets[set]).map((value) => ({ value, label: word(set, value) }));
}
