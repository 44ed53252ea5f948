import { expect, it } from "vitest";
import { wayBack } from "./way-back.ts";

const home = { to: "/todo", label: "Что нужно сделать" };

it.each([
  ["/calendar", "?month=2021-10", "/calendar?month=2021-10", "Календарь"],
  ["/programmes/t/p/measures/m", "", "/programmes/t/p/measures/m", "Мероприятие"],
  ["/our-work/reports", "?year=2021", "/our-work/reports?year=2021", "История отчётов"],
  ["/programmes/t/p/measures", "", "/todo", "Что нужно сделать"],
  ["/todo", "", "/todo", "Что нужно сделать"],
  ["/reports/t/r", "", "/todo", "Что нужно сделать"],
])("from %s%s one goes back to %s", (pathname, search, to, label) => {
  expect(wayBack({ pathname, search }, home)).toEqual({ to, label });
});

it("a page opened by itself leads home", () => expect(wayBack(undefined, home)).toBe(home));
