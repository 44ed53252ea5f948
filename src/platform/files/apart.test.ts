import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { getPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { runApart } from "./apart.ts";

const USUAL = { seconds: 30, megabytes: 320 };

describe("work in a process of its own", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "orientir-apart-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** A process that does this with its task. */
  const given = async (work: string) => {
    const entry = join(folder, `${Math.random()}.mjs`);
    await writeFile(entry, `process.once("message", async (task) => { ${work} });`);
    return entry;
  };

  it("answers nobody where nobody waits, though its answer came before that was known", async () => {
    const entry = await given('process.send({ stage: "first" }); process.send({ answer: "done" });');
    const nobody = () => new Promise<boolean>((told) => setTimeout(() => told(false), 300));
    await expect(runApart(entry, "task", USUAL, nobody)).rejects.toMatchObject({ why: "unwanted" });
  });

  it("is ended when it takes too long", async () => {
    const entry = await given("setInterval(() => undefined, 1000);");
    await expect(runApart(entry, "task", { ...USUAL, seconds: 0 })).rejects.toMatchObject({ why: "time" });
  });

  it("is ended when its heap grows beyond the limit", async () => {
    const entry = await given("const taken = []; for (;;) taken.push(Array.from({ length: 100_000 }, Math.random));");
    await expect(runApart(entry, "task", { ...USUAL, megabytes: 48 })).rejects.toMatchObject({ why: "memory" });
  });

  it.skipIf(process.platform !== "linux")("is ended when it takes memory beside its heap", async () => {
    const entry = await given(`
      const taken = [];
      for (let at = 0; at < 40; at += 1) {
        taken.push(Buffer.alloc(20_000_000, 1));
        await new Promise((rest) => setTimeout(rest, 20));
      }
      process.send({ answer: "done" });`);
    await expect(runApart(entry, "task", USUAL)).rejects.toMatchObject({ why: "memory" });
  });

  it.each([
    ["fell over a fault of ours", 'throw new Error("a fault");'],
    [
      "was stopped together with the program",
      'process.kill(process.pid, "SIGTERM"); setInterval(() => undefined, 1000);',
    ],
  ])("that %s is not said to have met a limit", async (_what, work) => {
    await expect(runApart(await given(work), "task", USUAL)).rejects.toThrow("the work apart failed");
  });

  it.skipIf(process.platform === "win32")("goes after the program for the processor, where that is asked", async () => {
    const entry = await given(
      'const { getPriority } = await import("node:os"); process.send({ answer: getPriority() });',
    );
    expect(await runApart(entry, "task", { ...USUAL, niceness: 7 })).toBe(7);
    expect(await runApart(entry, "task", USUAL)).toBe(getPriority());
  });

  it("is ended when nobody waits for it any more", async () => {
    const entry = await given("process.send({ stage: 1 }); setInterval(() => undefined, 1000);");
    const heard: number[] = [];
    const stop = async (stage: number) => {
      heard.push(stage);
      return false;
    };
    await expect(runApart(entry, "task", USUAL, stop)).rejects.toMatchObject({ why: "unwanted" });
    expect(heard).toEqual([1]);
  });

  it("is heard where the program was busy while it answered and ended", async () => {
    const entry = await given('process.send({ answer: "done" }, () => process.disconnect());');
    const answers = Array.from({ length: 6 }, async () => {
      const answer = await runApart(entry, "task", USUAL).catch((fault: Error) => fault.message);
      const until = performance.now() + 60;
      while (performance.now() < until);
      return answer;
    });
    expect(await Promise.all(answers)).toEqual(Array.from(answers, () => "done"));
  });

  it("answers, and sees nothing of the program's settings but where programs stand", async () => {
    vi.stubEnv("ORIENTIR_SECRET_KEY", "secret");
    const entry = await given(
      "process.send({ answer: [task, Object.keys(process.env).filter((name) => /^(ORIENTIR_.*|PATH)$/.test(name))] });",
    );
    expect(await runApart(entry, { file: 7 }, USUAL)).toEqual([{ file: 7 }, ["PATH"]]);
  });
});
