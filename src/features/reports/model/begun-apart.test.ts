import { expect, it } from "vitest";
import { begunApart } from "./begun-apart.ts";

const TODAY = "2021-12-10";
const begun = ["1.1", "1.2", "1.3", "1.4", "1.5"].map((measureNumber) => ({
  id: measureNumber,
  measureNumber,
  measureTitle: "Мероприятие",
  programmeTitle: "Программа",
  period: null,
  dueOn: "2021-12-31",
}));

it("names three that have reports of their own and counts the others", () => {
  const card = { begun, opensOn: "2021-12-01" };
  expect(begunApart({ ...card, begun: [] }, false, TODAY)).toBeNull();
  expect(begunApart({ ...card, begun: begun.slice(0, 3) }, false, TODAY)).toMatchObject({ more: 0 });
  const apart = begunApart(card, false, TODAY)!;
  expect([apart.named.map((one) => one.measureNumber), apart.more]).toEqual([["1.1", "1.2", "1.3"], 2]);
});

it.each([
  ["nothing written here yet", "2021-12-10", false, true],
  ["a report begun here too: neither can be added to the other", "2021-12-10", true, false],
  ["the window ahead: there it is not offered", "2021-12-11", false, false],
])("sends to the other report where this one can be ticked there: %s", (_, opensOn, started, joins) => {
  expect(begunApart({ begun, opensOn }, started, TODAY)!.joins).toBe(joins);
});
