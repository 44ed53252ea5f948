import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askReassign, chosen, owedRows, twoTerms, type OwedRow } from "../../../../test/support/owed-rows.ts";
import { openReportingSchool, type ReportingSchool } from "../../../../test/support/reporting-school.ts";
import { setClock } from "../../../../test/support/set-clock.ts";
import type { PeriodSummary } from "../model/period-summary.ts";

let at: ReportingSchool;
beforeAll(async () => {
  at = await openReportingSchool();
});
afterAll(() => at.world.close());

const on = (day: string) => setClock(at.world, `2026-${day}T09:00:00+03:00`);

/** Of two terms one stands far ahead, the other is due in September. */
async function september() {
  on("08-01");
  const { programmeId, rows } = await twoTerms(at);
  await at.world.rows("update obligation set opens_on = '2026-09-01', due_on = '2026-09-15' where id = $1", [
    rows[0]!.id,
  ]);
  const told = async (period: string, kind = "month") => {
    const query = new URLSearchParams({ territoryId: at.territory, programmeId, kind, period });
    const { status, body } = await at.officer.call("GET", `/api/progress/summary?${query}`);
    expect(status).toBe(200);
    const { late, moved, notApplicable } = (body as PeriodSummary).counts;
    return { late, moved, notApplicable };
  };
  const handOver = async () => {
    const [row] = (await owedRows(at, programmeId)) as [OwedRow];
    const bearer = { kind: "organisation", id: at.second };
    const { body } = await askReassign(at, at.officer, { bearer, reason: "Школа закрыта", rows: [chosen(row)] });
    expect(body.refused).toEqual([]);
  };
  const move = async (dueOn: string) => {
    const [row] = (await owedRows(at, programmeId)) as [OwedRow];
    const body = { territoryId: at.territory, reason: "Карантин", rows: [{ ...chosen(row), dueOn }] };
    expect((await at.officer.call("POST", "/api/obligations/moved", body)).body.refused).toEqual([]);
  };
  return { told, handOver, move };
}

describe("a term handed over later", () => {
  it("stays late in its month at whoever had it then, once", async () => {
    const { told, handOver } = await september();
    on("10-22");
    expect(await told("2026-09")).toEqual({ late: 1, moved: 0, notApplicable: 0 });
    await handOver();
    expect(await told("2026-09")).toEqual({ late: 1, moved: 0, notApplicable: 0 });
    // the span lasts: it is read as it stands now, with both
    expect(await told("2026-09-01..2026-12-31", "span")).toEqual({ late: 1, moved: 0, notApplicable: 1 });
  });

  it("and put off before that is told as put off by the heir's row too", async () => {
    const { told, handOver, move } = await september();
    on("09-10");
    await move("2026-12-15");
    on("10-22");
    await handOver();
    expect(await told("2026-09")).toEqual({ late: 0, moved: 1, notApplicable: 0 });
    on("11-20");
    expect(await told("2026-09-01..2026-10-31", "span")).toEqual({ late: 0, moved: 1, notApplicable: 1 });
  });
});
