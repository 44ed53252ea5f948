import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runningEmbedded } from "./attach.ts";
import { canReach } from "./database-user.ts";
import { FolderBusyError, lockFolder } from "./lock.ts";
import { startEmbedded } from "./server.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "orientir-embedded-"));
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the data folder's lock", () => {
  it("refuses a second program while the first one runs", async () => {
    const place = join(folder, "busy");
    await mkdir(place);
    const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    await writeFile(join(place, "orientir.lock"), String(other.pid));
    await expect(lockFolder(place)).rejects.toThrow(FolderBusyError);
    other.kill("SIGKILL");
    await new Promise((done) => other.once("exit", done));
    const release = await lockFolder(place);
    await release();
    expect(await stat(join(place, "orientir.lock")).catch(() => "gone")).toBe("gone");
  });
});

describe("the embedded database", () => {
  it("keeps what was committed, lowers Cyrillic, syncs to the disk and starts again on the same folder", async () => {
    const place = join(folder, "kept");
    const said: string[] = [];
    const first = await startEmbedded(place, (line) => said.push(line));
    await expect(startEmbedded(place, () => {})).rejects.toThrow(FolderBusyError);
    expect(
      await ask(
        first.url,
        "select lower('ЁЖ') as a, current_setting('fsync') as b, current_setting('listen_addresses') as c",
      ),
    ).toEqual({ a: "ёж", b: "on", c: "127.0.0.1" });
    await ask(first.url, "create table kept as select 42 as a");
    expect(await runningEmbedded(place)).toBe(first.url);
    await first.stop();
    expect(await runningEmbedded(place)).toBeUndefined();
    const second = await startEmbedded(place, (line) => said.push(line));
    expect(await ask(second.url, "select a from kept")).toEqual({ a: 42 });
    await second.stop();
    expect(said).toEqual(["Создаю базу данных…"]);
  });

  it("starts anew a server that was killed", async () => {
    const server = await startEmbedded(join(folder, "killed"), () => {});
    await ask(server.url, "create table kept as select 1 as a");
    const postmaster = Number(
      (await readFile(join(folder, "killed", "postgres", "postmaster.pid"), "utf8")).split("\n")[0],
    );
    process.kill(postmaster, "SIGKILL");
    await expect
      .poll(() => ask(server.url, "select a from kept").catch(() => undefined), { timeout: 20_000, interval: 200 })
      .toEqual({ a: 1 });
    await server.stop();
  });
});

describe("whether the database's user reaches a folder", () => {
  it.runIf(process.getuid?.() === 0)("sees a closed folder anywhere above", async () => {
    const closed = join(folder, "home");
    await mkdir(join(closed, "checkout"), { recursive: true, mode: 0o755 });
    const nobody = { uid: 65_534, gid: 65_534 };
    expect(await canReach(nobody, join(closed, "checkout", "data"))).toBe(true);
    await chmod(closed, 0o700);
    expect(await canReach(nobody, join(closed, "checkout", "data"))).toBe(false);
    expect(await canReach(undefined, join(closed, "checkout", "data"))).toBe(true);
  });
});

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(statement)).rows?.[0];
  } finally {
    await client.end();
  }
}
