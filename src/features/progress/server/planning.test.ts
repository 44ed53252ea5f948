import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDocx } from "#platform/office/docx.ts";
import { get, openProgressWorld, type ProgressWorld } from "../../../../test/support/progress-world.ts";

describe("while terms are worked out", () => {
  let opened: ProgressWorld;
  beforeAll(async () => {
    opened = await openProgressWorld(31);
  });
  afterAll(() => opened.world.close());

  /** What every page says of one programme. */
  async function said(programmeId: string, measureId: string) {
    const { personas, town } = opened;
    const at = `/api/progress/programmes/${town}`;
    const [list, page, map, measure] = [
      await get(personas.officer, `/api/progress/programmes?territoryId=${town}`),
      await get(personas.officer, `${at}/${programmeId}`),
      await get(personas.officer, `${at}/${programmeId}/execution`),
      await get(personas.officer, `/api/progress/measures/${town}/${measureId}`),
    ];
    const row = list.items.find(({ id }: { id: string }) => id === programmeId);
    return [...new Set([row, page, map, measure].map(({ planning }) => planning))];
  }
  /** A job that waits where no worker looks: its start lies ahead. */
  const waits = (queue: string, data: object, age = "0 seconds") =>
    opened.world.rows(
      `insert into pgboss.job (name, data, policy, start_after, created_on)
       values ($1, $2, 'standard', now() + interval '1 hour', now() - $3::interval) returning id`,
      [queue, JSON.stringify(data), age],
    );
  const done = () => opened.world.rows("delete from pgboss.job where name like 'obligation-replan%'");

  it("every page of the programme says so, and those of others do not", async () => {
    const { given, own, town, otherTown } = opened;
    const ours = () => said(given.programmeId, given.measureIds[0]!);
    expect(await ours()).toEqual(["none"]);
    await waits("obligation-replan", { territoryId: town, programmeId: given.programmeId });
    expect(await ours()).toEqual(["going"]);
    expect(await said(own.programmeId, own.measureIds[0]!)).toEqual(["none"]);
    await done();
    await waits("obligation-replan-territory", { territoryId: otherTown });
    expect(await ours()).toEqual(["none"]);
    await waits("obligation-replan-territory", { territoryId: town });
    expect(await ours()).toEqual(["going"]);
    expect(await said(own.programmeId, own.measureIds[0]!)).toEqual(["going"]);
    await done();
  });

  it("says when it takes long, until a fresh plan is asked for; a failed one is not waited for", async () => {
    const { given, town } = opened;
    const ours = () => said(given.programmeId, given.measureIds[0]!);
    const data = { territoryId: town, programmeId: given.programmeId };
    const [job] = await waits("obligation-replan", data, "2 minutes");
    expect(await ours()).toEqual(["long"]);
    await waits("obligation-replan", data);
    expect(await ours()).toEqual(["going"]);
    await opened.world.rows("delete from pgboss.job where id <> $1 and name = 'obligation-replan'", [job!["id"]]);
    await opened.world.rows("update pgboss.job set state = 'failed' where id = $1", [job!["id"]]);
    expect(await ours()).toEqual(["none"]);
  });

  it("the printed report says that something may be missing", async () => {
    const { given, town, personas } = opened;
    const path = `/api/documents/${town}/${given.programmeId}/execution.docx`;
    const words = async () => printed(await personas.officer.call("GET", path)).includes("может быть неполон");
    await done();
    expect(await words()).toBe(false);
    await waits("obligation-replan", { territoryId: town, programmeId: given.programmeId });
    expect(await words()).toBe(true);
  });
});

function printed({ raw }: { readonly raw: Buffer }): string {
  return JSON.stringify(readDocx(new Uint8Array(raw)));
}
