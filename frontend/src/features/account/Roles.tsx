import { Trans } from "@lingui/react/macro";
import { type Me, waits } from "@/api/me";
import { useLabel } from "@/i18n/labels";
import { Badge } from "@/ui/Badge";
import { PartialDate } from "@/ui/Dates";

type Grant = Me["grants"][number];

/** The roles that are held today, from when to when, and which of them wait. */
export function Roles({ me }: { me: Me }) {
  const label = useLabel();
  if (me.grants.length === 0) {
    return (
      <p className="muted">
        <Trans>You hold no role yet. The secretariat gives them.</Trans>
      </p>
    );
  }
  return (
    <ul className="desk-rows">
      {me.grants.map((grant) => (
        <li key={`${grant.role} ${grant.on_kind} ${grant.on_id} ${grant.valid_from}`}>
          <span>
            {label("role", grant.role)}{" "}
            {waits(me, grant.role) ? (
              <Badge tone="warn">
                <Trans>Waits for the second factor</Trans>
              </Badge>
            ) : null}
          </span>
          <span className="muted">
            <Term grant={grant} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Term({ grant }: { grant: Grant }) {
  const from = <PartialDate value={grant.valid_from} />;
  if (!grant.valid_to) return <Trans>since {from}</Trans>;
  return (
    <Trans>
      {from} to <PartialDate value={grant.valid_to} />
    </Trans>
  );
}
