import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OverloadError } from "#platform/db/outage.ts";
import { atMost } from "./at-most.ts";

describe("works at once", () => {
  it("never more than so many, in the order of coming, whether they fail or not", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.boolean(), { maxLength: 12 }),
        async (most, fates) => {
          const inTurn = atMost(most);
          const begun: number[] = [];
          let [busy, highest] = [0, 0];
          const wave = () =>
            Promise.allSettled(
              fates.map((fails, at) =>
                inTurn(async () => {
                  begun.push(at);
                  busy += 1;
                  highest = Math.max(highest, busy);
                  await Promise.resolve();
                  busy -= 1;
                  if (fails) throw new Error("it fell");
                }),
              ),
            );
          // the second time every place is free again, and no more of them than before
          for (const settled of [await wave(), await wave()])
            expect(settled.map(({ status }) => status === "rejected")).toEqual(fates);
          const order = fates.map((_, at) => at);
          expect(begun).toEqual([...order, ...order]);
          expect(highest).toBe(Math.min(most, fates.length));
        },
      ),
    );
  });

  it("those that may wait let three pass, and then one of them goes", async () => {
    const inTurn = atMost(1);
    const begun: string[] = [];
    const note = (name: string) => async () => void begun.push(name);
    await Promise.all([
      inTurn(note("first")),
      ...["l1", "l2"].map((name) => inTurn(note(name), { when: "later" })),
      ...["a", "b", "c", "d"].map((name) => inTurn(note(name))),
    ]);
    expect(begun).toEqual(["first", "a", "b", "c", "l1", "d", "l2"]);
  });

  it("no more of them wait than may, and whoever left before their turn takes none", async () => {
    const inTurn = atMost(1, 3);
    const begun: string[] = [];
    const note = (name: string) => async () => void begun.push(name);
    const asked = ["first", "left", "second", "third", "one too many"].map((name) =>
      inTurn(note(name), { isWanted: () => name !== "left" }),
    );
    const refused = (await Promise.allSettled(asked)).map(
      (one) => one.status === "rejected" && one.reason instanceof OverloadError,
    );
    expect([refused, begun]).toEqual([
      [false, true, false, false, true],
      ["first", "second", "third"],
    ]);
    await inTurn(note("later on"));
    expect(begun.at(-1)).toBe("later on");
  });
});
