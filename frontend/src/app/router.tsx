import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
  type RouterHistory,
} from "@tanstack/react-router";
import type { ReactNode } from "react";
import { allWords } from "@/i18n/language";
import { Skeleton } from "@/ui/States";
import { parseSearch, type Search, stringifySearch } from "./address";
import { RouteError } from "./RouteError";
import { Shell } from "./Shell";

/** A page of its own chunk; it waits for its words as it waits for its code. */
function page<Name extends string>(load: () => Promise<Record<Name, () => ReactNode>>, name: Name) {
  return lazyRouteComponent(async () => (await Promise.all([load(), allWords()]))[0], name);
}

/** Pages that share a chunk: whoever opens one opens the next. */
function pages<Names extends string>(load: () => Promise<Record<Names, () => ReactNode>>) {
  return (name: Names) => page(load, name);
}

const steering = pages(() => import("./routes/steering"));
const own = pages(() => import("./routes/own"));
const letters = pages(() => import("./routes/letters"));
const places = pages(() => import("./routes/places"));
const practices = pages(() => import("./routes/practices"));
const legal = pages(() => import("./routes/legal"));
const organisation = pages(() => import("./routes/organisation-writing"));
const writing = pages<"MyPage" | "ProjectEditorPage" | "RoomPage">(
  () => import("./routes/project-writing"),
);

const root = createRootRoute({
  component: Shell,
  notFoundComponent: page(() => import("./routes/not-found"), "NotFoundPage"),
  validateSearch: (search) => search as Search,
});

const at = <Path extends string>(path: Path, component: RouteComponent) =>
  createRoute({ getParentRoute: () => root, path, component });

const routes = [
  // The words of the home page are already here.
  at(
    "/",
    lazyRouteComponent(() => import("./routes/home"), "HomePage"),
  ),
  at(
    "/networks",
    page(() => import("./routes/networks"), "NetworksPage"),
  ),
  at(
    "/networks/analysis",
    page(() => import("./routes/analysis"), "AnalysisPage"),
  ),
  at(
    "/networks/compare",
    page(() => import("./routes/compare"), "ComparePage"),
  ),
  at(
    "/networks/find",
    page(() => import("./routes/find"), "FindPage"),
  ),
  at(
    "/networks/$slug",
    page(() => import("./routes/network"), "NetworkPage"),
  ),
  at(
    "/networks/$slug/members",
    page(() => import("./routes/members"), "MembersPage"),
  ),
  at(
    "/networks/$slug/seats",
    page(() => import("./routes/seats"), "SeatsPage"),
  ),
  at(
    "/networks/$slug/apply",
    page(() => import("./routes/apply"), "ApplyPage"),
  ),
  at(
    "/organisations",
    page(() => import("./routes/organisations"), "OrganisationsPage"),
  ),
  at(
    "/organisations/$key",
    page(() => import("./routes/organisation"), "OrganisationPage"),
  ),
  at("/organisations/new", organisation("OrganisationNewPage")),
  at("/organisations/$key/edit", organisation("OrganisationEditPage")),
  at("/countries", places("CountriesPage")),
  at("/countries/$code", places("CountryPage")),
  at(
    "/projects",
    page(() => import("./routes/projects"), "ProjectsPage"),
  ),
  at(
    "/projects/$id",
    page(() => import("./routes/project"), "ProjectPage"),
  ),
  at(
    "/topics",
    page(() => import("./routes/topics"), "TopicsPage"),
  ),
  at(
    "/topics/$id",
    page(() => import("./routes/topic"), "TopicPage"),
  ),
  at("/practices", practices("PracticesPage")),
  at("/practices/$id", practices("PracticePage")),
  at(
    "/open-data",
    page(() => import("./routes/open-data"), "OpenDataPage"),
  ),
  at("/accessibility", legal("AccessibilityPage")),
  at("/imprint", legal("ImprintPage")),
  at(
    "/sign-in",
    page(() => import("./routes/sign-in"), "SignInPage"),
  ),
  at("/invitation", letters("InvitationPage")),
  at("/recovery", letters("RecoveryPage")),
  at(
    "/desk",
    page(() => import("./routes/desk"), "DeskPage"),
  ),
  at("/me/$key", writing("MyPage")),
  at(
    "/coaching/{-$key}/{-$part}",
    page(() => import("./routes/coaching"), "CoachingPage"),
  ),
  at("/projects/$id/desk", writing("ProjectEditorPage")),
  at("/rooms/$id", writing("RoomPage")),
  at("/account", own("AccountPage")),
  at("/my-data", own("MyDataPage")),
  at("/erased", own("ErasedPage")),
  at("/application", letters("ApplicationPage")),
  at("/applications", steering("ApplicationsPage")),
  at("/applications/$id", steering("OneApplicationPage")),
  at("/accounts", steering("AccountsPage")),
  at("/clients", steering("ClientsPage")),
  at("/audit", steering("AuditPage")),
  at("/mails", steering("MailsPage")),
  at("/memberships/$id", steering("MembershipPage")),
] as const;

export function createAppRouter(history?: RouterHistory) {
  return createRouter({
    ...(history ? { history } : {}),
    routeTree: root.addChildren(routes),
    parseSearch,
    stringifySearch,
    scrollRestoration: !history,
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 200,
    defaultPendingComponent: () => (
      <div className="wrap page">
        <Skeleton page rows={6} />
      </div>
    ),
    defaultErrorComponent: RouteError,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
