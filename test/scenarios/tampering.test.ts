import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { givenJournal } from "../journal/given-journal.ts";
import { TAMPERINGS } from "../journal/tamperings.ts";
import { tamperTrial } from "../journal/trial.ts";
import { openWorld, type World } from "../support/world.ts";

/** A small portion of `npm run tamper`, which tries 5,000. */
describe("a journal rewritten by somebody with every right in the database", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await givenJournal(world.program, 6);
    world.program.sealing.pause();
  });
  afterAll(() => world.close());

  it("is found changed at the very row, seal, line or value, each way of rewriting tried", async () => {
    const client = await world.program.database.pool.connect();
    const runs = 3 * Object.keys(TAMPERINGS).length;
    const { located, missed } = await tamperTrial(client, runs, 7).finally(() => client.release());
    expect([missed, located]).toEqual([[], runs]);
  });
});
