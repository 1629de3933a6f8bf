import { Plural, Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { meQuery } from "@/api/me";
import { signOut } from "@/api/session";
import { TextButton } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { Link } from "@/ui/Link";
import { Popup } from "@/ui/Popup";
import { useSteeringRooms } from "./useSteeringRooms";

type PersonMenuProps = {
  /** How much of what they were told they have not read. */
  unread: number;
  onSignedOut: () => void;
};

/** In the header: who is signed in, and where that leads. */
export function PersonMenu({ unread, onSignedOut }: PersonMenuProps) {
  const [failed, setFailed] = useState(false);
  const me = useQuery(meQuery()).data?.data;
  const rooms = useSteeringRooms();

  async function leave() {
    setFailed(false);
    try {
      await signOut();
    } catch {
      setFailed(true);
      return;
    }
    onSignedOut();
  }

  return (
    <Popup
      label={
        <>
          <span className="vh">
            <Trans>Signed in as</Trans>{" "}
          </span>
          <span className="person-name">{me ? me.name : <Trans>Your account</Trans>}</span>
          {unread ? (
            <b className="num">
              {unread}
              <span className="vh">
                {" "}
                <Plural value={unread} one="notice not read" other="notices not read" />
              </span>
            </b>
          ) : null}
          <Icon name="down" size={14} />
        </>
      }
    >
      {(close) => (
        <ul className="person-list">
          <li className="small muted">{me?.name}</li>
          <li>
            <Link href="/desk" onClick={close}>
              <Trans>My desk</Trans>
            </Link>
          </li>
          <li>
            <Link href="/me/notices" onClick={close}>
              <Trans>Notices</Trans>
              {unread ? ` (${unread})` : null}
            </Link>
          </li>
          <li>
            <Link href="/account" onClick={close}>
              <Trans>Account</Trans>
            </Link>
          </li>
          {rooms.map(({ href, label }) => (
            <li key={href}>
              <Link href={href} onClick={close}>
                {label}
              </Link>
            </li>
          ))}
          <li>
            <Link href="/my-data" onClick={close}>
              <Trans>My data</Trans>
            </Link>
          </li>
          <li>
            <TextButton onClick={() => void leave()}>
              <Trans>Sign out</Trans>
            </TextButton>
            {failed ? (
              <p className="small" role="alert">
                <Trans>The server could not be reached. You are still signed in.</Trans>
              </p>
            ) : null}
          </li>
        </ul>
      )}
    </Popup>
  );
}
