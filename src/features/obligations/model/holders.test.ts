import { describe, expect, it } from "vitest";
import type { ObligationRow } from "./contract.ts";
import { holdingsOf } from "./holders.ts";

const people = [
  { id: "a", name: "Агафонова А. А.", position: "учитель" },
  { id: "b", name: "Белов Б. Б.", position: "завуч" },
  { id: "c", name: "Вольнова В. В.", position: "учитель" },
];
const row = (holder: string | null, state: ObligationRow["state"], name = "") =>
  ({ state, delegatedTo: holder === null ? null : { id: holder, name } }) as ObligationRow;

describe("who holds what", () => {
  it("puts what nobody was given first, then whoever is late most, those with nothing last", () => {
    const rows = [row("a", "soon"), row(null, "ahead"), row("b", "late"), row("b", "late"), row("a", "late")];
    const holdings = holdingsOf({ rows, people });
    expect(holdings.map((one) => [one.person?.name ?? "никому", one.rows.length, one.late])).toEqual([
      ["никому", 1, 0],
      ["Белов Б. Б.", 2, 2],
      ["Агафонова А. А.", 2, 1],
      ["Вольнова В. В.", 0, 0],
    ]);
  });

  it("names someone who works there no more and holds something still", () => {
    const holdings = holdingsOf({ rows: [row("gone", "soon", "Ушедшая Г. Г.")], people });
    expect(holdings[0]!.person).toEqual({ id: "gone", name: "Ушедшая Г. Г.", position: "" });
  });

  it("has no group of what nobody was given where there is none", () => {
    expect(holdingsOf({ rows: [row("a", "soon")], people })[0]!.person!.id).toBe("a");
  });
});
