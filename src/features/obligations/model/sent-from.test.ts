import { expect, it } from "vitest";
import type { ObligationRow, SchoolHome } from "./contract.ts";
import { sentFrom } from "./sent-from.ts";

const row = (id: string) => ({ id, state: "late", report: null, can: { report: true } }) as unknown as ObligationRow;
const home = {
  late: [row("a"), row("b")],
  week: [],
  soon: [row("c")],
  later: [],
  returned: [row("d")],
  submitted: [row("e")],
} as unknown as SchoolHome;
const report = { id: "r", state: "submitted" } as unknown as NonNullable<ObligationRow["report"]>;
const ids = (rows: readonly ObligationRow[]) => rows.map(({ id }) => id);

it("what a sent report answers leaves every list of what is owed and waits for the checker", () => {
  const after = sentFrom(home, ["b", "d"], report);
  expect(ids(after.late)).toEqual(["a"]);
  expect(ids(after.returned)).toEqual([]);
  expect(ids(after.soon)).toEqual(["c"]);
  expect(ids(after.submitted)).toEqual(["e", "b", "d"]);
  expect(after.submitted.at(-1)).toMatchObject({ state: "submitted", report: { id: "r" }, can: { report: false } });
});
