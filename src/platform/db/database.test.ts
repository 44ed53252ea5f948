import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorld, type World } from "../../../test/support/world.ts";
import { NO_REACH } from "./database.ts";

describe("a transaction", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const seenTwice = async (readOnly: boolean) => {
    const id = await world.territory({ kind: "region" });
    const { database } = world.program;
    return database.within(
      { ...NO_REACH, reads: [id], writes: [id] },
      async (tx) => {
        const look = () => tx.selectFrom("territory").select("version").where("id", "=", id).executeTakeFirstOrThrow();
        const before = await look();
        await database.pool.query("update territory set version = version + 1 where id = $1", [id]);
        return [before.version, (await look()).version];
      },
      { readOnly },
    );
  };

  it("that reads sees one instant, whatever is committed meanwhile", async () => {
    const [before, after] = await seenTwice(true);
    expect(after).toBe(before);
  });

  it("that writes sees what was committed before each of its statements", async () => {
    const [before, after] = await seenTwice(false);
    expect(after).toBe(before! + 1);
  });
});
