import { expect, it } from "vitest";
import { ApiProblem } from "./problem.ts";
import { writerOver } from "./write-over.ts";

/** Versions that went to the server, each answered by the next of these. */
async function sent(...answers: readonly ApiProblem[]): Promise<(number | null)[]> {
  const versions: (number | null)[] = [];
  const over = writerOver(3);
  for (const answer of answers)
    await over((version) => {
      versions.push(version);
      return Promise.reject(answer);
    }).catch(() => undefined);
  return versions;
}

const stale = (stored: { version: number } | null) =>
  new ApiProblem("stale-write", 409, "Пока вы правили…", {}, { stored, sent: {} });

it("a form writes over what it was filled from until a refusal shows what stands now", async () => {
  const refused = new ApiProblem("bad-request", 422, "Заполнено не так.");
  expect(await sent(refused, stale({ version: 5 }), refused, stale(null), refused)).toEqual([3, 3, 5, 5, null]);
});

it("a form that stays open goes on from the answer to its own write", async () => {
  const versions: (number | null)[] = [];
  const over = writerOver(3);
  const write = (answer: unknown) =>
    over((version) => {
      versions.push(version);
      return Promise.resolve(answer);
    });
  await write({ version: 4 });
  await write(undefined);
  await write({ ok: true });
  expect(versions).toEqual([3, 4, 4]);
});
