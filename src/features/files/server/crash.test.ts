import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import { machineDisk, type Disk } from "#platform/files/disk.ts";
import { openFileStore } from "#platform/files/store.ts";
import { builtProgram } from "../../../../test/support/built-program.ts";
import { withDatabase } from "../../../../test/support/server-setup.ts";
import { openWorld, type World } from "../../../../test/support/world.ts";
import { sweepFiles } from "./sweep.ts";

const wordsOf = (id: Id) => `приказ ${id}`;
const OLD = new Date(Date.now() - 3 * 24 * 60 * 60_000);

describe("a file and its row after a crash", () => {
  let world: World;
  let folder: string;
  let town: Id;
  let person: Id;
  let program: string;
  let url: string;
  beforeAll(async () => {
    world = await openWorld();
    const region = await world.territory({ kind: "region" });
    town = await world.territory({ kind: "municipality", parentId: region });
    person = (await world.person([{ role: "officer", territoryId: town }])).personId;
    const [{ name }] = (await world.rows<{ name: string }>("select current_database() as name")) as [{ name: string }];
    url = withDatabase(inject("templateUrl"), name);
    folder = await mkdtemp(join(tmpdir(), "orientir-crash-"));
    program = await builtProgram("test/support/file-crash.ts", folder);
  });
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  const shelves = new Set<string>();
  /** A file whose content goes to a shelf where nothing has lain: the steps of each run are the same. */
  const freshId = (): Id => {
    for (;;) {
      const id = makeId();
      const shelf = createHash("sha256").update(wordsOf(id)).digest("hex").slice(0, 2);
      if (shelves.has(shelf)) continue;
      shelves.add(shelf);
      return id;
    }
  };

  /** Runs the process; how many steps it took, or undefined where it was killed. */
  const run = (at: number, id: Id) =>
    new Promise<number | undefined>((done, fail) => {
      const words = [String(at), join(folder, "files"), url, town, person, id, wordsOf(id)];
      execFile(process.execPath, [program, ...words], (fault, told) => {
        if (fault && fault.signal !== "SIGKILL") fail(fault);
        else done(fault ? undefined : Number(told));
      });
    });

  /** Every row has its whole content, nothing lies that no row names, nothing is half received. */
  const expectWhole = async (place: string) => {
    // the database lets go of what a killed process held a moment after it is gone
    const held = "select 1 from pg_locks where locktype = 'advisory' and classid = 17";
    await expect.poll(() => world.rows(held), { timeout: 20_000 }).toEqual([]);
    const files = await openFileStore(place);
    const kept = new Set<string>();
    for await (const { sha256 } of files.listFiles()) {
      kept.add(sha256);
      await utimes(join(place, sha256.slice(0, 2), sha256), OLD, OLD);
    }
    const swept = await sweepFiles({ database: world.program.database, files, clock: world.program.clock });
    expect([swept.missing, swept.altered, swept.suspicious]).toEqual([0, 0, 0]);
    const left = new Set<string>();
    for await (const { sha256 } of files.listFiles()) left.add(sha256);
    const rows = await world.rows<{ sha256: string }>("select distinct sha256 from stored_file");
    expect(left).toEqual(new Set(rows.map(({ sha256 }) => sha256)));
    for (const sha256 of left) await files.read(sha256);
    expect(await readdir(join(place, "incoming"))).toEqual([]);
    return rows.length;
  };

  it("killed before each of its steps: neither a row without its file nor a file without its row", async () => {
    // the file that is there before keeps the sweep's belief that this is the right database
    const steps = (await run(0, freshId())) ?? 0;
    for (let at = 1; at <= steps; at += 1) {
      expect(await run(at, freshId())).toBeUndefined();
      const rows = await expectWhole(join(folder, "files"));
      // only the last step, the drop of what was received, comes after the commit
      expect(rows).toBe(at === steps ? 2 : 1);
    }
    expect(steps).toBeGreaterThan(12);
  }, 240_000);

  it("failing at the n-th call of the disk, for every n: an error, nothing half, and the next try succeeds", async () => {
    const place = join(folder, "failing");
    await world.rows("delete from stored_file");
    let fired = true;
    let runs = 0;
    for (let at = 1; fired; at += 1) {
      fired = false;
      runs += 1;
      let step = 0;
      const count = <Call extends (...given: never[]) => Promise<unknown>>(call: Call): Call =>
        (async (...given: Parameters<Call>) => {
          step += 1;
          if (step === at) {
            fired = true;
            throw Object.assign(new Error("no space left"), { code: "ENOSPC" });
          }
          return call(...given);
        }) as unknown as Call;
      const disk = {
        ...Object.fromEntries(Object.entries(machineDisk).map(([name, call]) => [name, count(call as never)])),
        create: count(async (path: string) => {
          const file = await machineDisk.create(path);
          return { append: count(file.append), sync: count(file.sync), close: file.close };
        }),
      } as unknown as Disk;
      const keep = async () => {
        const files = await openFileStore(place, { disk });
        const received = await files.receive(Readable.from([Buffer.from("протокол")]));
        await files.adopt(received);
        return received.sha256;
      };
      const sha256 = await keep().catch(() => undefined);
      expect(sha256 === undefined).toBe(fired);
      const files = await openFileStore(place);
      for await (const kept of files.listFiles()) await files.read(kept.sha256);
      const again = await files.receive(Readable.from([Buffer.from("протокол")]));
      await files.adopt(again);
      expect(Buffer.from(await files.read(again.sha256)).toString()).toBe("протокол");
      await files.remove(again.sha256);
    }
    expect(runs).toBeGreaterThan(8);
  });
});
