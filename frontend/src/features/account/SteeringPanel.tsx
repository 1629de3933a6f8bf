import { Trans } from "@lingui/react/macro";
import { Link } from "@/ui/Link";
import { useSteeringRooms } from "./useSteeringRooms";

/** On the desk of those who run the network: where they do it. */
export function SteeringPanel() {
  const rooms = useSteeringRooms();
  if (rooms.length === 0) return null;
  return (
    <section>
      <div className="section-head">
        <h2 className="h2">
          <Trans>Running the network</Trans>
        </h2>
      </div>
      <ul className="desk-rows">
        {rooms.map(({ href, label, why }) => (
          <li key={href}>
            <Link href={href}>{label}</Link>
            <span className="muted">{why}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
