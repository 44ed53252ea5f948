import type PgBoss from "pg-boss";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { job } from "./jobs.ts";
import { tryJob, type Trying } from "./try-job.ts";

const ONE = { id: "1", data: {}, retryCount: 0, retryLimit: 3 } as PgBoss.JobWithMetadata<object>;
const TRYING = {
  runs: { begin: async () => undefined, end: async () => undefined },
  stopping: () => false,
  log: () => undefined,
} as unknown as Trying;

/** A job that fails so the first time, and how often it was begun. */
function failingOnce(code: string) {
  const begun: number[] = [];
  const handle = async () => {
    begun.push(1);
    if (begun.length === 1) throw Object.assign(new Error(code), { code });
  };
  return { begun, spec: job({ queue: "import-read", data: z.object({}), handle }) };
}

describe("a job", () => {
  it.each([
    ["the database was away", "ECONNREFUSED"],
    ["the database's disk was full", "53100"],
  ])("begins again after %s, and spends no try on it", async (_, code) => {
    const { begun, spec } = failingOnce(code);
    await tryJob(spec, ONE, TRYING);
    expect(begun).toHaveLength(2);
  });

  it.each([
    ["a fault of its own", "23505"],
    ["a statement that took too long", "57014"],
  ])("spends a try on %s", async (_, code) => {
    const { begun, spec } = failingOnce(code);
    await expect(tryJob(spec, ONE, TRYING)).rejects.toThrow("import-read failed");
    expect(begun).toHaveLength(1);
  });

  it("does not hold up a program that stops", async () => {
    const { begun, spec } = failingOnce("53100");
    const stopping = { ...TRYING, stopping: () => true } as Trying;
    await expect(tryJob(spec, ONE, stopping)).rejects.toThrow("import-read failed");
    expect(begun).toHaveLength(1);
  });
});
