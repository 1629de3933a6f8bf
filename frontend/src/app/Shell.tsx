import { Trans, useLingui } from "@lingui/react/macro";
import { Outlet, useLocation } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { allWords } from "@/i18n/language";
import { Icon } from "@/ui/Icon";
import { Link } from "@/ui/Link";
import { Plate } from "@/ui/Plate";
import { Arrival } from "./Arrival";
import { Choices } from "./Choices";
import { Offline } from "./Offline";
import { Person } from "./Person";
import { useRooms } from "./rooms";

const CommandPalette = lazy(async () => {
  const [{ CommandPalette: component }] = await Promise.all([
    import("@/features/search/CommandPalette"),
    allWords(),
  ]);
  return { default: component };
});

/** What stands around every page. */
export function Shell() {
  return (
    <>
      <a className="skip" href="#main">
        <Trans>Skip to content</Trans>
      </a>
      <Top />
      <Offline />
      <main id="main" className="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Foot />
      <Arrival />
    </>
  );
}

function Top() {
  const { t } = useLingui();
  const pathname = useLocation({ select: (location) => location.pathname });
  const [menu, setMenu] = useState<string>();
  const [palette, setPalette] = useState<"never" | "open" | "closed">("never");
  const rooms = useRooms();
  const open = menu === pathname;

  useEffect(() => {
    function shortcut(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setPalette("open");
    }
    document.addEventListener("keydown", shortcut);
    return () => document.removeEventListener("keydown", shortcut);
  }, []);

  return (
    <header className={open ? "top is-open" : "top"}>
      <div className="wrap">
        <Link className="brand" href="/">
          <Plate variant="brand">Citypeers</Plate>
          <span className="brand-of">International Smart Cities Network</span>
        </Link>
        <button
          type="button"
          className="menu-button"
          aria-expanded={open}
          aria-controls="rooms"
          onClick={() => setMenu(open ? undefined : pathname)}
        >
          {open ? <Trans>Close menu</Trans> : <Trans>Menu</Trans>}
        </button>
        <nav className="nav" id="rooms" aria-label={t`Main`}>
          {rooms.map((room) => (
            <Link
              key={room.href}
              href={room.href}
              aria-current={room.holds(pathname) ? "page" : undefined}
            >
              {room.label}
            </Link>
          ))}
        </nav>
        <div className="tools">
          <button
            type="button"
            className="icon-button"
            aria-label={t`Search, Control K`}
            aria-haspopup="dialog"
            onClick={() => setPalette("open")}
          >
            <Icon name="search" />
          </button>
          <Choices />
          <Person />
        </div>
      </div>
      {palette === "never" ? null : (
        <Suspense>
          <CommandPalette
            open={palette === "open"}
            onClose={() => setPalette("closed")}
            pages={rooms}
          />
        </Suspense>
      )}
    </header>
  );
}

function Foot() {
  return (
    <footer className="foot">
      <div className="wrap">
        <p>
          <Trans>
            Data from the BBSR inventory of 34 networks (2023) and public pages. Every figure names
            its source.
          </Trans>
        </p>
        <Link href="/open-data">
          <Trans>Open data and API</Trans>
        </Link>
        <Link href="/accessibility">
          <Trans>Accessibility</Trans>
        </Link>
        <Link href="/imprint">
          <Trans>Imprint</Trans>
        </Link>
      </div>
    </footer>
  );
}
