import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";
import { givenProgramme } from "../../../../test/support/given-programme.ts";

describe("papers through the interface", () => {
  let world: World;
  let territoryId: Id;
  let school: Id;
  let other: Id;
  let officer: Persona;
  let head: Persona;
  let stranger: Persona;
  beforeAll(async () => {
    world = await openWorld({ now: "2026-10-22T09:00:00+03:00" });
    const region = await world.territory({ kind: "region" });
    territoryId = await world.territory({ kind: "municipality", parentId: region });
    school = await world.organisation(territoryId, "school");
    other = await world.organisation(territoryId, "school");
    officer = await world.person([{ role: "officer", territoryId }]);
    head = await world.person([{ role: "school_head", territoryId, organisationId: school }]);
    stranger = await world.person([{ role: "school_head", territoryId, organisationId: other }]);
  });
  afterAll(() => world.close());

  let serial = 0;
  const form = (more: object = {}) => {
    serial += 1;
    return {
      territoryId,
      kind: "directive",
      number: `${serial}`,
      datedOn: "2026-10-01",
      title: "О методической неделе",
      issuerOrganisationId: null,
      fileId: null,
      ...more,
    };
  };

  it.each([
    ["a head in the name of the district", () => head, () => null],
    ["a head in the name of another school", () => head, () => other],
  ])("refuses %s", async (_, by, issuer) => {
    const answer = await by().call("POST", "/api/papers", form({ issuerOrganisationId: issuer() }));
    expect([answer.status, answer.body.code]).toEqual([403, "not-allowed"]);
  });

  it("refuses the same paper twice and tells which one stands", async () => {
    const paper = form();
    const first = await officer.call("POST", "/api/papers", paper);
    const again = await officer.call("POST", "/api/papers", { ...paper, number: `№ ${paper.number}` });
    expect([again.status, again.body.code, again.body.extra.paperId]).toEqual([409, "paper-registered", first.body.id]);
    const elsewhere = await head.call("POST", "/api/papers", { ...paper, issuerOrganisationId: school });
    expect(elsewhere.status).toBe(200);
  });

  it("refuses an issuer of another district and a file of another person", async () => {
    const foreign = await world.territory({ kind: "region" });
    const issuer = await world.organisation(foreign, "regional_institute");
    const answer = await officer.call("POST", "/api/papers", form({ issuerOrganisationId: issuer }));
    expect([answer.status, answer.body.code]).toEqual([422, "issuer-unknown"]);
    const file = await head.upload(
      `/api/files?territoryId=${territoryId}`,
      "приказ.pdf",
      Buffer.from("%PDF-1.4 приказ"),
    );
    expect((await officer.call("POST", "/api/papers", form({ fileId: file.body.id }))).status).toBe(404);
    expect((await officer.call("POST", "/api/papers", form({ fileId: makeId() }))).status).toBe(404);
    expect(
      (await head.call("POST", "/api/papers", form({ issuerOrganisationId: school, fileId: file.body.id }))).status,
    ).toBe(200);
  });

  it("refuses a stale edit with both versions, and an edit by those who only see", async () => {
    const { body } = await officer.call("POST", "/api/papers", form());
    const at = `/api/papers/${territoryId}/${body.id}`;
    const edit = (by: Persona, title: string, version = 1) => by.call("PATCH", at, { ...form(), title, version });
    expect((await edit(head, "Чужая правка")).status).toBe(403);
    expect((await edit(officer, "Первая")).status).toBe(200);
    const stale = await edit(officer, "Вторая");
    expect([stale.status, stale.body.extra.current.title, stale.body.extra.yours.title]).toEqual([
      409,
      "Первая",
      "Вторая",
    ]);
  });

  it("shows a school's paper to its people and to the district, to no other school", async () => {
    const { body } = await head.call("POST", "/api/papers", form({ issuerOrganisationId: school }));
    const seen = async (by: Persona) => (await by.call("GET", `/api/papers/${territoryId}/${body.id}`)).status;
    expect([await seen(head), await seen(officer), await seen(stranger)]).toEqual([200, 200, 404]);
  });

  it("is listed to its region among those of all municipalities, each named", async () => {
    const region = await world.territory({ kind: "region" });
    const town = await world.territory({ kind: "municipality", parentId: region, name: "Заречный округ" });
    const leader = await world.person([{ role: "officer", territoryId: town }]);
    const paper = await leader.call("POST", "/api/papers", form({ territoryId: town }));
    const seen = async (by: Persona) =>
      (await by.call("GET", `/api/papers?territoryId=${region}`)).body.items.map(
        (row: { id: Id; territoryName: string }) => [row.id, row.territoryName],
      );
    const specialist = await world.person([{ role: "region_specialist", territoryId: region }]);
    expect(await seen(specialist)).toEqual([[paper.body.id, "Заречный округ"]]);
    expect(await seen(leader)).toEqual([]);
  });

  it("of a school stays hidden from its neighbour who reads the region's own papers", async () => {
    const region = await world.territory({ kind: "region" });
    const town = await world.territory({ kind: "municipality", parentId: region });
    const [mine, next] = [await world.organisation(town, "school"), await world.organisation(town, "school")];
    const leader = await world.person([{ role: "officer", territoryId: town }]);
    const paper = form({ territoryId: town, issuerOrganisationId: next });
    expect((await leader.call("POST", "/api/papers", paper)).status).toBe(200);
    const both = await world.person([
      { role: "reader", territoryId: region },
      { role: "teacher", territoryId: town, organisationId: mine },
    ]);
    for (const territory of [region, town])
      expect((await both.call("GET", `/api/papers?territoryId=${territory}`)).body.total).toBe(0);
  });

  it("is found by number and words, and names what cites it, but nothing of a draft to those who may not see it", async () => {
    const paper = await officer.call("POST", "/api/papers", form({ number: "77-р", title: "О ёлках" }));
    const running = await givenProgramme(world, territoryId, [{ title: "Отбор школ", parties: [] }]);
    const draft = await givenProgramme(world, territoryId, [{ title: "Тайное", parties: [] }], { status: "draft" });
    for (const { programmeId, measureIds } of [running, draft])
      await officer.call("PATCH", `/api/programmes/${territoryId}/${programmeId}/measures/${measureIds[0]}`, {
        version: 1,
        paperIds: [paper.body.id],
      });
    const find = async (q: string) =>
      (await officer.call("GET", `/api/papers?territoryId=${territoryId}&q=${encodeURIComponent(q)}`)).body.items.map(
        (item: { id: Id }) => item.id,
      );
    expect(await find("№ 77-р")).toEqual([paper.body.id]);
    expect(await find("ёлках")).toEqual([paper.body.id]);
    expect(await find("100%")).toEqual([]);
    const cited = async (by: Persona) =>
      (await by.call("GET", `/api/papers/${territoryId}/${paper.body.id}`)).body.citations.map(
        (citation: { text: string }) => citation.text,
      );
    expect((await cited(officer)).sort()).toEqual(["1.1 Отбор школ", "1.1 Тайное"]);
    expect(await cited(head)).toEqual(["1.1 Отбор школ"]);
  });
});
