import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { show } from "@/test/show";
import { Facet } from "./Facet";

const values = [
  { value: "not_stated", label: "Not stated", count: 7 },
  { value: "european_union", label: "European Union", count: 9 },
  { value: "none", label: "Nobody", count: 0 },
];

function facet(chosen: string[], onChange = vi.fn()) {
  return show(
    <Facet heading="Who pays" values={values} total={36} chosen={chosen} onChange={onChange} />,
  );
}

it("puts not stated last with a dashed bar, and keeps a zero, muted", () => {
  const { container } = facet([]);
  const names = screen.getAllByRole("checkbox").map((box) => box.closest("label")?.textContent);
  expect(names).toEqual([" European Union9", " Nobody0", " Not stated7"]);
  expect(container.querySelectorAll(".is-dashed")).toHaveLength(1);
  expect(screen.getByText("Nobody").className).toBe("is-muted");
  expect(container.querySelector<HTMLElement>(".bar i")?.style.width).toBe("25%");
});

it("adds and takes away values", async () => {
  const onChange = vi.fn();
  facet(["none"], onChange);
  await userEvent.click(screen.getByRole("checkbox", { name: /European Union/ }));
  expect(onChange).toHaveBeenLastCalledWith(["none", "european_union"]);
  await userEvent.click(screen.getByRole("checkbox", { name: /Nobody/ }));
  expect(onChange).toHaveBeenLastCalledWith([]);
});
