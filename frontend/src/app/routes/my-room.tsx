import { useParams } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { FollowingPage, UnsubscribePage } from "./following";
import { MyCopiesPage } from "./my-copies";
import { MyProjectsPage } from "./my-projects";
import { NotFoundPage } from "./not-found";
import { ReviewsPage } from "./reviews";

const rooms: Record<string, ComponentType> = {
  following: FollowingPage,
  projects: MyProjectsPage,
  replications: MyCopiesPage,
  reviews: ReviewsPage,
  unsubscribe: UnsubscribePage,
};

/** The pages under `/me`: what of the network's records is the reader's own. */
export function MyPage() {
  const { key } = useParams({ from: "/me/$key" });
  const Room = rooms[key] ?? NotFoundPage;
  return <Room />;
}
