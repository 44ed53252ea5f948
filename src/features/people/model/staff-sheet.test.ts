import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import type { StaffKnown, StaffMember } from "./staff-row.ts";
import { planStaff, type StaffPlan } from "./staff-sheet.ts";

const HEAD = ["Организация", "Фамилия", "Имя", "Отчество", "Должность", "Работает с", "Телефон", "Роль", "Логин"];
const vera: StaffMember = {
  personId: "p1",
  governed: true,
  organisationId: "o1",
  familyName: "Громова",
  givenName: "Вера",
  patronymic: "Ильинична",
  phone: "111",
  login: "gromova@a.test",
  positions: [{ position: "учитель", from: localDate("2020-09-01") }],
  roles: ["teacher"],
};
const known = (change: Partial<StaffKnown> = {}): StaffKnown => ({
  organisations: [
    { id: "o1", name: "Школа № 1", shortName: "СОШ № 1", inn: "7707083893", open: true },
    { id: "o2", name: "Школа № 2", shortName: "СОШ № 2", inn: null, open: true },
    { id: "o3", name: "Школа № 3", shortName: "СОШ № 3", inn: null, open: false },
    { id: "o4", name: "Школа № 4", shortName: "СОШ № 2", inn: null, open: true },
  ],
  members: [structuredClone(vera)],
  grantable: ["deputy", "teacher"],
  takenLogins: new Set(["gromova@a.test", "other@a.test"]),
  today: localDate("2021-12-10"),
  ...change,
});

function plan(rows: readonly (readonly string[])[], from: StaffKnown = known()): StaffPlan {
  const planned = planStaff([HEAD, ...rows], from);
  if (!planned.ok) throw new Error(planned.refusal.join());
  return planned.value;
}

const row = (change: Partial<Record<(typeof HEAD)[number], string>> = {}) => {
  const usual: Record<string, string> = {
    Организация: "СОШ № 1",
    Фамилия: "Громова",
    Имя: "Вера",
    Отчество: "Ильинична",
    Должность: "учитель",
  };
  return HEAD.map((title) => change[title] ?? usual[title] ?? "");
};

/** The registry after a plan. */
function after(before: StaffKnown, { writes }: StaffPlan): StaffKnown {
  const members = structuredClone(before.members) as StaffMember[];
  const logins = new Set(before.takenLogins);
  for (const write of writes) {
    const same = (one: StaffMember) =>
      one.organisationId === write.member.organisationId &&
      one.familyName === write.member.familyName &&
      one.givenName === write.member.givenName &&
      one.patronymic === write.member.patronymic;
    let member = members.find(same);
    if (!member) {
      member = { ...write.member, personId: `new${members.length}`, positions: [], roles: [], login: null };
      members.push(member);
    }
    if (write.position) member.positions.push(write.position);
    if (write.role) member.roles.push(write.role);
    if (write.phone) member.phone = write.phone;
    if (write.login) {
      member.login = write.login;
      logins.add(write.login);
    }
  }
  return { ...before, members, takenLogins: logins };
}

