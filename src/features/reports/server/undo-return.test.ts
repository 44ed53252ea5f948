import { afterAll, beforeAll, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import { givenProgramme, replan } from "../../../../test/support/given-programme.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";

let world: World;
let town: Id;
let school: Id;
let officer: Persona;
let other: Persona;
let head: Persona;

beforeAll(async () => {
  world = await openWorld({ now: "2026-10-22T09:00:00+03:00" });
  town = await world.territory({ kind: "municipality", parentId: await world.territory({ kind: "region" }) });
  school = await world.organisation(town, "school", "СОШ № 3");
  officer = await world.person([{ role: "officer", territoryId: town }]);
  other = await world.person([{ role: "officer", territoryId: town }]);
  head = await world.person([{ role: "school_head", territoryId: town, organisationId: school }]);
});
afterAll(() => world.close());

const step = (who: Persona, reportId: Id, name: string, body: object) =>
  who.call("POST", `/api/reports/${town}/${reportId}/${name}`, body);

/** A report sent by the school, with what it holds. */
async function sent(by: Persona) {
  const { programmeId } = await givenProgramme(world, town, [
    { title: "Неделя «Опора»", years: [2026], parties: [{ audience: { kind: "organisation", id: school } }] },
  ]);
  await replan(world, town, programmeId);
  const [row] = await world.rows<{ id: Id }>("select id from obligation where programme_id = $1", [programmeId]);
  const content = {
    kind: "done",
    text: "Провели",
    doneOn: "2026-10-14",
    reason: "",
    obligationIds: [row!.id],
    values: [],
    evidence: [],
  };
  const draft = await by.call("POST", "/api/reports", { territoryId: town, content });
  const { body } = await step(by, draft.body.id, "submit", { version: draft.body.version, content });
  return { id: body.id as Id, version: body.version as number, content };
}

/** The same, returned by the officer. */
async function returned() {
  const { id, version, content } = await sent(head);
  const back = await step(officer, id, "return", { version, remark: "Ещё раз" });
  expect(back.body.can.reopen).toBe(true);
  return { id, version: back.body.version as number, content };
}

it("is told to who sent it, not to who has gone to another school since", async () => {
  const elsewhere = await world.organisation(town, "school", "СОШ № 4");
  const deputy = () => world.person([{ role: "deputy", territoryId: town, organisationId: school }]);
  const [gone, stays] = [await deputy(), await deputy()];
  const heard = async (by: Persona) => (await by.call("GET", "/api/notices")).body.total;
  for (const by of [gone, stays]) {
    const { id, version } = await sent(by);
    const before = await heard(by);
    if (by === gone)
      await world.rows("update role_assignment set organisation_id = $1 where person_id = $2", [
        elsewhere,
        by.personId,
      ]);
    expect((await step(officer, id, "return", { version, remark: "Ещё раз" })).status).toBe(200);
    expect((await heard(by)) - before).toBe(by === gone ? 0 : 1);
  }
});

it("refuses a colleague of who returned it, and who returned it once the school has begun to mend it", async () => {
  const { id, version, content } = await returned();
  const foreign = await step(other, id, "reopen", { version });
  expect([foreign.status, foreign.body.code]).toEqual([409, "undo-too-late"]);
  await head.call("PUT", `/api/reports/${town}/${id}`, { version, content: { ...content, text: "Исправляем" } });
  const late = await step(officer, id, "reopen", { version });
  expect([late.status, late.body.code]).toEqual([409, "undo-too-late"]);
});

it("takes a return back within the minute and tells the school", async () => {
  const { id, version } = await returned();
  const undone = await step(officer, id, "reopen", { version });
  expect([undone.body.state, undone.body.remark]).toEqual(["submitted", ""]);
  const [told] = (await head.call("GET", "/api/notices")).body.rows;
  expect(told.kind).toBe("report-reopened");
  expect(told.text).toContain("Отчёт «Неделя „Опора“» снова на проверке");
});
