import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useForm } from "react-hook-form";
import { expect, it, vi } from "vitest";
import { Problem } from "@/api/problem";
import { show } from "@/test/show";
import { Form } from "./Form";
import { Select } from "./Select";
import { TextField } from "./TextField";
import { fieldOf } from "./useProblem";

type Values = { name: string; kind: string };

function Example({ onSend }: { onSend: (values: Values) => Promise<void> }) {
  const form = useForm<Values>({ defaultValues: { name: "", kind: "a" } });
  return (
    <Form form={form} onSend={onSend} submit="Save name">
      <TextField
        name="name"
        label="Name"
        hint="As others see it"
        rules={{ required: "Write it." }}
      />
      <Select name="kind" label="Kind" options={[{ value: "a", label: "A" }]} />
    </Form>
  );
}

const invalid = (...errors: [string, string][]) =>
  new Problem(
    422,
    "Not taken",
    "See below",
    "/problems/invalid",
    errors.map(([pointer, detail]) => ({ pointer, detail, code: "x" })),
  );

it("says what is missing before anything is sent", async () => {
  const send = vi.fn();
  show(<Example onSend={send} />);
  await userEvent.click(screen.getByRole("button", { name: "Save name" }));
  const field = screen.getByRole("textbox", { name: "Name" });
  expect(field.getAttribute("aria-invalid")).toBe("true");
  const told = field
    .getAttribute("aria-describedby")
    ?.split(" ")
    .map((id) => document.getElementById(id)?.textContent);
  expect(told).toEqual(["As others see it", "Write it."]);
  expect(document.activeElement).toBe(field);
  expect(send).not.toHaveBeenCalled();
});

it("puts each refusal on its field, and only what is left above", async () => {
  const send = vi.fn().mockRejectedValueOnce(invalid(["/name", "Taken"]));
  show(<Example onSend={send} />);
  await userEvent.type(screen.getByRole("textbox", { name: "Name" }), "Kochi{Enter}");
  await screen.findByText("Taken");
  expect(screen.queryByRole("alert")).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Name" }));

  send.mockRejectedValueOnce(invalid(["/name", "Taken"], ["/other", "Unknown"]));
  await userEvent.type(screen.getByRole("textbox", { name: "Name" }), "!{Enter}");
  expect((await screen.findByRole("alert")).textContent).toContain("Not taken");
});

it("waits for one answer at a time", async () => {
  let over: () => void = () => undefined;
  const send = vi.fn(
    () =>
      new Promise<void>((resolve) => {
        over = resolve;
      }),
  );
  show(<Example onSend={send} />);
  await userEvent.type(screen.getByRole("textbox", { name: "Name" }), "Kochi{Enter}{Enter}");
  const button = screen.getByRole("button", { name: "Save name" });
  await waitFor(() => expect(button.getAttribute("aria-disabled")).toBe("true"));
  await userEvent.click(button);
  expect(send).toHaveBeenCalledOnce();
  over();
  await waitFor(() => expect(button.getAttribute("aria-disabled")).toBe("false"));
});

it("reads pointers as names of fields", () => {
  expect(fieldOf("/members/0/name")).toBe("members.0.name");
  expect(fieldOf("/a~1b")).toBe("a/b");
});
