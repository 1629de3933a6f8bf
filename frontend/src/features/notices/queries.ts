import { keepPreviousData, queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, done, read } from "@/api/client";
import { firstOf } from "@/api/pages";
import type { components } from "@/api/schema.gen";

export type Told = components["schemas"]["NoticeOut"];
export type Way = components["schemas"]["WayTold"];
export type Settings = components["schemas"]["NoticeSettingsOut"];
export type SettingsWrite = components["schemas"]["NoticeSettings"];

/** What the reader was told, the newest first, and how much of it they have not read. */
export function noticesQuery(most: number) {
  return queryOptions({
    queryKey: ["notices", "page", most],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      let unread = 0;
      const found = await firstOf(most, async (limit, cursor) => {
        const query = cursor ? { limit, cursor } : { limit };
        const page = await read(api.GET("/api/v1/me/notices", { params: { query }, signal }));
        unread = page.unread;
        return page;
      });
      return { ...found, unread };
    },
  });
}

/** What the reader has not read yet: a few of it, and how much there is. */
export function unreadQuery() {
  return queryOptions({
    queryKey: ["notices", "unread"],
    refetchInterval: 300_000,
    queryFn: ({ signal }) => {
      const query = { unread: true, limit: 5 };
      return read(api.GET("/api/v1/me/notices", { params: { query }, signal }));
    },
  });
}

export function settingsQuery() {
  return queryOptions({
    queryKey: ["notices", "settings"],
    queryFn: ({ signal }) => read(api.GET("/api/v1/me/notices/settings", { signal })),
  });
}

export function readNotice(id: string): Promise<void> {
  return done(api.POST("/api/v1/me/notices/read", { body: { ids: [id] } }));
}

/** Everything up to a moment, so that what comes meanwhile stays unread. */
export function readUntil(until: string): Promise<void> {
  return done(api.POST("/api/v1/me/notices/read", { body: { ids: [], until } }));
}

export function setSettings(body: SettingsWrite): Promise<void> {
  return done(api.PUT("/api/v1/me/notices/settings", { body }));
}

/** After a change all about notices is asked anew. */
export function useAfterNotices() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["notices"] });
}
