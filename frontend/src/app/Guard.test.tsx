import { QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Me, meQuery, type Role } from "@/api/me";
import { createQueryClient } from "@/api/queryClient";
import { drop, hold } from "@/api/token";
import { show } from "@/test/show";
import { Guard } from "./Guard";

function person(role: Role, must_enrol = false): Me {
  const grant = {
    role,
    on_kind: "everything",
    on_id: "everything",
    valid_from: "2026-01-01",
    valid_to: null,
  };
  const names = { id: "1", email: "ana@example.org", name: "Ana Lima", language: "en", version: 1 };
  return { ...names, second_factor: !must_enrol, must_enrol, grants: [grant] };
}

async function open(me: Me) {
  hold("token", 600, async () => undefined);
  const queries = createQueryClient();
  queries.setQueryData(meQuery().queryKey, { data: me, tag: '"1"' });
  const root = createRootRoute({
    component: () => (
      <Guard needs={["secretariat"]}>
        <h1>Seats</h1>
      </Guard>
    ),
  });
  const router = createRouter({
    routeTree: root,
    history: createMemoryHistory({ initialEntries: ["/"] }),
  });
  await router.load();
  show(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
  return (await screen.findByRole("heading", { level: 1 })).textContent;
}

beforeEach(() => vi.stubGlobal("scrollTo", () => undefined));
afterEach(drop);

it("opens to a role that is held", async () => {
  expect(await open(person("secretariat"))).toBe("Seats");
});

it("says whom to ask where the role is not held", async () => {
  expect(await open(person("member"))).toBe("This page is not open to you");
  expect(screen.getByText(/The secretariat gives roles/)).toBeTruthy();
});

it("leads to the second factor where the role waits for it", async () => {
  expect(await open(person("secretariat", true))).toBe("This page is not open to you");
  const link = screen.getByRole("link", { name: "Set up the second factor" });
  expect(link.getAttribute("href")).toBe("/account#second-factor");
});
