import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorkbook, writeWorkbook } from "#platform/office/workbook.ts";
import { makeId, type Id } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

const ORGANISATIONS = ["Полное название", "Краткое название", "Вид", "ИНН", "Адрес", "Телефон", "Почта"];
const STAFF = ["Организация", "Фамилия", "Имя", "Отчество", "Должность", "Работает с", "Телефон", "Роль", "Логин"];

function workbook(rows: readonly (readonly (string | number | Date)[])[]): Promise<Uint8Array> {
  return writeWorkbook([{ name: "Лист", widths: rows[0]!.map(() => 20), rows }]);
}

describe("organisations and staff from Excel", () => {
  let world: World;
  let one: Id, two: Id, school: Id;
  let officer: Persona, head: Persona, deputy: Persona, foreign: Persona;
  beforeAll(async () => {
    world = await openWorld({ now: "2021-12-10T09:00:00+03:00" });
    const region = await world.territory({ kind: "region" });
    one = await world.territory({ kind: "municipality", parentId: region });
    two = await world.territory({ kind: "municipality", parentId: region });
    school = await world.organisation(one, "school", "Школа № 1");
    await world.organisation(one, "school", "Школа № 2");
    await world.organisation(two, "school", "Школа № 9");
    officer = await world.person([{ role: "officer", territoryId: one }]);
    head = await world.person([{ role: "school_head", territoryId: one, organisationId: school }]);
    deputy = await world.person([{ role: "deputy", territoryId: one, organisationId: school }]);
    foreign = await world.person([{ role: "officer", territoryId: two }]);
  });
  afterAll(() => world.close());

  const counts = async () =>
    (
      await world.rows(
        `select (select count(*) from organisation) as organisations, (select count(*) from person) as people,
       (select count(*) from membership) as positions, (select count(*) from role_assignment) as roles,
       (select count(*) from account) as accounts`,
      )
    )[0]!;

  it("refuses strangers, a file that is no workbook, and a sheet without its head", async () => {
    const sheet = await workbook([ORGANISATIONS, ["Сад № 3", "Сад № 3", "детский сад", "", "", "", ""]]);
    const path = (kind: string, territory: Id) => `/api/${kind}-sheet/file?territoryId=${territory}`;
    expect((await head.upload(path("organisation", one), "a.xlsx", sheet)).status).toBe(403);
    expect((await deputy.upload(path("staff", one), "a.xlsx", sheet)).status).toBe(403);
    for (const kind of ["organisation", "staff"])
      expect((await foreign.upload(path(kind, one), "a.xlsx", sheet)).status).toBe(404);
    const damaged = await officer.upload(path("organisation", one), "a.xlsx", Buffer.from("не книга"));
    expect([damaged.status, damaged.body.code]).toEqual([422, "file-unreadable"]);
    const headless = await officer.upload(path("staff", one), "a.xlsx", await workbook([["Фамилия"], ["Громова"]]));
    expect(headless.body.code).toBe("sheet-headless");
    expect(headless.body.title).toContain("Организация, Фамилия, Имя, Должность");
  });

  it("reads its own templates", async () => {
    for (const [kind, head_] of [
      ["organisation", ORGANISATIONS],
      ["staff", STAFF],
    ] as const) {
      const { raw } = await officer.call("GET", `/api/${kind}-sheet/template?territoryId=${one}`);
      const sheets = await readWorkbook(raw);
      expect(sheets[0]!.rows[0]).toEqual(head_);
    }
  });

  it("gives a sample of staff that stands in an organisation of the reader's", async () => {
    for (const persona of [officer, head]) {
      const { raw } = await persona.call("GET", `/api/staff-sheet/template?territoryId=${one}`);
      const rows = (await readWorkbook(raw))[0]!.rows.map((row) => row.map((cell) => String(cell ?? "")));
      const { body } = await persona.call("POST", "/api/staff-sheet/check", { territoryId: one, rows });
      expect([body.totals.added, rows[1]![0]]).toEqual([1, "Школа № 1"]);
    }
  });

  it("writes nothing before it is confirmed, everything at once after, and nothing the second time", async () => {
    const sheet = await workbook([
      ORGANISATIONS,
      ["Сад № 3 города", "Сад № 3", "ДОУ", 7_707_083_893, "ул. Лесная, 2", "", ""],
      ["Школа № 1", "СОШ № 1", "школа", "", "", "8 900 111-22-33", ""],
      ["Клуб", "Клуб", "клуб", "", "", "", ""],
      ["Школа № 2", "Школа № 2", "школа", "", "", "", ""],
    ]);
    const before = await counts();
    const read = await officer.upload(`/api/organisation-sheet/file?territoryId=${one}`, "organisations.xlsx", sheet);
    expect(read.body.totals).toEqual({ added: 1, updated: 1, unchanged: 1, refused: 1 });
    expect(read.body.report[2].problems[0].cell).toBe("C4");
    expect(await counts()).toEqual(before);
    const confirm = { territoryId: one, rows: read.body.rows, digest: read.body.digest };
    expect((await officer.call("POST", "/api/organisation-sheet", { ...confirm, digest: "другой" })).body.code).toBe(
      "import-moved",
    );
    expect((await foreign.call("POST", "/api/organisation-sheet", confirm)).status).toBe(404);
    expect((await head.call("POST", "/api/organisation-sheet", confirm)).status).toBe(403);
    expect(await counts()).toEqual(before);
    expect((await officer.call("POST", "/api/organisation-sheet", confirm)).status).toBe(200);
    expect((await counts())["organisations"]).toBe(before["organisations"] + 1);
    const second = await officer.call("POST", "/api/organisation-sheet/check", {
      territoryId: one,
      rows: read.body.rows,
    });
    expect(second.body.totals).toEqual({ added: 0, updated: 0, unchanged: 3, refused: 1 });
    // the report that was confirmed no longer holds
    expect((await officer.call("POST", "/api/organisation-sheet", confirm)).body.code).toBe("import-moved");
  });

  it("adds staff of the own school only, with no rank above the own", async () => {
    const rows = [
      STAFF,
      ["Школа № 1", "Лапина", "Ольга", "Игоревна", "учитель", "01.09.2020", "", "учитель", "lapina@a.test"],
      ["Школа № 1", "Лапина", "Ольга", "Игоревна", "методист", "", "8 900 000", "", ""],
      ["Школа № 1", "Орлов", "Виктор", "", "директор", "", "", "директор", ""],
      ["Школа № 2", "Белова", "Анна", "", "учитель", "", "", "", ""],
      ["Школа № 9", "Белова", "Анна", "", "учитель", "", "", "", ""],
    ];
    const before = await counts();
    const asHead = await head.call("POST", "/api/staff-sheet/check", { territoryId: one, rows });
    expect(
      asHead.body.report.map((row: { outcome: string; problems: { cell: string }[] }) => [
        row.outcome,
        row.problems[0]?.cell,
      ]),
    ).toEqual([
      ["added", undefined],
      ["updated", undefined],
      ["refused", "H4"],
      ["refused", "A5"],
      ["refused", "A6"],
    ]);
    const confirm = { territoryId: one, rows, digest: asHead.body.digest };
    // the same rows are another report for the officer: a digest cannot be carried over
    expect((await officer.call("POST", "/api/staff-sheet", confirm)).body.code).toBe("import-moved");
    expect((await head.call("POST", "/api/staff-sheet", confirm)).status).toBe(200);
    expect(await counts()).toEqual({
      ...before,
      people: before["people"] + 1,
      positions: before["positions"] + 2,
      roles: before["roles"] + 1,
      accounts: before["accounts"] + 1,
    });
    const again = await head.call("POST", "/api/staff-sheet/check", { territoryId: one, rows });
    expect(again.body.totals).toEqual({ added: 0, updated: 0, unchanged: 2, refused: 3 });
  });

  it("opens no account and sets no phone of a person who is an officer elsewhere", async () => {
    const both = await world.person([{ role: "officer", territoryId: two }], "Яшина");
    await world.rows("delete from session where account_id = $1", [both.accountId]);
    await world.rows("delete from account where id = $1", [both.accountId]);
    await world.rows(
      "insert into membership (territory_id, id, person_id, organisation_id, position, from_on) values ($1, $2, $3, $4, 'учитель', '2020-09-01')",
      [one, makeId(), both.personId, school],
    );
    const at = (phone: string, login: string) => [
      STAFF,
      ["Школа № 1", "Яшина", "Вера", "Ильинична", "учитель", "", phone, "", login],
    ];
    for (const persona of [head, officer])
      for (const [phone, login, cell] of [
        ["", "mine@a.test", "I2"],
        ["8 900 000", "", "G2"],
      ] as const) {
        const rows = at(phone, login);
        const { body } = await persona.call("POST", "/api/staff-sheet/check", { territoryId: one, rows });
        expect(body.report[0]).toMatchObject({ outcome: "refused", problems: [{ cell }] });
        await persona.call("POST", "/api/staff-sheet", { territoryId: one, rows, digest: body.digest });
      }
    expect(await world.rows("select 1 from account where person_id = $1", [both.personId])).toEqual([]);
    expect(await world.rows("select phone from person where id = $1", [both.personId])).toEqual([{ phone: "" }]);
  });

  it("does not tell by a long sheet which logins are taken", async () => {
    const logins: string[] = [];
    for (let at = 0; at < 30; at += 1) {
      const { accountId } = await world.person([{ role: "teacher", territoryId: two }]);
      await world.rows("update account set login = $1 where id = $2", [`known${at}@a.test`, accountId]);
      logins.push(`known${at}@a.test`);
    }
    const rows = (some: readonly string[]) => [
      STAFF,
      ...some.map((login, at) => ["Школа № 1", `Новая${at}`, "Вера", "", "учитель", "", "", "", login]),
    ];
    const check = (some: readonly string[]) =>
      head.call("POST", "/api/staff-sheet/check", { territoryId: one, rows: rows(some) });
    const whole = await check(logins);
    expect([whole.status, whole.body.code]).toEqual([429, "logins-strange"]);
    expect(JSON.stringify(whole.body)).not.toContain("known");
    const few = await check(logins.slice(0, 15));
    expect(few.body.totals.refused).toBe(15);
    // said already: may be asked again while the sheet is being mended
    expect((await check(logins.slice(0, 15))).status).toBe(200);
    expect((await check(logins.slice(15))).status).toBe(429);
    const person = { territoryId: one, familyName: "Новая", givenName: "Вера", patronymic: "", phone: "" };
    const body = { ...person, position: { organisationId: school, name: "учитель", from: "2021-09-01" }, role: null };
    const asked = [];
    for (const login of logins.slice(15, 25)) asked.push(await head.call("POST", "/api/people", { ...body, login }));
    expect(asked.map((answer) => answer.body.code)).toEqual([
      ...Array.from({ length: 3 }, () => "login-taken"),
      ...Array.from({ length: 7 }, () => "too-many"),
    ]);
  });

  it("takes a workbook with days as Excel keeps them", async () => {
    const sheet = await workbook([
      STAFF,
      ["Школа № 2", "Рощин", "Пётр", "", "учитель", new Date("2021-09-01"), "", "", ""],
    ]);
    const read = await officer.upload(`/api/staff-sheet/file?territoryId=${one}`, "staff.xlsx", sheet);
    expect([read.body.rows[1][5], read.body.report[0].outcome]).toEqual(["01.09.2021", "added"]);
  });

  it("keeps two confirmations at once from adding a row twice", async () => {
    const rows = [ORGANISATIONS, ["Сад № 8", "Сад № 8", "ДОУ", "", "", "", ""]];
    const { body } = await officer.call("POST", "/api/organisation-sheet/check", { territoryId: one, rows });
    const confirm = () =>
      officer.call("POST", "/api/organisation-sheet", { territoryId: one, rows, digest: body.digest });
    const answers = await Promise.all([confirm(), confirm()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await world.rows("select 1 from organisation where name = 'Сад № 8'")).toHaveLength(1);
  });

  it("does not wipe out what another corrects by hand while it is being written", async () => {
    const name = "Сад № 11";
    await world.organisation(one, "kindergarten", name);
    const rows = [ORGANISATIONS, [name, name, "ДОУ", "", "Новая улица, 1", "", ""]];
    const { body } = await officer.call("POST", "/api/organisation-sheet/check", { territoryId: one, rows });
    expect(body.totals.updated).toBe(1);
    const other = await world.program.database.pool.connect();
    await other.query("begin");
    await other.query("update organisation set phone = '8 900 111', version = version + 1 where name = $1", [name]);
    const sent = officer.call("POST", "/api/organisation-sheet", { territoryId: one, rows, digest: body.digest });
    await expect
      .poll(() =>
        world.rows("select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"),
      )
      .toHaveLength(1);
    await other.query("commit");
    other.release();
    expect((await sent).status).toBe(200);
    expect(await world.rows("select phone, address from organisation where name = $1", [name])).toEqual([
      { phone: "8 900 111", address: "Новая улица, 1" },
    ]);
  });
});
