import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openReportingSchool, type ReportingSchool } from "../../../../test/support/reporting-school.ts";
import type { Persona } from "../../../../test/support/world.ts";

let at: ReportingSchool;
beforeAll(async () => {
  at = await openReportingSchool();
});
afterAll(() => at.world.close());

const keep = (who: Persona, text: string, organisationId: string | null = null) =>
  who.call("POST", "/api/remarks", { territoryId: at.territory, organisationId, text });
const list = (who: Persona, more = "") => who.call("GET", `/api/remarks?territoryId=${at.territory}${more}`);
const path = (id: string, end = "") => `/api/remarks/${at.territory}/${id}${end}`;

describe("saved remarks", () => {
  it("are refused to the public, to a school, to another district; a school's own are for its leaders alone", async () => {
    const kept = (await keep(at.officer, "Приложите приказ с подписью.")).body;
    const far = await at.world.territory({
      kind: "municipality",
      parentId: await at.world.territory({ kind: "region" }),
    });
    const stranger = await at.world.person([{ role: "officer", territoryId: far }]);
    expect((await list(at.world.public)).status).toBe(401);
    for (const [who, status] of [
      [at.head, 403],
      [at.teacher, 403],
      // whoever stands nowhere here is not told that the place is there
      [stranger, 404],
    ] as const) {
      expect((await list(who)).status).toBe(status);
      expect((await keep(who, "Чужое")).status).toBe(status);
      expect((await who.call("PUT", path(kept.id), { version: 1, text: "Чужое" })).status).toBe(404);
      expect((await who.call("POST", path(kept.id, "/close"), { version: 1, closed: true })).status).toBe(404);
    }
    expect((await keep(at.head, "Своё", at.school)).status).toBe(200);
    for (const who of [at.officer, at.stranger])
      expect((await list(who, `&organisationId=${at.school}`)).status).toBe(403);
    expect((await list(at.officer)).body.map((one: { text: string }) => one.text)).not.toContain("Своё");
  });

  it("are one list for all who check; empty words and a second copy are not kept", async () => {
    expect((await keep(at.officer, "  ")).body.fields).toHaveProperty("text");
    const first = (await keep(at.officer, "Укажите, кто участвовал.")).body;
    const again = (await keep(at.other, "Укажите, кто участвовал.")).body;
    expect(again.id).toBe(first.id);
    const edited = await at.other.call("PUT", path(first.id), { version: 1, text: "Укажите участников поимённо." });
    expect(edited.body).toMatchObject({ text: "Укажите участников поимённо.", version: 2 });
    const stale = await at.officer.call("PUT", path(first.id), { version: 1, text: "Иное" });
    expect([stale.status, stale.body.code, stale.body.extra.stored.text]).toEqual([
      409,
      "stale-write",
      "Укажите участников поимённо.",
    ]);
  });

  it("are kept once, by whoever saves, edits or puts back the same words, at one moment too", async () => {
    const text = "Назовите дату встречи.";
    const both = await Promise.all([at.officer, at.other, at.officer, at.other].map((who) => keep(who, text)));
    expect(both.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(both.map(({ body }) => body.id)).size).toBe(1);
    const { id } = both[0]!.body;
    const another = (await keep(at.officer, "Назовите место встречи.")).body;
    const edited = await at.officer.call("PUT", path(another.id), { version: 1, text });
    expect([edited.status, edited.body.code]).toEqual([409, "remark-stands"]);
    const gone = (await at.officer.call("POST", path(id, "/close"), { version: 1, closed: true })).body;
    expect((await keep(at.officer, text)).body.id).not.toBe(id);
    const back = await at.officer.call("POST", path(id, "/close"), { version: gone.version, closed: false });
    expect([back.status, back.body.code]).toEqual([409, "remark-stands"]);
  });

  it("leave the list and come back; those used in more returns stand above", async () => {
    const rare = (await keep(at.officer, "Редкое")).body;
    const often = (await keep(at.officer, "Частое")).body;
    const { report } = await at.submitted();
    const returned = await at.officer.call("POST", at.path(report.id, "/return"), {
      version: report.version,
      remark: "Частое",
      remarkIds: [often.id],
    });
    expect(returned.status).toBe(200);
    const texts = (await list(at.other)).body.map((one: { text: string }) => one.text);
    expect(texts[0]).toBe("Частое");
    // typed first and kept afterwards: its words are in the remark all the same
    const typed = (await keep(at.officer, "Нет подписи.")).body;
    const second = await at.submitted();
    await at.officer.call("POST", at.path(second.report.id, "/return"), {
      version: second.report.version,
      remark: "Нет подписи. И даты.",
    });
    const uses = (await list(at.other)).body.map((one: { id: string; uses: number }) => [one.id, one.uses]);
    expect(Object.fromEntries(uses)).toMatchObject({ [typed.id]: 1, [often.id]: 1, [rare.id]: 0 });
    const gone = await at.officer.call("POST", path(rare.id, "/close"), { version: 1, closed: true });
    expect(gone.body.closed).toBe(true);
    expect((await list(at.other)).body.map((one: { id: string }) => one.id)).not.toContain(rare.id);
    await at.officer.call("POST", path(rare.id, "/close"), { version: gone.body.version, closed: false });
    expect((await list(at.other)).body.map((one: { id: string }) => one.id)).toContain(rare.id);
  });

  it("hold no more than sixty", async () => {
    const school = at.school;
    for (let made = 1; made < 60; made++) await keep(at.head, `Замечание ${made}`, school);
    const over = await keep(at.head, "Лишнее", school);
    expect([over.status, over.body.code]).toEqual([409, "too-many-remarks"]);
  });
});
