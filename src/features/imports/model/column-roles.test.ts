import { describe, expect, it } from "vitest";
import { giveRole, roleChoices, roleName } from "./column-roles.ts";
import type { PaperColumn } from "./paper.ts";

const column = (at: number, role: PaperColumn["role"], key = ""): PaperColumn => ({
  column: at,
  from: at,
  span: 1,
  role,
  key,
  label: "",
});
const columns = [
  column(0, "number"),
  column(1, "title"),
  column(2, "term"),
  column(3, "other"),
  column(4, "planYear", "2025"),
];

describe("a role given to a column", () => {
  it("changes over with the column that had it", () => {
    expect(giveRole(7, columns, 4, { role: "term", key: "" })).toEqual({
      kind: "columns",
      table: 7,
      columns: [
        { column: 4, role: "term" },
        { column: 2, role: "planYear", key: "2025" },
      ],
    });
  });

  it("that no column has is simply given, and so is none", () => {
    expect(giveRole(7, columns, 3, { role: "result", key: "" })).toMatchObject({
      columns: [{ column: 3, role: "result" }],
    });
    expect(giveRole(7, columns, 2, { role: "other", key: "" })).toMatchObject({
      columns: [{ column: 2, role: "other" }],
    });
  });

  it("that it has already changes nothing, nor does a column that is not there", () => {
    expect(giveRole(7, columns, 2, { role: "term", key: "" })).toBeNull();
    expect(giveRole(7, columns, 9, { role: "term", key: "" })).toBeNull();
  });
});

describe("the roles offered", () => {
  it("are those of a plan with the years of the table and of the programme, and none", () => {
    const names = roleChoices(columns, ["2026", "2025"]).map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    expect(names.filter((name) => name.startsWith("План 2"))).toEqual(["План 2025", "План 2026"]);
    expect(names.at(-1)).toBe(roleName({ role: "other" }));
  });

  it("of a matrix are those its columns have", () => {
    const matrix = [column(0, "title"), column(1, "instrument", "ОО"), column(2, "instrumentTerm", "ОО")];
    expect(roleChoices(matrix, ["2026"]).map(({ name }) => name)).toEqual([
      "Тема",
      "№",
      "Мероприятия ОО",
      "Срок ОО",
      "Не читать",
    ]);
  });
});
