import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import { makeId } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";
import { givenProgramme, replan } from "../../../../test/support/given-programme.ts";

/** A blind edit: which kind, and three numbers that choose its rows among those that stand. */
const edit = fc.record({
  kind: fc.constantFrom(
    "addSection",
    "editSection",
    "moveSection",
    "closeSection",
    "addMeasure",
    "editMeasure",
    "moveMeasure",
    "closeMeasure",
    "passport",
  ),
  a: fc.nat(20),
  b: fc.nat(20),
  c: fc.nat(20),
});
type Edit = (typeof edit extends fc.Arbitrary<infer Value> ? Value : never) & object;

interface Placed {
  id: Id;
  version: number;
  closed: boolean;
  roadmapId: Id;
  sectionId: Id | null;
  parentId: Id | null;
  title: string;
}

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

  async function standing(programmeId: Id) {
    const { body } = await officer.call("GET", `${at(programmeId)}/measures`);
    const roadmap = body.roadmaps[0];
    return {
      roadmapId: roadmap.id as Id,
      sections: roadmap.sections as Placed[],
      measures: roadmap.measures as Placed[],
    };
  }

  async function apply(programmeId: Id, { kind, a, b, c }: Edit): Promise<Id | null> {
    const { roadmapId, sections, measures } = await standing(programmeId);
    const section = sections[a % Math.max(1, sections.length)];
    const place = [null, ...sections][b % (sections.length + 1)]?.id ?? null;
    const measure = measures[a % Math.max(1, measures.length)];
    const before = [null, ...measures.filter((each) => each.sectionId === place)];
    const sent = await (() => {
      switch (kind) {
        case "addSection":
          return officer.call("POST", `${at(programmeId)}/sections`, {
            roadmapId,
            parentId: place,
            title: `Раздел ${c}`,
          });
        case "editSection":
          return (
            section &&
            officer.call("PATCH", `${at(programmeId)}/sections/${section.id}`, {
              version: section.version,
              title: `Иначе ${c}`,
            })
          );
        case "moveSection":
          return (
            section &&
            officer.call("POST", `${at(programmeId)}/sections/${section.id}/move`, {
              version: section.version,
              parentId: place,
              beforeId: null,
            })
          );
        case "closeSection":
          return (
            section &&
            officer.call("POST", `${at(programmeId)}/sections/${section.id}/close`, {
              version: section.version,
              closed: !section.closed,
            })
          );
        case "addMeasure":
          return officer.call("POST", `${at(programmeId)}/measures`, {
            roadmapId,
            sectionId: place,
            title: `Мероприятие ${c}`,
            parties: [{ name: "УО", part: "assignee", audience: { kind: "territory" } }],
            plannedValues: [
              {
                label: "",
                unit: "count",
                aggregation: "sum",
                subGroup: "",
                totalText: "",
                totalValue: c,
                years: [{ year: 2026, text: `${c}`, value: c / 4, atLeast: false }],
              },
            ],
          });
        case "editMeasure":
          return (
            measure &&
            officer.call("PATCH", `${at(programmeId)}/measures/${measure.id}`, {
              version: measure.version,
              ...(a % 2 ? { title: `Слова ${c}` } : {}),
              parties: [{ name: `Исполнитель ${b}`, part: "assignee", audience: null }],
              plannedValues: [
                {
                  label: `Число ${b}`,
                  unit: "percent",
                  aggregation: "share",
                  subGroup: "",
                  totalText: "",
                  totalValue: null,
                  years: [{ year: 2027, text: "", value: c, atLeast: true }],
                },
              ],
            })
          );
        case "moveMeasure":
          return (
            measure &&
            officer.call("POST", `${at(programmeId)}/measures/${measure.id}/move`, {
              version: measure.version,
              roadmapId,
              sectionId: place,
              beforeId: before[c % before.length]?.id ?? null,
            })
          );
        case "closeMeasure":
          return (
            measure &&
            officer.call("POST", `${at(programmeId)}/measures/${measure.id}/close`, {
              version: measure.version,
              closed: !measure.closed,
            })
          );
        case "passport":
          return officer.call("GET", at(programmeId)).then(({ body }) =>
            officer.call("PATCH", at(programmeId), {
              version: body.version,
              goal: `Цель ${c}`,
              tasks: [`Задача ${b}`],
            }),
          );
      }
    })();
    return sent?.status === 200 ? sent.body.changeId : null;
  }

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
          const changeId = await apply(programmeId, each);
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
