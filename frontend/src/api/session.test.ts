import { afterEach, beforeEach, expect, it, vi } from "vitest";

type Session = typeof import("./session");
type Token = typeof import("./token");
type Client = typeof import("./client");

const opened = (token: string, seconds = 600) =>
  Response.json({ access_token: token, token_type: "Bearer", expires_in: seconds });
const refusal = (status: number, name: string) =>
  Response.json({ type: `/problems/${name}`, title: name, detail: "" }, { status });

let session: Session;
let token: Token;
let client: Client;
let answers: (() => Response)[];
let asked: Request[];
let lines: BroadcastChannel[] = [];

/** A tab of its own: nothing is known yet. */
beforeEach(async () => {
  vi.resetModules();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  answers = [];
  asked = [];
  vi.stubGlobal(
    "Request",
    class extends Request {
      constructor(input: RequestInfo | URL, init?: RequestInit) {
        super(typeof input === "string" ? new URL(input, "http://citypeers.test") : input, init);
      }
    },
  );
  vi.stubGlobal(
    "BroadcastChannel",
    class extends BroadcastChannel {
      constructor(name: string) {
        super(name);
        lines.push(this);
      }
    },
  );
  vi.stubGlobal("fetch", async (request: Request) => {
    asked.push(request);
    return answers.shift()?.() ?? refusal(404, "not-found");
  });
  [session, token, client] = await Promise.all([
    import("./session"),
    import("./token"),
    import("./client"),
  ]);
});

/** Closed: the next tab hears nothing of it, and what it meant to do later ends with the clock of the test. */
afterEach(() => {
  for (const line of lines) line.close();
  lines = [];
});

it("asks for a token once, however many want one, and sends it along", async () => {
  answers = [() => opened("one"), () => Response.json({ items: [] })];
  expect(await Promise.all([session.renew(), session.renew(), session.renew()])).toEqual([
    true,
    true,
    true,
  ]);
  expect(asked).toHaveLength(1);
  expect(token.sessionState()).toBe("in");
  expect(token.wasSignedIn()).toBe(true);
  await client.read(client.api.GET("/api/v1/auth/sessions"));
  expect(asked[1]?.headers.get("Authorization")).toBe("Bearer one");
  expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain("one");
});

it("asks again where another tab was quicker", async () => {
  answers = [() => refusal(409, "refreshed-meanwhile"), () => opened("two")];
  expect(await session.renew()).toBe(true);
  expect(asked).toHaveLength(2);
});

it("is signed out where the cookie opens nothing", async () => {
  sessionStorage.setItem("citypeers.signed-in", "yes");
  answers = [() => refusal(401, "unauthorised")];
  expect(await session.signedIn()).toBe(false);
  expect(token.sessionState()).toBe("out");
  expect(token.wasSignedIn()).toBe(false);
  expect(await session.signedIn()).toBe(false);
  expect(asked).toHaveLength(1);
});

it("stays as it was where the server does not answer", async () => {
  answers = [() => refusal(503, "unavailable")];
  await expect(session.renew()).rejects.toMatchObject({ status: 503 });
  expect(token.sessionState()).toBe("unknown");
});

it("renews a token that is about to end before it is used", async () => {
  answers = [() => opened("old", 5), () => opened("new"), () => Response.json({ items: [] })];
  await session.renew();
  await client.read(client.api.GET("/api/v1/auth/sessions"));
  expect(asked[2]?.headers.get("Authorization")).toBe("Bearer new");
});

it("leaves when a token is refused and the cookie too", async () => {
  const told = vi.fn();
  answers = [
    () => opened("one"),
    () => refusal(401, "unauthorised"),
    () => refusal(401, "unauthorised"),
  ];
  await session.renew();
  token.onSession(told);
  await expect(client.read(client.api.GET("/api/v1/auth/sessions"))).rejects.toMatchObject({
    status: 401,
  });
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
  expect(token.sessionState()).toBe("out");
});

it("asks nothing on a page where nobody has signed in", () => {
  session.comeBack();
  expect(asked).toHaveLength(0);
});
