import { expect, it } from "vitest";
import type { Found } from "./contract.ts";
import { onlyHit } from "./only-hit.ts";

const group = (total: number) => ({ total, hits: [{ link: "/a" }] });
const found = (...totals: number[]) => ({ groups: totals.map(group) }) as unknown as Pick<Found, "groups">;

it("goes straight only to what was found alone", () => {
  expect(onlyHit(found(1))?.link).toBe("/a");
  for (const several of [found(), found(2), found(1, 1)]) expect(onlyHit(several)).toBeUndefined();
});
