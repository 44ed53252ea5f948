import { describe, expect, it } from "vitest";
import { document, heading, table } from "../../../../test/support/grid-builder.ts";
import { draft, read, TODAY } from "../../../../test/support/import-samples.ts";
import { localDate } from "#shared/local-date.ts";
import { openDoubts } from "./doubts.ts";
import { PERIOD_DOUBT, periodKept } from "./period.ts";
import { proposeSettings } from "./settings.ts";

const documentOf = (title: string, term: string) =>
  read(
    document(
      heading(title),
      table([
        ["№", "Мероприятие", "Срок", "Ответственные"],
        ["1", "Собрать команду", term, "УО"],
        ["2", "Обсудить опыт", "ежегодно", "УО"],
      ]),
    ),
  );
const yearless = documentOf("План добрых дел", "май");
const isAsked = (source: typeof yearless) => draft(source).doubts.some(({ id }) => id === PERIOD_DOUBT);
const chosen = (option: string) => {
  const { settings, doubts } = draft(yearless, [{ doubtId: PERIOD_DOUBT, option, remember: false }]);
  expect(openDoubts(doubts).map(({ id }) => id)).not.toContain(PERIOD_DOUBT);
  return [settings.startsOn, settings.endsOn, settings.yearKind];
};

describe("years of a programme that the document does not name", () => {
  it("are asked about first, and open until they are answered", () => {
    const [first] = openDoubts(draft(yearless).doubts);
    expect(first).toMatchObject({ id: PERIOD_DOUBT, suggested: "proposed" });
    expect(first!.options.map(({ label }) => label)).toEqual(["2021–2023 годы", "2021/2022 учебный год", "2021 год"]);
  });

  it.each([
    ["in a term", documentOf("План добрых дел", "май 2022")],
    ["in a heading", documentOf("План добрых дел на 2022 год", "май")],
  ])("are not asked where it names them %s", (_, source) => expect(isAsked(source)).toBe(false));

  it.each([
    ["proposed", ["2021-01-01", "2023-12-31", "calendar"]],
    ["school", ["2021-09-01", "2022-08-31", "school"]],
    ["year", ["2021-01-01", "2021-12-31", "calendar"]],
  ])("«%s» is in force once chosen", (option, period) => expect(chosen(option)).toEqual(period));
});

describe("settings changed before the years are answered", () => {
  const kept = proposeSettings(yearless.reading, TODAY);
  it("with other years answer the question", () =>
    expect(periodKept(kept, kept, { ...kept, endsOn: localDate("2022-12-31") })).toMatchObject({
      periodGiven: true,
      endsOn: "2022-12-31",
    }));
  it("with another name alone leave it open", () =>
    expect(periodKept(kept, kept, { ...kept, title: "Другое имя" })).toEqual({ ...kept, title: "Другое имя" }));
  it("with another name alone leave the answer in force as it is", () => {
    const now = { ...kept, endsOn: localDate("2021-12-31") };
    expect(periodKept(kept, now, { ...now, title: "Другое имя" })).toEqual({ ...kept, title: "Другое имя" });
  });
});
