import { expect, it, vi } from "vitest";
import { changeLanguage } from "@/i18n/language";
import { api, read } from "./client";
import type { Problem } from "./problem";

const absolute = { baseUrl: "http://citypeers.test" };

it("asks in the reader's language and gives the data", async () => {
  await changeLanguage("de");
  const fetch = vi.fn(async (_request: Request) => Response.json({ total: 34 }));
  const data = await read(api.GET("/api/v1/networks", { ...absolute, fetch }));
  expect(data).toEqual({ total: 34 });
  expect(fetch.mock.calls[0]?.[0].headers.get("Accept-Language")).toBe("de");
});

it("throws what the API said, or that it said nothing", async () => {
  const refused = async () => Response.json({ title: "Not found", detail: "x" }, { status: 404 });
  await expect(
    read(api.GET("/api/v1/networks", { ...absolute, fetch: refused })),
  ).rejects.toMatchObject({
    status: 404,
    title: "Not found",
    detail: "x",
    errors: [],
  } satisfies Partial<Problem>);
  const silent = async () => Promise.reject(new TypeError("failed"));
  await expect(
    read(api.GET("/api/v1/networks", { ...absolute, fetch: silent })),
  ).rejects.toMatchObject({
    status: 0,
  });
});
