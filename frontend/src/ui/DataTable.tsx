import type { ReactNode } from "react";
import { classes } from "./classes";

export type Column<Row> = {
  key: string;
  heading: string;
  cell: (row: Row) => ReactNode;
  number?: boolean;
};

type DataTableProps<Row> = {
  caption: ReactNode;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The caption is read out only, because a heading says the same. */
  silentCaption?: boolean;
};

/** A real table; its first column names the row. Under 900 px each row becomes a labelled block. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  silentCaption,
}: DataTableProps<Row>) {
  return (
    <table className="table table-blocks">
      <caption className={classes(silentCaption && "vh")}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={classes(column.number && "is-number")}>
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} scope="row">
                  {column.cell(row)}
                </th>
              ) : (
                <td
                  key={column.key}
                  data-label={`${column.heading}:`}
                  className={classes(column.number && "is-number")}
                >
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
