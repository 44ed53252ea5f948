import { describe, expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import { missingIn, type Expected } from "./completeness.ts";
import type { ReportView } from "./contract.ts";
import {
  contentOf,
  emptyForm,
  faultsAfter,
  isUntouched,
  linkIn,
  unreadableIn,
  type ReportForm,
} from "./report-form.ts";

const [duty, plan] = ["018f0000-0000-7000-8000-000000000001", "018f0000-0000-7000-8000-000000000002"];

const TODAY = localDate("2026-10-22");

const form = (more: Partial<ReportForm> = {}): ReportForm => ({
  ...emptyForm(duty),
  text: "Сделано",
  doneOn: "2026-10-14",
  ...more,
});

const expected = (more: Partial<Expected["obligations"][number]> = {}): Expected => ({
  today: TODAY,
  opensOn: localDate("2026-01-01"),
  obligations: [{ id: duty, needsEvidence: false, plannedValues: [], ...more }],
});

describe("what of a form can be sent", () => {
  it("keeps half-written numbers and links on the device", () => {
    const typed = form({
      values: { [`${duty}.${plan}.2026`]: { value: "2а", denominator: "" } },
      links: ["https://", " https://school3.example/doklad "],
    });
    const content = contentOf(typed);
    expect(content.values).toEqual([]);
    expect(content.evidence).toEqual([{ kind: "link", url: "https://school3.example/doklad" }]);
    expect(Object.keys(unreadableIn(typed, TODAY))).toEqual([`values.${duty}.${plan}.2026`, "evidence"]);
  });

  it.each([
    [
      "a number with words",
      { values: { [`${duty}.${plan}.2026`]: { value: "12 школ", denominator: "" } } },
      "«12 школ»",
    ],
    ["a day in loose words", { doneOn: null, doneOnTyped: "на той неделе" }, "«на той неделе»"],
  ])("says what is wrong with %s in the words typed", (_what, typed, words) => {
    expect(Object.values(unreadableIn(form(typed), TODAY))).toEqual([expect.stringContaining(words)]);
  });

  it("shows how a day is written by today's, and sends no day while words stand in its place", () => {
    const typed = form({ doneOnTyped: "вчера" });
    expect(unreadableIn(typed, TODAY)["doneOn"]).toContain("22.10.2026");
    expect(contentOf(typed).doneOn).toBeNull();
  });

  it("reads numbers as people type them and leaves out those of obligations taken away", () => {
    const gone = "018f0000-0000-7000-8000-000000000003";
    const content = contentOf(
      form({
        values: {
          [`${duty}.${plan}.2026`]: { value: "1 234,5", denominator: "2\u00a0000" },
          [`${gone}.${plan}.2026`]: { value: "1", denominator: "" },
        },
      }),
    );
    expect(content.values).toEqual([
      { obligationId: duty, plannedValueId: plan, year: 2026, value: 1234.5, denominator: 2000 },
    ]);
  });
});

describe("an address as people type it", () => {
  it.each([
    ["https://school3.example/doklad", "https://school3.example/doklad"],
    [" http://school3.example ", "http://school3.example"],
    ["school3.example/news/12", "https://school3.example/news/12"],
    ["школа3.рф", "https://школа3.рф"],
    ["vk.example:8080?w=1", "https://vk.example:8080?w=1"],
    ["disk.yandex.ru", "https://disk.yandex.ru"],
    ["www.school3.example", "https://www.school3.example"],
    ["https://", null],
    ["Приказ.docx", null],
    ["отчет.pdf", null],
    ["см.приложение", null],
    ["ул.Ленина/3", null],
    ["2.5.Отчет", null],
    ["на сайте", null],
    ["сайт школы.", null],
    ["12.10", null],
    ["javascript:alert(1)", null],
    ["", null],
  ])("«%s» is %s", (typed, link) => expect(linkIn(typed)).toBe(link));
});

describe("a report that came back", () => {
  const report = (more: Partial<ReportView>) =>
    ({
      state: "returned",
      kind: "done",
      text: "Сделано",
      doneOn: "2026-10-14",
      reason: "",
      basedOn: null,
      obligations: [{ id: duty }],
      values: [],
      evidence: [],
      savedAt: "2026-10-15T08:00:00Z",
      decidedAt: "2026-10-16T08:00:00Z",
      ...more,
    }) as unknown as ReportView;

  it.each([
    ["as it was", form(), report({}), true],
    ["with other words", form({ text: "Сделано иначе" }), report({}), false],
    ["saved since", form(), report({ savedAt: "2026-10-17T08:00:00Z" }), false],
    ["not returned", form(), report({ state: "draft" }), false],
  ])("%s", (_what, typed, sent, untouched) => expect(isUntouched(typed, sent, duty)).toBe(untouched));
});

describe("what is left of the last check after a change", () => {
  const [first, second] = [`${duty}.${plan}.2025`, `${duty}.${plan}.2026`];
  const kept = { value: "1", denominator: "" };
  const before = form({ values: { [first]: kept } });
  const faults = { text: "а", [`values.${first}`]: "б", [`values.${second}`]: "в", doneOn: "г", evidence: "д" };

  it.each([
    ["the text", { text: "Провели" }, ["text"]],
    ["one number of two", { values: { [first]: kept, [second]: kept } }, [`values.${second}`]],
    ["the words in place of a day", { doneOnTyped: "15.11" }, ["doneOn"]],
    ["a link", { links: ["https://"] }, ["evidence"]],
    ["the kind of report", { kind: "notApplicable" as const }, Object.keys(faults)],
  ])("%s", (_what, part, gone) => {
    const left = Object.keys(faults).filter((field) => !gone.includes(field));
    expect(Object.keys(faultsAfter(faults, before, part))).toEqual(left);
  });
});

describe("what keeps a report from being sent", () => {
  const percent = {
    id: plan,
    year: 2026,
    yearKind: "calendar" as const,
    label: "Педагоги",
    unit: "percent" as const,
    text: "не менее 80 %",
  };
  const valued = (value: string, denominator: string) =>
    form({ values: { [`${duty}.${plan}.2026`]: { value, denominator } } });

  it.each([
    ["no text", form({ text: " " }), expected(), ["text"]],
    ["no day", form({ doneOn: null }), expected(), ["doneOn"]],
    ["a day to come", form({ doneOn: "2026-10-23" }), expected(), ["doneOn"]],
    ["a day years before", form({ doneOn: "2024-10-22" }), expected(), ["doneOn"]],
    ["no document where one is due", form(), expected({ needsEvidence: true }), ["evidence"]],
    ["no value", form(), expected({ plannedValues: [percent] }), [`values.${duty}.${plan}.2026`]],
    [
      "one year of two",
      valued("26", "31"),
      expected({ plannedValues: [{ ...percent, year: 2025 }, percent] }),
      [`values.${duty}.${plan}.2025`],
    ],
    ["no whole", valued("26", ""), expected({ plannedValues: [percent] }), [`values.${duty}.${plan}.2026`]],
    [
      "a part above the whole",
      valued("36", "31"),
      expected({ plannedValues: [percent] }),
      [`values.${duty}.${plan}.2026`],
    ],
    ["a whole of nothing", valued("0", "0"), expected({ plannedValues: [percent] }), [`values.${duty}.${plan}.2026`]],
    ["no reason", form({ kind: "notApplicable" }), expected({ needsEvidence: true }), ["reason"]],
    ["nothing: today is allowed", form({ doneOn: "2026-10-22" }), expected(), []],
    ["nothing: the part of a whole", valued("26", "31"), expected({ plannedValues: [percent] }), []],
    ["nothing: a year without a plan", form(), expected({ plannedValues: [{ ...percent, text: "" }] }), []],
    ["nothing: it does not apply", form({ kind: "notApplicable", reason: "Нет классов", text: "" }), expected(), []],
  ] as const)("%s", (_what, typed, asked, fields) => {
    expect(Object.keys(missingIn(contentOf(typed), asked))).toEqual(fields);
  });
});
