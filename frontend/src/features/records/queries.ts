import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, read } from "@/api/client";
import { firstOf } from "@/api/pages";
import type { components } from "@/api/schema.gen";

export type AuditEvent = components["schemas"]["AuditEventOut"];
export type AuditChange = components["schemas"]["ChangeOut"];
export type Mail = components["schemas"]["MailOut"];
export type MailState = components["schemas"]["MailState"];

export type AuditAsked = {
  actor: string[];
  verb: string[];
  kind: string[];
  subject: string[];
  /** First and last day. */
  since?: string;
  until?: string;
};

const DAY_MS = 86_400_000;

/** The moment at which a day is over. */
export function endOf(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString();
}

/** What was done, the newest first. */
export function auditQuery({ since, until, ...names }: AuditAsked, most: number) {
  return queryOptions({
    queryKey: ["records", "audit", since, until, names, most],
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      firstOf(most, (limit, cursor) => {
        const query = {
          ...names,
          ...(since ? { since: `${since}T00:00:00Z` } : {}),
          ...(until ? { until: endOf(until) } : {}),
          ...(cursor ? { cursor } : {}),
          limit,
        };
        return read(api.GET("/api/v1/audit-events", { params: { query }, signal }));
      }),
  });
}

export const MAIL_STATES = {
  dead: ["dead"],
  waiting: ["queued", "sending"],
  sent: ["sent"],
} as const satisfies Record<string, readonly MailState[]>;

export type MailView = keyof typeof MAIL_STATES;

export function mailsQuery(view: MailView, most: number) {
  return queryOptions({
    queryKey: ["records", "mails", view, most],
    staleTime: 0,
    queryFn: ({ signal }) =>
      firstOf(most, (limit, cursor) => {
        const query = { state: [...MAIL_STATES[view]], limit, ...(cursor ? { cursor } : {}) };
        return read(api.GET("/api/v1/mails", { params: { query }, signal }));
      }),
  });
}

export function tryAgain(id: string): Promise<Mail> {
  const params = { path: { id } };
  return read(api.POST("/api/v1/mails/{id}/transitions", { params, body: { verb: "retry" } }));
}
