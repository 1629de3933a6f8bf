/** Words for every code of the contract. Add a code here, then `npm run messages`. */
import { msg } from "@lingui/core/macro";

export const category = {
  national: msg({ id: "category.national", message: "National" }),
  european_international_smart_city: msg({
    id: "category.european_international_smart_city",
    message: "European and international smart city",
  }),
  european_thematic: msg({ id: "category.european_thematic", message: "European thematic" }),
  cities_and_regions: msg({ id: "category.cities_and_regions", message: "Cities and regions" }),
};

export const founding_type = {
  top_down: msg({ id: "founding_type.top_down", message: "Top-down" }),
  bottom_up: msg({ id: "founding_type.bottom_up", message: "Bottom-up" }),
};

export const typology = {
  funding_programme: msg({ id: "typology.funding_programme", message: "Funding programme" }),
  exchange_between_projects: msg({
    id: "typology.exchange_between_projects",
    message: "Exchange between projects",
  }),
  policy_initiative: msg({ id: "typology.policy_initiative", message: "Policy initiative" }),
  association_or_research: msg({
    id: "typology.association_or_research",
    message: "Association or research",
  }),
  other: msg({ id: "typology.other", message: "Other type" }),
  eu_project_city_network: msg({
    id: "typology.eu_project_city_network",
    message: "City network of an EU project",
  }),
  topic_umbrella: msg({ id: "typology.topic_umbrella", message: "Umbrella for a topic" }),
};

export const duration = {
  limited: msg({ id: "duration.limited", message: "Limited" }),
  unlimited: msg({ id: "duration.unlimited", message: "Open-ended" }),
};

export const scope = {
  germany: msg({ id: "scope.germany", message: "Germany" }),
  europe: msg({ id: "scope.europe", message: "Europe" }),
  eu: msg({ id: "scope.eu", message: "European Union" }),
  worldwide: msg({ id: "scope.worldwide", message: "Worldwide" }),
  other: msg({ id: "scope.other", message: "Other reach" }),
};

export const funding = {
  federal_government: msg({ id: "funding.federal_government", message: "Federal government" }),
  voluntary: msg({ id: "funding.voluntary", message: "Voluntary work" }),
  own_funds: msg({ id: "funding.own_funds", message: "Own funds" }),
  european_union: msg({ id: "funding.european_union", message: "European Union" }),
  project_funds: msg({ id: "funding.project_funds", message: "Project funds" }),
  membership_fees: msg({ id: "funding.membership_fees", message: "Membership fees" }),
  external_grants: msg({ id: "funding.external_grants", message: "External grants" }),
  world_economic_forum: msg({
    id: "funding.world_economic_forum",
    message: "World Economic Forum",
  }),
  member_states: msg({ id: "funding.member_states", message: "Member states" }),
};

export const life = {
  planned: msg({ id: "life.planned", message: "Planned" }),
  active: msg({ id: "life.active", message: "Active" }),
  dormant: msg({ id: "life.dormant", message: "Dormant" }),
  ended: msg({ id: "life.ended", message: "Ended" }),
  merged_into: msg({ id: "life.merged_into", message: "Merged into another" }),
  succeeded_by: msg({ id: "life.succeeded_by", message: "Succeeded by another" }),
};

export const field = {
  founding: msg({ id: "field.founding", message: "Founding" }),
  initiators: msg({ id: "field.initiators", message: "Initiators" }),
  operators: msg({ id: "field.operators", message: "Operators" }),
  duration: msg({ id: "field.duration", message: "Duration" }),
  aims: msg({ id: "field.aims", message: "Aims and ways of working" }),
  members: msg({ id: "field.members", message: "Members" }),
  german_municipalities: msg({
    id: "field.german_municipalities",
    message: "German municipalities",
  }),
  reach: msg({ id: "field.reach", message: "Reach" }),
  funding: msg({ id: "field.funding", message: "Funding" }),
  topics: msg({ id: "field.topics", message: "Topics" }),
  formats: msg({ id: "field.formats", message: "Formats" }),
  outputs: msg({ id: "field.outputs", message: "Results" }),
  contact: msg({ id: "field.contact", message: "Contact" }),
  sources: msg({ id: "field.sources", message: "Sources" }),
};

export const relation = {
  initiated_by: msg({ id: "relation.initiated_by", message: "initiated by" }),
  spun_off_from: msg({ id: "relation.spun_off_from", message: "spun off from" }),
  operated_by: msg({ id: "relation.operated_by", message: "run by" }),
  led_by: msg({ id: "relation.led_by", message: "led by" }),
  supported_by: msg({ id: "relation.supported_by", message: "supported by" }),
  observer: msg({ id: "relation.observer", message: "observed by" }),
  umbrella_of: msg({ id: "relation.umbrella_of", message: "umbrella of" }),
  successor_of: msg({ id: "relation.successor_of", message: "successor of" }),
  cooperates_with: msg({ id: "relation.cooperates_with", message: "cooperates with" }),
};

export const relation_incoming = {
  initiated_by: msg({ id: "relation_incoming.initiated_by", message: "initiated" }),
  spun_off_from: msg({ id: "relation_incoming.spun_off_from", message: "origin of" }),
  operated_by: msg({ id: "relation_incoming.operated_by", message: "runs" }),
  led_by: msg({ id: "relation_incoming.led_by", message: "leads" }),
  supported_by: msg({ id: "relation_incoming.supported_by", message: "supports" }),
  observer: msg({ id: "relation_incoming.observer", message: "observes" }),
  umbrella_of: msg({ id: "relation_incoming.umbrella_of", message: "belongs to" }),
  successor_of: msg({ id: "relation_incoming.successor_of", message: "succeeded by" }),
  cooperates_with: msg({ id: "relation_incoming.cooperates_with", message: "cooperates with" }),
};

export const member_kind = {
  municipality: msg({ id: "member_kind.municipality", message: "Municipality" }),
  county: msg({ id: "member_kind.county", message: "County" }),
  region: msg({ id: "member_kind.region", message: "Region" }),
  state: msg({ id: "member_kind.state", message: "State" }),
  ministry: msg({ id: "member_kind.ministry", message: "Ministry" }),
  association: msg({ id: "member_kind.association", message: "Association" }),
  company: msg({ id: "member_kind.company", message: "Company" }),
  research: msg({ id: "member_kind.research", message: "Research" }),
  other: msg({ id: "member_kind.other", message: "Other member" }),
};

export const origin = {
  public_source: msg({ id: "origin.public_source", message: "From public sources" }),
  member: msg({ id: "origin.member", message: "From the network itself" }),
};

export const field_status = {
  stated: msg({ id: "field_status.stated", message: "Stated" }),
  not_stated: msg({ id: "field_status.not_stated", message: "Not stated" }),
  not_applicable: msg({ id: "field_status.not_applicable", message: "Does not apply" }),
  two_readings: msg({ id: "field_status.two_readings", message: "Two readings" }),
};

export const state = {
  draft: msg({ id: "state.draft", message: "Draft" }),
  in_review: msg({ id: "state.in_review", message: "In review" }),
  published: msg({ id: "state.published", message: "Published" }),
  needs_update: msg({ id: "state.needs_update", message: "Needs an update" }),
  archived: msg({ id: "state.archived", message: "Archived" }),
};
