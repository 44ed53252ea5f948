import { expect, it } from "vitest";
import { noteOf } from "./measure-note.ts";

const QUIET = {
  late: 0,
  lateYears: [],
  lateYear: null,
  lateBearers: 0,
  lateName: null,
  soon: 0,
  submitted: 0,
  isAccepted: false,
};

it.each([
  ["", {}],
  ["принято", { isAccepted: true }],
  [
    "просрочено за 2021 год: Лицей",
    { late: 1, lateBearers: 1, lateName: "Лицей", lateYear: { year: 2021, kind: "calendar" as const } },
  ],
  [
    "просрочили 2 исполнителя за 2021/22 учебный год",
    { late: 2, lateBearers: 2, lateYear: { year: 2021, kind: "school" as const } },
  ],
  ["на проверке 1 отчёт", { submitted: 1 }],
  ["просрочено: СОШ № 3", { late: 2, lateBearers: 1, lateName: "СОШ № 3", submitted: 1 }],
  ["просрочили 3 исполнителя", { late: 3, lateBearers: 3 }],
  ["просрочил 21 исполнитель", { late: 21, lateBearers: 21 }],
])("under the term of a measure: «%s»", (words, facts) => {
  expect(noteOf({ ...QUIET, ...facts }).replaceAll("\u00a0", " ")).toBe(words);
});
