import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { createQueryClient } from "@/api/queryClient";
import { show } from "@/test/show";
import { NoticeSettings } from "./NoticeSettings";
import { type Settings, type SettingsWrite, settingsQuery } from "./queries";

const sent: SettingsWrite[] = [];
const answer = { refuses: false };
vi.mock("./queries", async (original) => ({
  ...(await original<typeof import("./queries")>()),
  useAfterNotices: () => () => undefined,
  setSettings: async (given: SettingsWrite) => {
    sent.push(given);
    if (answer.refuses) throw new Error("Not now");
  },
}));

const label = { en: "Projects", de: "Projekte", es: "Proyectos", pt: "Projetos" };
const kept: Settings = {
  hour: 8,
  zone: "UTC",
  groups: [{ group: "projects", label, way: "at_once" }],
};

function open(refuses: boolean) {
  answer.refuses = refuses;
  sent.length = 0;
  const queries = createQueryClient();
  queries.setQueryData(settingsQuery().queryKey, kept);
  show(
    <QueryClientProvider client={queries}>
      <NoticeSettings />
    </QueryClientProvider>,
  );
}

it("sends a choice at once, with the reader's own clock", async () => {
  open(false);
  expect(screen.queryByLabelText("When the daily letter goes out")).toBeNull();
  fireEvent.click(screen.getByLabelText("in one letter a day"));
  await screen.findByText("Saved");
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(sent).toEqual([{ hour: 8, zone, groups: [{ group: "projects", way: "digest" }] }]);
  fireEvent.change(screen.getByLabelText("When the daily letter goes out"), {
    target: { value: "20" },
  });
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toMatchObject({ hour: 20 });
});

it("goes back to what is kept where a choice was refused", async () => {
  open(true);
  fireEvent.click(screen.getByLabelText("only here"));
  await screen.findByRole("alert");
  expect(screen.getByLabelText<HTMLInputElement>("by letter at once").checked).toBe(true);
});
