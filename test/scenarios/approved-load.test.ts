import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import type { History } from "#features/programmes/model/seen.ts";
import { PLAN, PLAN_TITLE, planDocument } from "./amended-plan.ts";
import { openDistrict, type District } from "./given-district.ts";
import { granted } from "./granted.ts";
import { importDocument, putInForce } from "./import-story.ts";

describe("a programme in force that was loaded from a document", () => {
  let district: District;
  let programmeId: Id;
  beforeAll(async () => {
    district = await openDistrict();
    ({ programmeId } = await importDocument(district, district.officer, {
      fileName: "План.docx",
      bytes: planDocument(PLAN_TITLE, PLAN),
      settings: (proposed) => ({
        ...proposed,
        title: "Сильная школа",
        startsOn: "2021-09-01" as never,
        endsOn: "2023-08-31" as never,
      }),
    }));
    await putInForce(district, district.officer, programmeId, { number: "10", datedOn: "2021-09-01" });
  });
  afterAll(() => district.world.close());

  const programme = () => `/api/programmes/${district.territoryId}/${programmeId}`;

  it("the document it was approved with is not taken away by undoing its loading", async () => {
    const { officer, world } = district;
    const { items } = granted(await officer.call<History>("GET", `${programme()}/history`));
    const load = items.find(({ text }) => text.startsWith("Загружена дорожная карта"))!;
    expect(load.change).toEqual({ undone: false, can: null, amends: null });
    const measures = () =>
      world.rows("select id, closed_at from measure where programme_id = $1 order by id", [programmeId]);
    const before = await measures();
    const refused = await officer.call("POST", `${programme()}/changes/${load.id}/undo`);
    expect([refused.status, refused.body.code]).toEqual([409, "load-in-force"]);
    expect(await measures()).toEqual(before);
  });
});
