/** Words for what is recorded and for the letters; they travel with their pages only. A gap fails the type check. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { components } from "@/api/schema.gen";

type Schemas = components["schemas"];

export const deed: Record<Schemas["AuditEventOut"]["verb"], MessageDescriptor> = {
  "coaching_hours.stated": msg({
    id: "did.coaching_hours.stated",
    message: "Zone and office hours stated",
  }),
  "coaching_request.times_answered": msg({
    id: "did.coaching_request.times_answered",
    message: "Said which times suit",
  }),
  "coaching_session.booked": msg({
    id: "did.coaching_session.booked",
    message: "Coaching session booked",
  }),
  "coaching_session.cancelled": msg({
    id: "did.coaching_session.cancelled",
    message: "Coaching session cancelled",
  }),
  "coaching_session.held": msg({
    id: "did.coaching_session.held",
    message: "Coaching session held",
  }),
  "coaching_session.missed": msg({
    id: "did.coaching_session.missed",
    message: "Coaching session missed",
  }),
  "coaching_session.moved": msg({
    id: "did.coaching_session.moved",
    message: "Session put at another time",
  }),
  "coaching_weights.decided": msg({
    id: "did.coaching_weights.decided",
    message: "Weights of matching decided",
  }),
  "matching_round.compute": msg({
    id: "did.matching_round.compute",
    message: "Matching round computed",
  }),
  "matching_round.confirm": msg({
    id: "did.matching_round.confirm",
    message: "Matching round confirmed",
  }),
  "matching_round.undo": msg({ id: "did.matching_round.undo", message: "Matching round undone" }),
  "matching_round.discard": msg({
    id: "did.matching_round.discard",
    message: "Matching round discarded",
  }),
  "coaching_action.changed": msg({
    id: "did.coaching_action.changed",
    message: "Action item changed",
  }),
  "coaching_action.created": msg({
    id: "did.coaching_action.created",
    message: "Action item written down",
  }),
  "coaching_report.written": msg({
    id: "did.coaching_report.written",
    message: "Coaching report written",
  }),
  "coaching_request.accept": msg({
    id: "did.coaching_request.accept",
    message: "Invitation to coach accepted",
  }),
  "coaching_request.agreed": msg({
    id: "did.coaching_request.agreed",
    message: "Agreed to finish coaching early",
  }),
  "coaching_request.cancel": msg({
    id: "did.coaching_request.cancel",
    message: "Coaching cancelled",
  }),
  "coaching_request.changed": msg({
    id: "did.coaching_request.changed",
    message: "Coaching request changed",
  }),
  "coaching_request.close": msg({
    id: "did.coaching_request.close",
    message: "Coaching request closed by the secretariat",
  }),
  "coaching_request.complete": msg({
    id: "did.coaching_request.complete",
    message: "Coaching completed",
  }),
  "coaching_request.created": msg({
    id: "did.coaching_request.created",
    message: "Coaching request begun",
  }),
  "coaching_request.decline": msg({
    id: "did.coaching_request.decline",
    message: "Invitation to coach declined",
  }),
  "coaching_request.expire": msg({
    id: "did.coaching_request.expire",
    message: "Coaching request expired",
  }),
  "coaching_request.finish_early": msg({
    id: "did.coaching_request.finish_early",
    message: "Coaching finished early",
  }),
  "coaching_request.hold": msg({
    id: "did.coaching_request.hold",
    message: "Coaching request put on hold",
  }),
  "coaching_request.invite": msg({
    id: "did.coaching_request.invite",
    message: "Invited to coach",
  }),
  "coaching_request.lapse": msg({
    id: "did.coaching_request.lapse",
    message: "Invitation to coach lapsed",
  }),
  "coaching_request.no_show": msg({
    id: "did.coaching_request.no_show",
    message: "Somebody missed a coaching session",
  }),
  "coaching_request.nudge": msg({
    id: "did.coaching_request.nudge",
    message: "Reminded of a coaching step",
  }),
  "coaching_request.recall": msg({
    id: "did.coaching_request.recall",
    message: "Invitation to coach taken back",
  }),
  "coaching_request.rematch": msg({
    id: "did.coaching_request.rematch",
    message: "Another coach looked for",
  }),
  "coaching_request.report": msg({
    id: "did.coaching_request.report",
    message: "Last coaching session held",
  }),
  "coaching_request.reschedule": msg({
    id: "did.coaching_request.reschedule",
    message: "Coaching session moved",
  }),
  "coaching_request.resume": msg({
    id: "did.coaching_request.resume",
    message: "Coaching request resumed",
  }),
  "coaching_request.schedule": msg({
    id: "did.coaching_request.schedule",
    message: "Coaching session scheduled",
  }),
  "coaching_request.start": msg({
    id: "did.coaching_request.start",
    message: "First coaching session held",
  }),
  "coaching_request.submit": msg({
    id: "did.coaching_request.submit",
    message: "Coaching request opened",
  }),
  "coaching_request.withdraw": msg({
    id: "did.coaching_request.withdraw",
    message: "Coaching request withdrawn",
  }),
  "follow_up.answered": msg({ id: "did.follow_up.answered", message: "Follow-up answered" }),
  "need.changed": msg({ id: "did.need.changed", message: "Need changed" }),
  "need.created": msg({ id: "did.need.created", message: "Need written down" }),
  "need.end": msg({ id: "did.need.end", message: "Need ended" }),
  "need.meet": msg({ id: "did.need.meet", message: "Need met" }),
  "need.reopen": msg({ id: "did.need.reopen", message: "Need opened again" }),
  "offer.changed": msg({ id: "did.offer.changed", message: "Offer changed" }),
  "offer.created": msg({ id: "did.offer.created", message: "Offer written down" }),
  "offer.end": msg({ id: "did.offer.end", message: "Offer ended" }),
  "offer.list": msg({ id: "did.offer.list", message: "Offer listed" }),
  "offer.unlist": msg({ id: "did.offer.unlist", message: "Offer taken off the list" }),
  "account.changed": msg({ id: "did.account.changed", message: "Account changed" }),
  "account.created": msg({ id: "did.account.created", message: "Account made" }),
  "account.disabled": msg({ id: "did.account.disabled", message: "Account locked" }),
  "account.enabled": msg({ id: "did.account.enabled", message: "Account unlocked" }),
  "account.erased": msg({ id: "did.account.erased", message: "Account erased" }),
  "account.passkey_added": msg({ id: "did.account.passkey_added", message: "Passkey added" }),
  "account.passkey_removed": msg({ id: "did.account.passkey_removed", message: "Passkey removed" }),
  "account.password_changed": msg({
    id: "did.account.password_changed",
    message: "Password changed",
  }),
  "account.second_factor_removed": msg({
    id: "did.account.second_factor_removed",
    message: "Second factor removed",
  }),
  "account.second_factor_set": msg({
    id: "did.account.second_factor_set",
    message: "Second factor set up",
  }),
  "account.signed_in": msg({ id: "did.account.signed_in", message: "Signed in" }),
  "application.admit": msg({ id: "did.application.admit", message: "Application accepted" }),
  "application.confirmed": msg({
    id: "did.application.confirmed",
    message: "Application confirmed",
  }),
  "application.made": msg({ id: "did.application.made", message: "Application made" }),
  "application.refuse": msg({ id: "did.application.refuse", message: "Application refused" }),
  "client.active": msg({ id: "did.client.active", message: "API client enabled" }),
  "client.changed": msg({ id: "did.client.changed", message: "API client changed" }),
  "client.created": msg({ id: "did.client.created", message: "API client made" }),
  "client.disabled": msg({ id: "did.client.disabled", message: "API client disabled" }),
  "client.secret_added": msg({ id: "did.client.secret_added", message: "Secret of a client made" }),
  "client.secret_ended": msg({
    id: "did.client.secret_ended",
    message: "Secret of a client ended",
  }),
  "contact.shown": msg({ id: "did.contact.shown", message: "Contact shown" }),
  "contact.withdrawn": msg({ id: "did.contact.withdrawn", message: "Consent withdrawn" }),
  "data.exported": msg({ id: "did.data.exported", message: "Archive of data made" }),
  "grant.begun": msg({ id: "did.grant.begun", message: "Role begun" }),
  "grant.ended": msg({ id: "did.grant.ended", message: "Role ended" }),
  "import.cancel": msg({ id: "did.import.cancel", message: "Import cancelled" }),
  "import.commit": msg({ id: "did.import.commit", message: "Import committed" }),
  "import.dry_run": msg({ id: "did.import.dry_run", message: "Import tried out" }),
  "import.undo": msg({ id: "did.import.undo", message: "Import undone" }),
  "import.uploaded": msg({ id: "did.import.uploaded", message: "File uploaded for import" }),
  "invitation.accepted": msg({ id: "did.invitation.accepted", message: "Invitation accepted" }),
  "invitation.revoked": msg({ id: "did.invitation.revoked", message: "Invitation taken back" }),
  "invitation.sent": msg({ id: "did.invitation.sent", message: "Invitation sent" }),
  "invitation.sent_again": msg({
    id: "did.invitation.sent_again",
    message: "Invitation sent again",
  }),
  "mail.retry": msg({ id: "did.mail.retry", message: "Letter sent again" }),
  "membership.accept": msg({
    id: "did.membership.accept",
    message: "Invitation to the network accepted",
  }),
  "membership.admit": msg({ id: "did.membership.admit", message: "Admitted to the network" }),
  "membership.decline": msg({
    id: "did.membership.decline",
    message: "Invitation to the network declined",
  }),
  "membership.expel": msg({ id: "did.membership.expel", message: "Excluded from the network" }),
  "membership.invite": msg({ id: "did.membership.invite", message: "Invited to the network" }),
  "membership.leave": msg({ id: "did.membership.leave", message: "Left the network" }),
  "membership.observe": msg({ id: "did.membership.observe", message: "Made an observer" }),
  "membership.readmit": msg({
    id: "did.membership.readmit",
    message: "Admitted to the network again",
  }),
  "membership.reapply": msg({
    id: "did.membership.reapply",
    message: "Applied to the network again",
  }),
  "membership.refuse": msg({ id: "did.membership.refuse", message: "Membership refused" }),
  "membership.reinvite": msg({
    id: "did.membership.reinvite",
    message: "Invited to the network again",
  }),
  "membership.resume": msg({ id: "did.membership.resume", message: "Membership resumed" }),
  "membership.suspend": msg({ id: "did.membership.suspend", message: "Membership suspended" }),
  "membership.withdraw": msg({
    id: "did.membership.withdraw",
    message: "Membership request withdrawn",
  }),
  "organisation.changed": msg({ id: "did.organisation.changed", message: "Organisation changed" }),
  "organisation.created": msg({ id: "did.organisation.created", message: "Organisation added" }),
  "practice.archive": msg({ id: "did.practice.archive", message: "Practice archived" }),
  "practice.changed": msg({ id: "did.practice.changed", message: "Practice changed" }),
  "practice.created": msg({ id: "did.practice.created", message: "Practice begun" }),
  "practice.publish": msg({ id: "did.practice.publish", message: "Practice published" }),
  "practice.restore": msg({
    id: "did.practice.restore",
    message: "Practice taken out of the archive",
  }),
  "practice.withdraw": msg({ id: "did.practice.withdraw", message: "Practice withdrawn" }),
  "project.approve": msg({ id: "did.project.approve", message: "Project approved" }),
  "project.archive": msg({ id: "did.project.archive", message: "Project archived" }),
  "project.confirm": msg({
    id: "did.project.confirm",
    message: "Project confirmed as still right",
  }),
  "project.created": msg({ id: "did.project.created", message: "Project begun" }),
  "project.discard": msg({ id: "did.project.discard", message: "Draft of a project discarded" }),
  "project.file_removed": msg({
    id: "did.project.file_removed",
    message: "File of a project removed",
  }),
  "project.file_uploaded": msg({
    id: "did.project.file_uploaded",
    message: "File of a project uploaded",
  }),
  "project.flag": msg({ id: "did.project.flag", message: "Project marked as out of date" }),
  "project.publish": msg({ id: "did.project.publish", message: "Project published" }),
  "project.request_changes": msg({
    id: "did.project.request_changes",
    message: "Changes to a project requested",
  }),
  "project.restore": msg({
    id: "did.project.restore",
    message: "Project taken out of the archive",
  }),
  "project.submit": msg({ id: "did.project.submit", message: "Project submitted for review" }),
  "project.take_back": msg({
    id: "did.project.take_back",
    message: "Project taken back from review",
  }),
  "replication.abandon": msg({ id: "did.replication.abandon", message: "Replication abandoned" }),
  "replication.adapt": msg({ id: "did.replication.adapt", message: "Replication being adapted" }),
  "replication.adopt": msg({ id: "did.replication.adopt", message: "Replication adopted" }),
  "replication.confirm_as_adopter": msg({
    id: "did.replication.confirm_as_adopter",
    message: "Replication confirmed by its adopter",
  }),
  "replication.confirm_as_source": msg({
    id: "did.replication.confirm_as_source",
    message: "Replication confirmed by the source",
  }),
  "replication.correct": msg({ id: "did.replication.correct", message: "Replication told anew" }),
  "replication.declare": msg({
    id: "did.replication.declare",
    message: "Interest in a project declared",
  }),
  "replication.explore": msg({
    id: "did.replication.explore",
    message: "Replication being explored",
  }),
  "replication.link": msg({
    id: "did.replication.link",
    message: "Project of a replication named",
  }),
  "replication.pilot": msg({ id: "did.replication.pilot", message: "Replication being tried out" }),
  "replication.reopen": msg({ id: "did.replication.reopen", message: "Replication reopened" }),
  "room.admitted": msg({ id: "did.room.admitted", message: "Let into a room" }),
  "room.closed": msg({ id: "did.room.closed", message: "Room closed" }),
  "room.document_added": msg({
    id: "did.room.document_added",
    message: "Document of a room added",
  }),
  "room.document_removed": msg({
    id: "did.room.document_removed",
    message: "Document of a room removed",
  }),
  "room.left": msg({ id: "did.room.left", message: "Taken out of a room" }),
  "room.opened": msg({ id: "did.room.opened", message: "Room opened" }),
  "room.planned": msg({ id: "did.room.planned", message: "Agenda of a room written" }),
  "room.task_added": msg({ id: "did.room.task_added", message: "Action item added" }),
  "room.task_changed": msg({ id: "did.room.task_changed", message: "Action item changed" }),
  "room.task_removed": msg({ id: "did.room.task_removed", message: "Action item removed" }),
  "rules.decided": msg({ id: "did.rules.decided", message: "Rules decided" }),
  "seat.begin_leave": msg({ id: "did.seat.begin_leave", message: "Leave begun" }),
  "seat.close": msg({ id: "did.seat.close", message: "Seat closed" }),
  "seat.confirm": msg({ id: "did.seat.confirm", message: "Nomination confirmed" }),
  "seat.end_leave": msg({ id: "did.seat.end_leave", message: "Leave ended" }),
  "seat.hand_over": msg({ id: "did.seat.hand_over", message: "Focal point handed over" }),
  "seat.nominate": msg({ id: "did.seat.nominate", message: "Nominated for a seat" }),
  "seat.opened": msg({ id: "did.seat.opened", message: "Seat opened" }),
  "seat.recall": msg({ id: "did.seat.recall", message: "Recalled from a seat" }),
  "seat.refuse": msg({ id: "did.seat.refuse", message: "Nomination refused" }),
  "seat.step_down": msg({ id: "did.seat.step_down", message: "Stepped down from a seat" }),
  "seat.withdraw": msg({ id: "did.seat.withdraw", message: "Nomination withdrawn" }),
};

export const letter: Record<Schemas["MailOut"]["letter"], MessageDescriptor> = {
  "coaching-session-booked": msg({
    id: "letter.coaching-session-booked",
    message: "Session booked",
  }),
  "coaching-session-moved": msg({ id: "letter.coaching-session-moved", message: "Session moved" }),
  "coaching-session-cancelled": msg({
    id: "letter.coaching-session-cancelled",
    message: "Session cancelled",
  }),
  "coaching-invitation": msg({ id: "letter.coaching-invitation", message: "Invitation to coach" }),
  "coaching-step": msg({ id: "letter.coaching-step", message: "News of a coaching" }),
  invitation: msg({ id: "letter.invitation", message: "Invitation" }),
  digest: msg({ id: "letter.digest", message: "What is new" }),
  "notices-digest": msg({ id: "letter.notices-digest", message: "Notices of the day" }),
  recovery: msg({ id: "letter.recovery", message: "Link for a new password" }),
  "account-changed": msg({ id: "letter.account-changed", message: "Change of the account" }),
  "data-export": msg({ id: "letter.data-export", message: "The data is ready" }),
  "seat-step": msg({ id: "letter.seat-step", message: "News of a seat" }),
  "membership-step": msg({ id: "letter.membership-step", message: "News of a membership" }),
  "project-step": msg({ id: "letter.project-step", message: "News of a project" }),
  "replication-step": msg({ id: "letter.replication-step", message: "News of a replication" }),
  "confirm-application": msg({
    id: "letter.confirm-application",
    message: "Request to confirm an application",
  }),
};
