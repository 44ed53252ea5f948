import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import { makeId } from "#shared/ids.ts";
import { edit, sendEdit, standing as standingAt } from "../../../../test/support/blind-edits.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";
import { givenProgramme, replan } from "../../../../test/support/given-programme.ts";

describe("undo", () => {
  let world: World;
  let territoryId: Id;
  let officer: Persona;
  beforeAll(async () => {
    world = await openWorld({ now: "2026-10-22T09:00:00+03:00" });
    const region = await world.territory({ kind: "region" });
    territoryId = await world.territory({ kind: "municipality", parentId: region });
    officer = await world.person([{ role: "officer", territoryId }]);
  });
  afterAll(() => world.close());

  /** every row of the programme as it stands, without versions; read by the owner of the tables */
  async function rowsOf(programmeId: Id): Promise<unknown[]> {
    const { rows } = await world.program.database.pool.query(
      `select to_jsonb(p) - 'version' as row from programme p where id = $1
       union all select to_jsonb(r) - 'version' from roadmap r where programme_id = $1
       union all select to_jsonb(s) - 'version' from section s join roadmap r on r.id = s.roadmap_id where r.programme_id = $1
       union all select to_jsonb(m) - 'version' from measure m where programme_id = $1
       union all select to_jsonb(x) from measure_party x join measure m on m.id = x.measure_id where m.programme_id = $1
       union all select to_jsonb(v) from planned_value v join measure m on m.id = v.measure_id where m.programme_id = $1
       union all select to_jsonb(y) from planned_year y join planned_value v on v.id = y.planned_value_id
         join measure m on m.id = v.measure_id where m.programme_id = $1
       union all select to_jsonb(c) from measure_paper c join measure m on m.id = c.measure_id where m.programme_id = $1`,
      [programmeId],
    );
    return rows.map((row) => JSON.stringify(row.row)).sort();
  }

  const at = (programmeId: Id) => `/api/programmes/${territoryId}/${programmeId}`;
  const undo = (programmeId: Id, changeId: Id, direction = "undo") =>
    officer.call("POST", `${at(programmeId)}/changes/${changeId}/${direction}`);

  const standing = (programmeId: Id) => standingAt(officer, at(programmeId));

  it("restores every row, edit by edit, and doing again does it all again", async () => {
    let done = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 2, maxLength: 7 }), async (edits) => {
        const { programmeId } = await givenProgramme(world, territoryId, [{ parties: [] }, { parties: [] }], {
          status: "draft",
        });
        const images = [await rowsOf(programmeId)];
        const changes: Id[] = [];
        for (const each of edits) {
          const changeId = await sendEdit(officer, at(programmeId), each);
          if (!changeId) continue;
          changes.push(changeId);
          images.push(await rowsOf(programmeId));
        }
        done += changes.length;
        for (const [index, changeId] of [...changes.entries()].reverse()) {
          expect((await undo(programmeId, changeId)).status).toBe(200);
          expect(await rowsOf(programmeId)).toEqual(images[index]);
        }
        for (const [index, changeId] of changes.entries()) {
          expect((await undo(programmeId, changeId, "redo")).status).toBe(200);
          expect(await rowsOf(programmeId)).toEqual(images[index + 1]);
        }
      }),
      { numRuns: 12 },
    );
    expect(done).toBeGreaterThan(20);
  });

  it("refuses where the row has changed since, and touches nothing", async () => {
    const { programmeId, measureIds } = await givenProgramme(world, territoryId, [{ parties: [] }], {
      status: "draft",
    });
    const patch = (version: number, title: string) =>
      officer.call("PATCH", `${at(programmeId)}/measures/${measureIds[0]}`, { version, title });
    const first = await patch(1, "Раз");
    await patch(2, "Два");
    const rows = await rowsOf(programmeId);
    const answer = await undo(programmeId, first.body.changeId);
    expect([answer.status, answer.body.code]).toEqual([409, "changed-since"]);
    expect(await rowsOf(programmeId)).toEqual(rows);
  });

  it("says of an undone edit that it is not done again where the row has changed since", async () => {
    const { programmeId, measureIds } = await givenProgramme(world, territoryId, [{ parties: [] }], {
      status: "draft",
    });
    const patch = (version: number, title: string) =>
      officer.call("PATCH", `${at(programmeId)}/measures/${measureIds[0]}`, { version, title });
    const first = await patch(1, "Раз");
    expect((await undo(programmeId, first.body.changeId)).status).toBe(200);
    const { measures } = await standing(programmeId);
    expect((await patch(measures[0]!.version, "Два")).status).toBe(200);
    const answer = await undo(programmeId, first.body.changeId, "redo");
    expect([answer.status, answer.body.code]).toEqual([409, "redone-changed"]);
  });

  it("refuses to take away a section in which something stands by now", async () => {
    const { programmeId } = await givenProgramme(world, territoryId, [], { status: "draft" });
    const { roadmapId } = await standing(programmeId);
    const section = await officer.call("POST", `${at(programmeId)}/sections`, { roadmapId, title: "Раздел" });
    await officer.call("POST", `${at(programmeId)}/measures`, {
      roadmapId,
      sectionId: section.body.id,
      title: "Здесь",
    });
    const answer = await undo(programmeId, section.body.changeId);
    expect([answer.status, answer.body.code]).toEqual([409, "changed-since"]);
  });

  it("refuses a second undo, a redo of what stands, a foreign change", async () => {
    const one = await givenProgramme(world, territoryId, [{ parties: [] }], { status: "draft" });
    const other = await givenProgramme(world, territoryId, [], { status: "draft" });
    const change = await officer.call("PATCH", `${at(one.programmeId)}/measures/${one.measureIds[0]}`, {
      version: 1,
      title: "Слова",
    });
    const { changeId } = change.body;
    expect((await undo(one.programmeId, changeId, "redo")).body.code).toBe("not-undone");
    expect((await undo(other.programmeId, changeId)).status).toBe(404);
    expect((await undo(one.programmeId, makeId())).status).toBe(404);
    expect((await undo(one.programmeId, changeId)).status).toBe(200);
    expect((await undo(one.programmeId, changeId)).body.code).toBe("already-undone");
  });

  it("closes what obligations hang on instead of removing it, and opens it when done again", async () => {
    const { programmeId } = await givenProgramme(world, territoryId, [], { status: "approved" });
    const { roadmapId } = await standing(programmeId);
    const added = await officer.call("POST", `${at(programmeId)}/measures`, {
      roadmapId,
      sectionId: null,
      title: "Семинар",
      cadence: [{ kind: "window", windows: [{ from: "2026-11-01", to: "2026-11-30" }], freq: null }],
      parties: [{ name: "Район", part: "assignee", audience: { kind: "territory" } }],
    });
    await replan(world, territoryId, programmeId);
    const rows = await rowsOf(programmeId);
    expect((await undo(programmeId, added.body.changeId)).status).toBe(200);
    const closed = (await standing(programmeId)).measures;
    expect(closed.map((measure) => [measure.title, measure.closed])).toEqual([["Семинар", true]]);
    await world.settle();
    expect(
      await world.rows("select 1 from obligation where programme_id = $1 and closed_at is null", [programmeId]),
    ).toEqual([]);
    expect((await undo(programmeId, added.body.changeId, "redo")).status).toBe(200);
    expect(await rowsOf(programmeId)).toEqual(rows);
  });
});
