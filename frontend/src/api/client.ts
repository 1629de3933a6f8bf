/** The typed client of the contract. `read` gives the data or throws a Problem. */
import createClient from "openapi-fetch";
import { currentLanguage } from "@/i18n/language";
import { Problem } from "./problem";
import type { paths } from "./schema.gen";
import { authorization, refused } from "./token";

declare global {
  interface Window {
    /** What `first.js` asked for before this code was here. */
    citypeersEarly?: { address: string; language: string; answer: Promise<Response> } | undefined;
  }
}

/** Takes the answer that is already on its way, once; asks for anything else. */
function ask(request: Request): Promise<Response> {
  const early = window.citypeersEarly;
  if (
    early &&
    request.method === "GET" &&
    new URL(request.url).pathname + new URL(request.url).search === early.address &&
    request.headers.get("Accept-Language") === early.language
  ) {
    window.citypeersEarly = undefined;
    return early.answer;
  }
  return fetch(request);
}

const OPENED_BY_COOKIE = ["/api/v1/auth/sign-in", "/api/v1/auth/refresh", "/api/v1/auth/sign-out"];

export const api = createClient<paths>({ baseUrl: "/", fetch: ask });

api.use({
  async onRequest({ request, schemaPath }) {
    request.headers.set("Accept-Language", currentLanguage());
    // The door itself is opened by the cookie.
    const bearer = OPENED_BY_COOKIE.includes(schemaPath) ? undefined : await authorization();
    if (bearer) request.headers.set("Authorization", bearer);
    return request;
  },
  onResponse({ request, response }) {
    const bearer = request.headers.get("Authorization");
    if (response.status === 401 && bearer) refused(bearer);
  },
});

type Answer<T> = { data?: T; error?: unknown; response: Response };

async function answered<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
  const answer = await asked.catch((failure: unknown) => {
    if (failure instanceof DOMException && failure.name === "AbortError") throw failure;
    throw Problem.unreachable();
  });
  if (!answer.response.ok) throw Problem.from(answer.response.status, answer.error);
  return answer;
}

/** `queryFn: ({ signal }) => read(api.GET("/api/v1/networks", { params, signal }))` */
export async function read<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answered(asked);
  if (data === undefined) throw Problem.from(response.status, error);
  return data;
}

/** A record and its entity tag, which a change gives back as `If-Match`. */
export async function readTagged<T>(asked: Promise<Answer<T>>): Promise<{ data: T; tag: string }> {
  const answer = await answered(asked);
  const data = await read(Promise.resolve(answer));
  return { data, tag: answer.response.headers.get("ETag") ?? "" };
}

/** A change whose answer has no body. */
export async function done(asked: Promise<Answer<unknown>>): Promise<void> {
  await answered(asked);
}
