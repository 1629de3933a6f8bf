import type { FigureView } from "@/ui/Figure";

/** What a figure needs to know of the address: whether it is drawn or written as a table. */
export type Shown = (name: string) => {
  view: FigureView;
  onView: (view: FigureView) => void;
};
