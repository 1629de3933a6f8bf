/** Words for the codes of imports. */
import { msg } from "@lingui/core/macro";
import { useWords } from "@/i18n/useWords";

const state = {
  open: msg({ id: "import_state.open", message: "Waits for you" }),
  checking: msg({ id: "import_state.checking", message: "Being tried out" }),
  checked: msg({ id: "import_state.checked", message: "Tried out" }),
  committing: msg({ id: "import_state.committing", message: "Being written" }),
  committed: msg({ id: "import_state.committed", message: "Written" }),
  undoing: msg({ id: "import_state.undoing", message: "Being undone" }),
  undone: msg({ id: "import_state.undone", message: "Undone" }),
  cancelled: msg({ id: "import_state.cancelled", message: "Discarded" }),
  failed: msg({ id: "import_state.failed", message: "Stopped" }),
};

const field = {
  "(row)": msg({ id: "import_field.(row)", message: "The whole row" }),
  key: msg({ id: "import_field.key", message: "Key in your file" }),
  title: msg({ id: "import_field.title", message: "Title" }),
  summary: msg({ id: "import_field.summary", message: "Summary" }),
  problem: msg({ id: "import_field.problem", message: "Problem" }),
  solution: msg({ id: "import_field.solution", message: "Solution" }),
  lesson: msg({ id: "import_field.lesson", message: "Lesson" }),
  organisation: msg({ id: "import_field.organisation", message: "Lead organisation" }),
  country: msg({ id: "import_field.country", message: "Country" }),
  place: msg({ id: "import_field.place", message: "Place" }),
  latitude: msg({ id: "import_field.latitude", message: "Latitude" }),
  longitude: msg({ id: "import_field.longitude", message: "Longitude" }),
  topics: msg({ id: "import_field.topics", message: "Topics" }),
  sdgs: msg({ id: "import_field.sdgs", message: "Sustainable Development Goals" }),
  charter_points: msg({ id: "import_field.charter_points", message: "Points of the charter" }),
  maturity: msg({ id: "import_field.maturity", message: "Stage" }),
  start: msg({ id: "import_field.start", message: "Start" }),
  end: msg({ id: "import_field.end", message: "End" }),
  budget_amount: msg({ id: "import_field.budget_amount", message: "Budget: amount" }),
  budget_currency: msg({ id: "import_field.budget_currency", message: "Budget: currency" }),
  budget_year: msg({ id: "import_field.budget_year", message: "Budget: year" }),
  funding_sources: msg({
    id: "import_field.funding_sources",
    message: "Where the money comes from",
  }),
  website: msg({ id: "import_field.website", message: "Website" }),
  source_url: msg({ id: "import_field.source_url", message: "Address of the source" }),
  replicates: msg({ id: "import_field.replicates", message: "Copies the project with the key" }),
};

const todo = {
  asked_field: msg`Every project needs this. Choose the column that fills it, or write what holds for every row.`,
  asked_unknown: msg`This looks as if it said that nothing is known.`,
  asked_country: msg`No country has this name. Choose the country that is meant.`,
  asked_day_first: msg`This may be two days. Say what comes first.`,
  asked_decimal: msg`This may be two numbers. Say which sign stands before the decimals.`,
};

const sets = { state, field, todo };

export const useWord = () => useWords(sets);

export const isField = (name: string): boolean => name in field;
/** Codes that this page can say better than the contract, which speaks to programs. */
export const isSaid = (code: string): boolean => code in todo;
