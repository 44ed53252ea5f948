import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planOrganisations, type KnownOrganisation, type OrganisationPlan } from "./organisation-sheet.ts";
import { cellName, pastedRows } from "./sheet.ts";

const HEAD = ["Полное название", "Краткое название", "Вид", "ИНН", "Адрес", "Телефон", "Почта"];
const known: KnownOrganisation = {
  id: "1",
  kind: "school",
  name: "Школа № 1",
  shortName: "СОШ № 1",
  inn: "7707083893",
  address: "ул. Садовая, 1",
  phone: "",
  email: "",
  closed: false,
};

function plan(rows: readonly (readonly string[])[], stored: readonly KnownOrganisation[] = [known]): OrganisationPlan {
  const planned = planOrganisations([HEAD, ...rows], stored);
  if (!planned.ok) throw new Error(planned.refusal.join());
  return planned.value;
}

/** The registry after the writes of a plan. */
function after(stored: readonly KnownOrganisation[], { writes }: OrganisationPlan): KnownOrganisation[] {
  const changed = stored.map((one) => {
    const write = writes.find((each) => each.write === "update" && each.id === one.id);
    return write ? { ...one, ...write.fields } : one;
  });
  const added = writes.flatMap((write, at) =>
    write.write === "add" ? [{ ...write.fields, id: `new${at}`, closed: false }] : [],
  );
  return [...changed, ...added];
}

describe("a sheet of organisations", () => {
  it("without its head is refused with the columns that are missing", () => {
    expect(planOrganisations([["Название", "Вид"]], [])).toEqual({
      ok: false,
      refusal: ["Полное название", "Краткое название", "Вид"],
    });
  });

  it.each([
    ["an unknown kind", ["Клуб", "Клуб", "клуб", "", "", "", ""], "C2", /не знаком/],
    ["no short name", ["Школа № 2", "", "школа", "", "", "", ""], "B2", /краткое название/],
    ["a wrong taxpayer's number", ["Школа № 2", "СОШ № 2", "школа", "7707083894", "", "", ""], "D2", /десять цифр/],
    [
      "a number of another organisation",
      ["Школа № 2", "СОШ № 2", "школа", "7707083893", "", "", ""],
      "D2",
      /«Школа № 1»/,
    ],
    ["another number for the same organisation", ["Школа № 1", "", "", "5024002119", "", "", ""], "D2", /другой ИНН/],
    ["a wrong address of mail", ["Школа № 2", "СОШ № 2", "школа", "", "", "", "почта"], "G2", /адрес почты/],
  ])("refuses %s at its cell and writes nothing", (_, row, cell, text) => {
    const { report, writes } = plan([row]);
    expect(report).toMatchObject([
      { row: 2, outcome: "refused", problems: [{ cell, text: expect.stringMatching(text) }] },
    ]);
    expect(writes).toEqual([]);
  });

  it("refuses a closed organisation and the second row of one name", () => {
    expect(plan([["Школа № 1", "", "", "", "", "", ""]], [{ ...known, closed: true }]).report[0]!.outcome).toBe(
      "refused",
    );
    const twice = plan([
      ["Сад № 2", "Сад № 2", "ДОУ", "", "", "", ""],
      ["сад №\u00a02", "Сад", "детский сад", "", "", "", ""],
    ]);
    expect(twice.report.map((row) => row.outcome)).toEqual(["added", "refused"]);
    expect(twice.report[1]!.problems[0]!.text).toContain("строке 2");
  });

  it("leaves empty cells alone and says what changes", () => {
    const { report } = plan([["Школа № 1", "СОШ № 1", "", "", "", "8 900 111-22-33", ""]]);
    expect(report).toMatchObject([
      { outcome: "updated", changes: [{ field: "Телефон", before: "", after: "8 900 111-22-33" }] },
    ]);
    expect(plan([["ШКОЛА № 1", "", "школа", "7707083893", "", "", ""]]).report[0]!.outcome).toBe("unchanged");
  });

  it("finds its head below a title, in any order of columns", () => {
    const planned = planOrganisations(
      [["Организации округа"], ["Вид", "Краткое название", "Полное название"], ["лицей", "Лицей", "Лицей № 4"]],
      [],
    );
    expect(planned).toMatchObject({ ok: true, value: { report: [{ row: 3, outcome: "added" }] } });
  });

  const text = (...values: string[]) => fc.constantFrom("", ...values);
  const rows = fc.array(
    fc.tuple(
      text("Школа № 1", "школа №1", "Сад № 2", "Сад № 3", "Лицей"),
      text("СОШ № 1", "Сад"),
      text("школа", "ДОУ", "клуб"),
      text("7707083893", "5024002119", "123"),
      text("ул. Новая"),
      text("1", "2"),
      text("a@b.ru", "почта"),
    ),
    { maxLength: 8 },
  );

  it("read twice changes nothing the second time", () => {
    fc.assert(
      fc.property(rows, (sheet) => {
        const stored = [known, { ...known, id: "2", name: "Лицей", inn: null }];
        const first = plan(sheet, stored);
        const second = plan(sheet, after(stored, first));
        expect(second.writes).toEqual([]);
        const refusedRows = ({ report }: OrganisationPlan) =>
          report.filter((row) => row.outcome === "refused").map((row) => row.row);
        expect(refusedRows(second)).toEqual(refusedRows(first));
      }),
    );
  });

  it("does for its good rows what it would do without the refused ones", () => {
    fc.assert(
      fc.property(rows, (sheet) => {
        const whole = plan(sheet);
        const bad = new Set(whole.report.filter((row) => row.outcome === "refused").map((row) => row.row));
        expect(plan(sheet.filter((_, at) => !bad.has(at + 2))).writes).toEqual(whole.writes);
      }),
    );
  });
});

describe("cells", () => {
  it.each([
    [1, 0, "A1"],
    [5, 25, "Z5"],
    [7, 26, "AA7"],
  ])("row %i, column %i is %s", (row, column, name) => expect(cellName(row, column)).toBe(name));

  it("of a pasted table are divided by tabs, with Excel's quotes taken off", () => {
    expect(pastedRows('Название\tВид\r\n"Школа ""Рост"""\tшкола\r\n')).toEqual([
      ["Название", "Вид"],
      ['Школа "Рост"', "школа"],
    ]);
  });
});
