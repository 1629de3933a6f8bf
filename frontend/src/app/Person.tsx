import { Trans } from "@lingui/react/macro";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { wasSignedIn } from "@/api/token";
import { useSession } from "@/api/useSession";
import { allWords } from "@/i18n/language";
import { Link } from "@/ui/Link";
import { useInBrowser } from "@/ui/useInBrowser";
import { signInHref } from "./next";

const PersonMenu = lazy(async () => {
  const [{ Menu: component }] = await Promise.all([import("./Menu"), allWords()]);
  return { default: component };
});

/** In the header: the way in, or who is signed in. */
export function Person() {
  const session = useSession();
  const inBrowser = useInBrowser();
  const navigate = useNavigate();
  const { pathname, search } = useLocation({
    select: (location) => ({ pathname: location.pathname, search: location.searchStr }),
  });

  if (session === "in") {
    return (
      <Suspense fallback={<DeskLink />}>
        <PersonMenu onSignedOut={() => void navigate({ href: "/" })} />
      </Suspense>
    );
  }
  if (inBrowser && session === "unknown" && wasSignedIn()) return <DeskLink />;
  return (
    <Link className="person-link" href={inBrowser ? signInHref(pathname + search) : "/sign-in"}>
      <Trans>Sign in</Trans>
    </Link>
  );
}

function DeskLink() {
  return (
    <Link className="person-link" href="/desk">
      <Trans>My desk</Trans>
    </Link>
  );
}
