import { expect, it } from "vitest";
import { makeId } from "#shared/ids.ts";
import { handOf } from "./hand.ts";
import { openLedger } from "./ledger.ts";
import type { Answer, Asked } from "./wire.ts";

const who = { personId: makeId(), name: "вера" };
const asked: Asked = { method: "POST", path: "/api/papers", body: {} };

/** A hand before a server that gives these answers one after another; undefined is a lost one. */
function before(...answers: readonly (Partial<Answer> | undefined)[]) {
  const [ledger, heard] = [openLedger(), [] as Asked[]];
  const left = [...answers];
  const send = (one: Asked) => {
    heard.push(one);
    const answer = left.shift();
    return Promise.resolve(
      answer && { status: 200, body: undefined, raw: Buffer.of(), retryAfter: undefined, ...answer },
    );
  };
  return { ledger, heard, hand: handOf({ send, ledger, patience: 5000 }, who) };
}

it("asks again under one key until there is an answer, and notes the write as done once", async () => {
  const { ledger, heard, hand } = before(undefined, { status: 503 }, { body: { id: "7" } });
  expect(await hand.write("paper.register", asked)).toEqual({ id: "7" });
  expect(new Set(heard.map(({ key }) => key)).size).toBe(1);
  expect(ledger.done).toMatchObject([{ action: "paper.register", tries: 3, subjectId: "7" }]);
});

it("takes a refusal for a finding and stops", async () => {
  const { ledger, hand } = before({ status: 409, body: { code: "stale-write" } });
  await expect(hand.write("paper.edit", asked)).rejects.toThrow("stale-write");
  expect(ledger.refused).toMatchObject([{ status: 409, code: "stale-write" }]);
});

it("repeats an answered write under its key and wants the same answer", async () => {
  const { ledger, heard, hand } = before({ body: { id: "7" } }, undefined, { body: { id: "7" } });
  await hand.askAgain();
  expect(heard).toEqual([]);
  await hand.write("paper.register", asked);
  await hand.askAgain();
  expect(heard[2]).toEqual(heard[0]);
  expect([ledger.done.length, ledger.askedAgain, ledger.answeredOtherwise]).toEqual([1, 1, []]);
});

it.each<[what: string, other: Partial<Answer>]>([
  ["another row", { body: { id: "8" } }],
  ["a refusal", { status: 422, body: { code: "key-reused" } }],
])("tells of a repeated write that was answered with %s", async (_, other) => {
  const { ledger, hand } = before({ body: { id: "7" } }, other);
  await hand.write("paper.register", asked);
  await hand.askAgain();
  expect(ledger.answeredOtherwise).toHaveLength(1);
});
