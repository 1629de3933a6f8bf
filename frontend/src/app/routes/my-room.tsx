import { lazyRouteComponent, useParams } from "@tanstack/react-router";
import { type ComponentType, Suspense } from "react";
import { Skeleton } from "@/ui/States";
import { FollowingPage, UnsubscribePage } from "./following";
import { MyCopiesPage } from "./my-copies";
import { MyProjectsPage } from "./my-projects";
import { MyRoomsPage } from "./my-rooms";
import { NotFoundPage } from "./not-found";
import { ReviewsPage } from "./reviews";

const ImportsPage = lazyRouteComponent(() => import("./project-import"), "ImportsPage");

const NoticesPage = lazyRouteComponent(() => import("./notices"), "NoticesPage");

const rooms: Record<string, ComponentType> = {
  imports: ImportsPage,
  following: FollowingPage,
  notices: NoticesPage,
  projects: MyProjectsPage,
  replications: MyCopiesPage,
  reviews: ReviewsPage,
  rooms: MyRoomsPage,
  unsubscribe: UnsubscribePage,
};

/** The pages under `/me`: what of the network's records is the reader's own. */
export function MyPage() {
  const { key } = useParams({ from: "/me/$key" });
  const Room = rooms[key] ?? NotFoundPage;
  return (
    <Suspense
      fallback={
        <div className="wrap page">
          <Skeleton page rows={6} />
        </div>
      }
    >
      <Room />
    </Suspense>
  );
}