describe("a sheet of staff", () => {
  it.each([
    ["an unknown organisation", { Организация: "СОШ № 7" }, "A2", /здесь нет/],
    ["an organisation that is closed or not the actor's", { Организация: "СОШ № 3" }, "A2", /не ваша/],
    ["a short name of two organisations", { Организация: "СОШ № 2" }, "A2", /две организации/],
    ["no family name", { Фамилия: "" }, "B2", /фамилию/],
    ["no position", { Должность: "" }, "E2", /должность/],
    ["a day that is none", { "Работает с": "31.02.2021" }, "F2", /не день/],
    ["another first day than the stored one", { "Работает с": "01.09.2019" }, "F2", /с 01\.09\.2020/],
    ["another phone than the stored one", { Телефон: "222" }, "G2", /другой телефон/],
    ["a role above the actor's rank", { Роль: "директор" }, "H2", /здесь не дать/],
    ["a role that is none", { Роль: "чародей" }, "H2", /здесь не дать/],
    ["another login than the stored one", { Логин: "new@a.test" }, "I2", /уже есть вход/],
    ["a login of somebody else", { Фамилия: "Новая", Логин: "other@a.test" }, "I2", /занят/],
  ])("refuses %s at its cell and writes nothing", (_, change, cell, text) => {
    const { report, writes } = plan([row(change)]);
    expect(report).toMatchObject([{ outcome: "refused", problems: [{ cell, text: expect.stringMatching(text) }] }]);
    expect(writes).toEqual([]);
  });

  it("names everything wrong with a row at once", () => {
    const wrong = { Организация: "СОШ № 7", Имя: "", "Работает с": "31.02.2021", Роль: "король", Логин: "я" };
    const { report } = plan([row(wrong)]);
    expect(report[0]!.problems.map(({ cell }) => cell)).toEqual(["A2", "C2", "F2", "H2", "I2"]);
    const contrary = { "Работает с": "01.09.2019", Телефон: "222", Логин: "new@a.test" };
    expect(plan([row(contrary)]).report[0]!.problems.map(({ cell }) => cell)).toEqual(["F2", "G2", "I2"]);
  });

  it("suggests the organisation that may have been meant, if it takes people", () => {
    const far = (open: boolean) =>
      known({ organisations: [{ id: "o1", name: "Школа", shortName: "СОШ № 1 п. Лесной", inn: null, open }] });
    expect(plan([row()], far(true)).report[0]!.problems[0]!.text).toContain("Может быть, «СОШ № 1 п. Лесной»?");
    expect(plan([row()], far(false)).report[0]!.problems[0]!.text).not.toContain("Может быть");
  });

  it.each([
    ["a phone, be it the stored one", { Телефон: "111" }, "G2"],
    ["a login, be it the stored one", { Логин: "gromova@a.test" }, "I2"],
    ["a login taken by another", { Логин: "other@a.test" }, "I2"],
  ])("tells and writes nothing about %s, of a person who stands elsewhere too", (_, change, cell) => {
    const { report, writes } = plan([row(change)], known({ members: [{ ...structuredClone(vera), governed: false }] }));
    expect(report[0]!.problems).toMatchObject([{ cell, text: expect.stringMatching(/распоряжается/) }]);
    expect(writes).toEqual([]);
  });

  it("gives a person who stands elsewhere too a position here", () => {
    const sheet = [row({ Должность: "методист" })];
    const { report } = plan(sheet, known({ members: [{ ...structuredClone(vera), governed: false }] }));
    expect(report[0]!.outcome).toBe("updated");
  });

  it("refuses a name that two people of the organisation bear", () => {
    const two = known({ members: [structuredClone(vera), { ...structuredClone(vera), personId: "p2" }] });
    expect(plan([row()], two).report[0]!.problems[0]!.text).toMatch(/два человека/);
  });

  it("adds a person once for two positions, and only what is missing to a known one", () => {
    const { report, writes } = plan([
      row({ Организация: "7707083893", Фамилия: "Новая", Роль: "учитель", Логин: "New@a.test" }),
      row({ Фамилия: "новая", Должность: "методист" }),
      row({ Должность: "Учитель", Роль: "заместитель директора" }),
      row(),
    ]);
    expect(report.map((each) => each.outcome)).toEqual(["added", "updated", "updated", "unchanged"]);
    expect(writes.map((write) => write.isNew)).toEqual([true, false, false]);
    expect(writes[1]!.member).toBe(writes[0]!.member);
    expect(writes[0]!.login).toBe("new@a.test");
    expect(report[2]!.changes).toEqual([{ field: "Роль", before: "", after: "заместитель директора" }]);
  });

  const rows = fc.array(
    fc
      .record({
        Организация: fc.constantFrom("СОШ № 1", "школа № 4", "СОШ № 3"),
        Фамилия: fc.constantFrom("Громова", "Новая", ""),
        Должность: fc.constantFrom("учитель", "Учитель", "методист"),
        "Работает с": fc.constantFrom("", "01.09.2020", "2021-01-01"),
        Телефон: fc.constantFrom("", "111", "222"),
        Роль: fc.constantFrom("", "учитель", "директор", "заместитель директора"),
        Логин: fc.constantFrom("", "a@a.test", "other@a.test", "gromova@a.test"),
      })
      .map(row),
    { maxLength: 8 },
  );

  it("read twice changes nothing the second time", () => {
    fc.assert(
      fc.property(rows, (sheet) => {
        const before = known();
        const second = plan(sheet, after(before, plan(sheet, before)));
        expect(second.writes).toEqual([]);
      }),
    );
  });

  it("does for its good rows what it would do without the refused ones", () => {
    fc.assert(
      fc.property(rows, (sheet) => {
        const whole = plan(sheet);
        const bad = new Set(whole.report.filter((each) => each.outcome === "refused").map((each) => each.row));
        expect(plan(sheet.filter((_, at) => !bad.has(at + 2))).writes).toEqual(whole.writes);
      }),
    );
  });
});
