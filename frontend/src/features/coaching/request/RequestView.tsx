import { Trans } from "@lingui/react/macro";
import { Link } from "@/ui/Link";
import { Plate } from "@/ui/Plate";
import { Text } from "@/ui/Text";
import { Invited } from "../matching/Invited";
import { Matching } from "../matching/Matching";
import { Sessions } from "../meeting/Sessions";
import type { Request, Seen } from "../queries";
import { Results } from "../results/Results";
import { OwnInvitations } from "./AnswerPanel";
import { Challenge } from "./Challenge";
import { History } from "./History";
import { StateTimeline } from "./StateTimeline";
import { StepButtons } from "./StepButtons";
import { Summary } from "./Summary";
import { WhatIsNext } from "./WhatIsNext";
import "../coaching.scss";

const WRITABLE: Request["state"][] = ["draft", "open"];
const SEEKING: Request["state"][] = ["open", "proposed"];

/** A request: where it stands, what is next, what is asked, who can help, and what happened. */
export function RequestView({ seen }: { seen: Seen }) {
  const { data } = seen;
  const isMine = data.sides.includes("requester");
  const sees = isMine || data.sides.includes("staff");
  const write =
    isMine && WRITABLE.includes(data.state) ? `/coaching/write?step=1&id=${data.id}` : undefined;
  return (
    <>
      <StateTimeline of={data} />
      <WhatIsNext of={data} />
      <OwnInvitations of={data} />
      <StepButtons seen={seen} write={write} />
      {data.room && (
        <p>
          <Link href={`/rooms/${data.room}`}>
            <Trans>Open your shared room</Trans>
          </Link>
        </p>
      )}
      <Challenge of={data} />
      <Sessions seen={seen} />
      <Results seen={seen} />
      {sees && SEEKING.includes(data.state) ? (
        <Matching seen={seen} change={write} />
      ) : (
        <Coaches of={data} />
      )}
      <History id={data.id} />
    </>
  );
}

/** "Kochi asks for one coach, online, in English", above the title. */
export function Asks({ of }: { of: Request }) {
  return (
    <p className="coaching-asks">
      <Plate href={`/organisations/${of.organisation.slug}`}>
        <Text of={of.organisation.label} />
      </Plate>
      <span className="muted">
        <Summary of={of} />
      </span>
    </p>
  );
}

/** Who was asked, once nobody else is looked for. */
function Coaches({ of }: { of: Request }) {
  const others = of.invitations.filter(({ may }) => may.length === 0);
  if (others.length === 0) return null;
  return (
    <section className="section">
      <h2 className="h2">
        <Trans>Who was asked</Trans>
      </h2>
      <ul className="coaching-rows">
        {others.map((each) => (
          <li key={each.id}>
            <Link href={`/organisations/${each.organisation.slug}`}>
              <Text of={each.organisation.label} />
            </Link>
            <Invited of={each} />
          </li>
        ))}
      </ul>
    </section>
  );
}
