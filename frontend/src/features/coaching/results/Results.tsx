import type { Request, Seen } from "../queries";
import { Actions } from "./Actions";
import { FollowUps } from "./FollowUps";
import { Harvests } from "./Harvests";
import { ReportsSection } from "./Reports";
import "./results.scss";

const ENDED: Request["state"][] = ["completed", "completed_early"];
const REPORTED: Request["state"][] = ["reporting", ...ENDED];
const ACTED: Request["state"][] = ["in_progress", ...REPORTED];

/** What came of a coaching, for its sides and the secretariat. */
export function Results({ seen: { data } }: { seen: Seen }) {
  const takesPart = data.sides.some((side) => ["requester", "coach", "staff"].includes(side));
  if (!takesPart || !ACTED.includes(data.state)) return null;
  return (
    <>
      {REPORTED.includes(data.state) ? <ReportsSection of={data} /> : null}
      <Actions of={data} />
      {ENDED.includes(data.state) ? <FollowUps id={data.id} /> : null}
      <Harvests of={data} />
    </>
  );
}
