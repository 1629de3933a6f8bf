/** What the API says when it refuses (RFC 9457). Nothing else is thrown by a read or a change. */
export type FieldProblem = { pointer: string; detail: string; code: string };

export class Problem extends Error {
  override name = "Problem";

  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly type: string,
    readonly errors: FieldProblem[],
    /** What the detail tells, number by number: the rule, its limit, and what would fit. */
    readonly numbers: { [name: string]: number | string | null } = {},
  ) {
    super(detail || title);
  }

  /** No answer at all: status 0. */
  static unreachable(): Problem {
    return new Problem(0, "", "", "about:blank", []);
  }

  static from(status: number, body: unknown): Problem {
    const told = (typeof body === "object" && body !== null ? body : {}) as Partial<Problem>;
    return new Problem(
      status,
      String(told.title ?? ""),
      String(told.detail ?? ""),
      String(told.type ?? "about:blank"),
      Array.isArray(told.errors) ? told.errors : [],
      told.numbers,
    );
  }
}
