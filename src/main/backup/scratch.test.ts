import { spawnSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, rename, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clearScratches, openScratch, type Scratch } from "./scratch.ts";

describe("what drills leave behind", () => {
  let near: string;
  let scratch: Scratch;
  beforeEach(async () => {
    near = await mkdtemp(join(tmpdir(), "orientir-scratch-"));
    // as a data folder is: the database of a drill has a user of its own
    await chmod(near, 0o755);
    scratch = await openScratch(near);
    await writeFile(join(scratch.folder, "rows"), "персональные данные");
  });
  afterEach(async () => {
    await scratch.close();
    await rm(near, { recursive: true });
  });
  const left = () => readdir(near);
  const own = () => basename(scratch.folder);
  /** The folder as a killed process left it, under this name. */
  const killed = async (name: string) => {
    const { pid } = spawnSync(process.execPath, ["--version"]);
    await mkdir(join(near, name, "data"), { recursive: true });
    await writeFile(join(near, name, "orientir.lock"), `${pid}\n`);
  };

  it("stays while its process lives, and goes with its end", async () => {
    await clearScratches(near, [near]);
    expect(await left()).toEqual([own()]);
    await scratch.close();
    expect(await left()).toEqual([]);
  });

  it("goes at the next look where its process was killed, and at the next drill too", async () => {
    await killed(`${own()}2`);
    await clearScratches(near, [near]);
    expect(await left()).toEqual([own()]);
    await killed(`${own()}3`);
    const next = await openScratch(near);
    expect((await left()).sort()).toEqual([own(), basename(next.folder)].sort());
    await next.close();
  });

  it("stays a minute where it is just being opened, and a day where another machine made it", async () => {
    const foreign = ".orientir-drill-00000000-abcdef";
    await killed(foreign);
    await mkdir(join(near, `${own()}4`));
    await writeFile(join(near, "orientir.tar"), "");
    await clearScratches(near, [near]);
    expect((await left()).sort()).toEqual([own(), `${own()}4`, foreign, "orientir.tar"].sort());
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
    await utimes(join(near, foreign), ago(2), ago(2));
    await utimes(join(near, `${own()}4`), ago(0.5), ago(0.5));
    await rename(join(near, "orientir.tar"), join(near, ".orientir-drill-file"));
    await utimes(join(near, ".orientir-drill-file"), ago(2), ago(2));
    await clearScratches(near, [near]);
    expect((await left()).sort()).toEqual([own(), ".orientir-drill-file"].sort());
  });
});
