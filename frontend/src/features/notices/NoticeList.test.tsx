import { QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { createQueryClient } from "@/api/queryClient";
import { show } from "@/test/show";
import { NoticeList } from "./NoticeList";
import { noticesQuery, type Told } from "./queries";

const read: string[] = [];
vi.mock("./queries", async (original) => ({
  ...(await original<typeof import("./queries")>()),
  useAfterNotices: () => () => undefined,
  readUntil: async (until: string) => {
    read.push(until);
  },
}));

const words = (text: string) => ({ en: text, de: text, es: text, pt: text });
const told = (id: string, read_at: string | null): Told => ({
  id,
  letter: "project-step",
  title: words(`Project ${id}`),
  text: words("A reviewer approved the project"),
  link: `/projects/${id}/desk`,
  created_at: `2026-11-2${id}T08:00:00Z`,
  read_at,
});

async function open(items: Told[]) {
  const unread = items.filter(({ read_at }) => read_at === null).length;
  vi.stubGlobal("scrollTo", () => undefined);
  const queries = createQueryClient();
  queries.setDefaultOptions({ queries: { staleTime: "static" } });
  queries.setQueryData(noticesQuery(50).queryKey, { items, total: items.length, unread });
  const router = createRouter({
    routeTree: createRootRoute({ component: () => <NoticeList shown={50} more="/more" /> }),
    history: createMemoryHistory({ initialEntries: ["/"] }),
  });
  await router.load();
  show(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
}

it("counts what is not read, marks it in words, and reads all up to the newest", async () => {
  await open([told("2", null), told("1", "2026-11-21T09:00:00Z")]);
  expect((await screen.findByRole("heading", { level: 2 })).textContent).toBe("1 not read yet");
  expect(screen.getAllByText("Not read yet:")).toHaveLength(1);
  expect(screen.getAllByRole("button", { name: /I have read this/ })).toHaveLength(1);
  fireEvent.click(screen.getByRole("button", { name: "I have read all of this" }));
  await waitFor(() => expect(read).toEqual(["2026-11-22T08:00:00Z"]));
});

it("says so where all is read, and where nothing was told", async () => {
  await open([told("1", "2026-11-21T09:00:00Z")]);
  expect((await screen.findByRole("heading", { level: 2 })).textContent).toBe("All read");
  expect(screen.queryByRole("button")).toBeNull();
});
