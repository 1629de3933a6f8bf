/** What stands on everybody's desk: a feature adds one line here, and knows nothing of the others. */
import type { ComponentType } from "react";
import { RolesPanel } from "@/features/account/RolesPanel";
import { SteeringPanel } from "@/features/account/SteeringPanel";
import { useEnrolmentDuty } from "@/features/account/useEnrolmentDuty";
import { useApplicationDuty } from "@/features/applications/useApplicationDuty";
import { CoachingPanel } from "@/features/coaching/mine/CoachingPanel";
import { useCoachingDuties } from "@/features/coaching/mine/useCoachingDuties";
import { NewsPanel } from "@/features/following/NewsPanel";
import { InvitationsPanel } from "@/features/memberships/InvitationsPanel";
import { MembershipsPanel } from "@/features/memberships/MembershipsPanel";
import { useInvitationDuties } from "@/features/memberships/useInvitationDuties";
import { NoticesPanel } from "@/features/notices/NoticesPanel";
import { useCopyDuties } from "@/features/projects/copying/useCopyDuties";
import { ProjectsPanel } from "@/features/projects/editing/ProjectsPanel";
import { useProjectDuties } from "@/features/projects/editing/useProjectDuties";
import { useMailDuty } from "@/features/records/useMailDuty";
import { MyCountry } from "@/features/seats/MyCountry";
import { MySeats } from "@/features/seats/MySeats";
import { useNominationDuty } from "@/features/seats/useNominationDuty";
import type { Duty } from "@/ui/Duties";

/** What waits for the reader, feature by feature; undefined where it is not known yet. */
export function useDuties(): (Duty[] | undefined)[] {
  return [
    useEnrolmentDuty(),
    useInvitationDuties(),
    useApplicationDuty(),
    useProjectDuties(),
    useCopyDuties(),
    useCoachingDuties(),
    useNominationDuty(),
    useMailDuty(),
  ];
}

/** Below what waits, two beside each other; a panel without anything to show draws nothing. */
export const panels: { key: string; Panel: ComponentType }[] = [
  { key: "invitations", Panel: InvitationsPanel },
  { key: "notices", Panel: NoticesPanel },
  { key: "news", Panel: NewsPanel },
  { key: "coaching", Panel: CoachingPanel },
  { key: "projects", Panel: ProjectsPanel },
  { key: "seats", Panel: MySeats },
  { key: "country", Panel: MyCountry },
  { key: "roles", Panel: RolesPanel },
  { key: "steering", Panel: SteeringPanel },
  { key: "memberships", Panel: MembershipsPanel },
];
