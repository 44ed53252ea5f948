import { expect, it } from "vitest";
import { leftWithout, takersOf } from "./takers.ts";

const people = [
  { id: "a", name: "Агафонова А. А.", position: "учитель" },
  { id: "b", name: "Белов Б. Б.", position: "завуч" },
];
const of = (id: string | null) => ({ delegatedTo: people.find((one) => one.id === id) ?? null });

it.each([
  [["a", "a"], ["b"]],
  [
    ["a", "b"],
    ["a", "b"],
  ],
  [
    ["a", null],
    ["a", "b"],
  ],
  [[null], ["a", "b"]],
])("rows of %j may be handed to %j", (holders, takers) => {
  expect(takersOf(people, holders.map(of)).map(({ id }) => id)).toEqual(takers);
});

it.each([
  [["a", "a", "b", null], null, "me", ["Агафонова А. А.", "Белов Б. Б."]],
  [["a", "b"], "b", "me", ["Агафонова А. А."]],
  [["a"], null, "a", []],
])("of %j handed to %s by %s, told are %j", (holders, taker, me, told) => {
  expect(leftWithout(holders.map(of), taker, me)).toEqual(told);
});
