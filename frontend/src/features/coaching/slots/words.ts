/** Words for times and sessions; they travel with their pages only. */
import { msg } from "@lingui/core/macro";
import { useWords } from "@/i18n/useWords";

const answer = {
  yes: msg({ id: "availability.yes", message: "Yes" }),
  if_need_be: msg({ id: "availability.if_need_be", message: "If need be" }),
  no: msg({ id: "availability.no", message: "No" }),
};

const standing = {
  agreed: msg({ id: "slot.agreed", message: "everybody can" }),
  if_need_be: msg({ id: "slot.if_need_be", message: "everybody can, if need be" }),
  some: msg({ id: "slot.some", message: "not everybody has said yes" }),
  none: msg({ id: "slot.none", message: "nobody who answered can" }),
  open: msg({ id: "slot.open", message: "nobody has answered" }),
};

const way = {
  call: msg({ id: "session_way.call", message: "Call on this platform" }),
  link: msg({ id: "session_way.link", message: "Link of your own" }),
  place: msg({ id: "session_way.place", message: "At a place" }),
};

export function useWord() {
  return useWords({ answer, standing, way });
}
