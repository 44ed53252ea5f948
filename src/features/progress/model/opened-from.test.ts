import { describe, expect, it } from "vitest";
import { wayBack } from "./opened-from.ts";

describe("the way back from a list", () => {
  it.each([
    ["/today", "Сегодня"],
    ["/progress/summary?kind=year", "Итоги за период"],
    ["/programmes/t/p/summary?kind=year&against=before", "Итоги"],
    ["/programmes/t/p/cadence?bearer=organisation:1", "Регулярность"],
    ["/programmes/t/p/measures/m", "Мероприятие"],
    ["/programmes/t/p/measures", "Программа"],
    ["/programmes/t/p", "Программа"],
    ["/organisations/o", "Организация"],
  ])("to %s is called «%s» and keeps what was chosen there", (openedFrom, label) => {
    expect(wayBack({ openedFrom })).toEqual({ to: openedFrom, label });
  });

  it.each([null, undefined, {}, { openedFrom: 5 }, { openedFrom: "/progress/rows?page=2" }, { openedFrom: "//x.ru" }])(
    "of %j there is none",
    (told) => expect(wayBack(told)).toBeUndefined(),
  );
});
