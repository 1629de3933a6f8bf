/** Words for the codes of sessions; they travel with them only. */
import { msg } from "@lingui/core/macro";
import { useWords } from "@/i18n/useWords";

const way = {
  call: msg({ id: "meeting_way.call", message: "In a call on this platform" }),
  link: msg({ id: "meeting_way.link", message: "In a call of your own" }),
  place: msg({ id: "meeting_way.place", message: "At a place" }),
  event: msg({ id: "meeting_way.event", message: "At an event" }),
};

const state = {
  planned: msg({ id: "coaching_session.planned", message: "Planned" }),
  held: msg({ id: "coaching_session.held", message: "Held" }),
  no_show: msg({ id: "coaching_session.no_show", message: "One side did not come" }),
  cancelled: msg({ id: "coaching_session.cancelled", message: "Cancelled" }),
};

export function useMeetingWord() {
  return useWords({ way, state });
}
