import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { summarise } from "#main/commands/summary.ts";
import { localDate } from "#shared/local-date.ts";
import { tellChanged } from "#features/obligations/server/public.ts";
import { drawnSteps, STEPS } from "../../../../test/support/board-steps.ts";
import { get, openProgressWorld, type ProgressWorld } from "../../../../test/support/progress-world.ts";
import { setClock } from "../../../../test/support/set-clock.ts";
import { liveBoard } from "./board.ts";

let w: ProgressWorld;
beforeAll(async () => {
  w = await openProgressWorld(47);
});
afterAll(() => w.world.close());

const board = async () =>
  (await get(w.personas.region, `/api/progress/region?territoryId=${w.region}`)).territories as {
    id: string;
    today: string;
    figure: object;
  }[];
/** The board counts what live counting does, in every municipality. */
async function agrees(after: string) {
  for (const { id, today, ...told } of await board()) {
    const counted = await w.world.program.database.within({ person: undefined, reads: [id], writes: [] }, (tx) =>
      liveBoard(tx, id, localDate(today)),
    );
    expect([after, told]).toEqual([after, expect.objectContaining(counted)]);
  }
}
const keep = () => w.world.program.figures!.look();
const kept = (territoryId = w.town) =>
  w.world.rows("select bearer_key, on_day from kept_figure where territory_id = $1 and span = 'all'", [territoryId]);
const noted = () => w.world.rows("select bearer_key from obligation_change where territory_id = $1", [w.town]);

describe("the board of a region", () => {
  it("counts what nobody has kept, and the same from what is kept", async () => {
    await w.world.rows("delete from kept_figure");
    await agrees("nothing kept");
    await keep();
    expect((await kept()).length).toBe(4);
    expect(await noted()).toEqual([]);
    await agrees("kept");
  });

  it("is the live count after any steps, kept at any of them", async () => {
    const done = new Map<string, number>();
    for (const [at, [name, number]] of drawnSteps(11, 110).entries()) {
      const { status } = await STEPS[name](w, number);
      if (status === 200) done.set(name, (done.get(name) ?? 0) + 1);
      expect([name, status < 500]).toEqual([name, true]);
      if (number % 4 === 0) await keep();
      await agrees(`${at} ${name} ${status}`);
    }
    expect(Object.keys(STEPS).filter((name) => !done.has(name))).toEqual([]);
  });

  it("holds what is committed while the figures are counted", async () => {
    await keep();
    const [row] = await w.world.rows(
      "select id from obligation where closed_at is null and territory_id = $1 limit 1",
      [w.town],
    );
    const reach = { person: undefined, reads: [w.town], writes: [w.town] };
    const { database } = w.world.program;
    await database.within(reach, async (tx) => {
      await tx
        .updateTable("obligation")
        .set({ due_on: localDate("2026-10-01"), opens_on: localDate("2026-10-01") })
        .where("territory_id", "=", w.town)
        .where("id", "=", row!.id)
        .execute();
      await tellChanged(tx, w.town, [row!.id]);
      // nobody waits for another's note
      await database.within(reach, (other) => tellChanged(other, w.town, [row!.id]));
      await keep();
    });
    expect(await noted()).toHaveLength(1);
    await agrees("committed after the counting");
    await keep();
    expect(await noted()).toEqual([]);
    await agrees("counted again");
  });

  it("tells each municipality its own day, and nothing of yesterday", async () => {
    await w.world.rows("update territory set time_zone = 'Asia/Vladivostok' where id = $1", [w.otherTown]);
    await keep();
    setClock(w.world, "2026-10-31T15:00:00Z");
    expect((await board()).map(({ id, today }) => [id, today])).toEqual([
      [w.otherTown, "2026-11-01"],
      [w.town, "2026-10-31"],
    ]);
    await agrees("not kept for the day");
    await keep();
    expect((await kept()).map((row) => row.on_day)).toEqual(Array.from({ length: 4 }, () => "2026-10-31"));
    await agrees("kept for the day");
  });

  it("checked against live counts tells a spoilt figure, and is mended by rebuilding alone", async () => {
    const { database, clock } = w.world.program;
    const asked = async (rebuilds: boolean) => {
      const lines: string[] = [];
      return [await summarise({ database, clock }, rebuilds, (line) => lines.push(line)), lines] as const;
    };
    await keep();
    expect(await asked(false)).toEqual([0, ["Сверено: 2 муниципалитета. Расхождений нет."]]);
    const [{ late }] = (await w.world.rows<{ late: number }>(
      "select sum(late)::int as late from kept_figure where span = 'all'",
    )) as [{ late: number }];
    await w.world.rows(
      "update kept_figure set late = late + 5 where span = 'all' and bearer_key = (select min(bearer_key) from kept_figure where late > 0)",
    );
    const wrong = `Приозёрный: просрочено — в сводке ${late + 5}, по отчётам ${late}`;
    for (const time of ["found", "not mended by looking"])
      expect([time, ...(await asked(false))]).toEqual([time, 1, [wrong, "Сверено: 2 муниципалитета. Расхождений: 1."]]);
    expect(await asked(true)).toEqual([
      1,
      [wrong, "Сверено: 2 муниципалитета. Расхождений: 1. Сводка собрана заново."],
    ]);
    expect((await asked(false))[0]).toBe(0);
    await agrees("rebuilt");
  });
});
