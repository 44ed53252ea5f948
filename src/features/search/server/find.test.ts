import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import { openWorld, type Answer, type Persona, type World } from "../../../../test/support/world.ts";
import type { Found } from "../model/contract.ts";

describe("words as people type them", () => {
  let world: World;
  let town: Id;
  let officer: Persona;
  beforeAll(async () => {
    world = await openWorld({ now: "2026-10-22T09:00:00+03:00" });
    const region = await world.territory({ kind: "region" });
    town = await world.territory({ kind: "municipality", parentId: region, name: "Приозёрный" });
    officer = await world.person([{ role: "officer", territoryId: town }], "Ветрова");
    const school = await world.organisation(town, "school", "СОШ № 3 п. Лесной");
    await world.person([{ role: "school_head", territoryId: town, organisationId: school }], "Северова");
    const programme = makeId();
    await world.rows(
      `insert into programme (territory_id, id, title, short_title, status, starts_on, ends_on, created_at)
       values ($1, $2, 'Развитие наставничества «Плечо к плечу»', 'Плечо', 'running', '2026-01-01', '2028-12-31', now())`,
      [town, programme],
    );
    const roadmap = makeId();
    await world.rows(
      "insert into roadmap (territory_id, id, programme_id, title, ordinal) values ($1, $2, $3, 'План', 1)",
      [town, roadmap, programme],
    );
    for (const [number, title, result] of [
      ["1.1", "Семинар о наставничестве для педагогов ШНОР", "Справка"],
      ["1.2", "Научно-методический совет", "Протокол о наставниках"],
      ["2.1", "Приобретение учебников", ""],
      ["2.2", "Совет", "Ёлочная ярмарка"],
      ["2.3", "Совет школ", ""],
    ])
      await world.rows(
        `insert into measure (territory_id, id, programme_id, roadmap_id, number, title, result, ordinal)
         values ($1, $2, $3, $4, $5, $6, $7, 1)`,
        [town, makeId(), programme, roadmap, number, title, result],
      );
    for (const [kind, number, title] of [
      ["directive", "540/1", "О планировании работы"],
      ["minutes", "5401", "Заседание"],
      ["other", "", "Отчёт по курсам «Excel» для учителей 100%"],
    ])
      await world.rows("insert into paper (territory_id, id, kind, number, title) values ($1, $2, $3, $4, $5)", [
        town,
        makeId(),
        kind,
        number,
        title,
      ]);
  });
  afterAll(() => world.close());

  const find = (words: string): Promise<Answer<Found>> =>
    officer.call("GET", `/api/search?q=${encodeURIComponent(words)}`);
  const titles = ({ groups }: Found) =>
    groups.flatMap(({ hits }) => hits.map((hit) => hit.title.map(({ text }) => text).join("")));

  it.each<[string, string[]]>([
    ["наставничеству", ["Семинар о наставничестве для педагогов ШНОР", "Развитие наставничества «Плечо к плечу»"]],
    ["семинар педагогам", ["Семинар о наставничестве для педагогов ШНОР"]],
    [
      "настав",
      [
        "Семинар о наставничестве для педагогов ШНОР",
        "Научно-методический совет",
        "Развитие наставничества «Плечо к плечу»",
      ],
    ],
    ["шнор", ["Семинар о наставничестве для педагогов ШНОР"]],
    ["ёлочной", ["Совет"]],
    ["елочная", ["Совет"]],
    ["научно методический", ["Научно-методический совет"]],
    ["научно—методического", ["Научно-методический совет"]],
    ["«плечо к плечу»", ["Развитие наставничества «Плечо к плечу»"]],
    ['"Плечо', ["Развитие наставничества «Плечо к плечу»"]],
    ["№ 540/1", ["О планировании работы"]],
    ["приказ 540/1", ["О планировании работы"]],
    ["приказом №540", ["О планировании работы"]],
    ["5401", ["Заседание"]],
    ["Северовой", ["Северова Вера Ильинична"]],
    ["сош 3", ["СОШ № 3 п. Лесной"]],
    ["1.2", ["Научно-методический совет"]],
    ["курсы excel", ["Отчёт по курсам «Excel» для учителей 100%"]],
    ["совет", ["Совет", "Совет школ", "Научно-методический совет"]],
  ])("«%s»", async (words, expected) => {
    const { body } = await find(words);
    expect([titles(body), body.searched]).toEqual([expected, null]);
  });

  it.each<[string, string, string]>([
    ["yfcnfdybr", "наставник", "Научно-методический совет"],
    ["IYJH", "ШНОР", "Семинар о наставничестве для педагогов ШНОР"],
    ["Учсуд", "Excel", "Отчёт по курсам «Excel» для учителей 100%"],
    ["настваничество", "наставничестве", "Развитие наставничества «Плечо к плечу»"],
    ["семнар", "семинар", "Семинар о наставничестве для педагогов ШНОР"],
    ["севрова", "северова", "Северова Вера Ильинична"],
    ["учебнеков", "учебников", "Приобретение учебников"],
    ["содет школ", "совет школ", "Совет школ"],
  ])("«%s» is looked for as «%s»", async (typed, searched, title) => {
    const { body } = await find(typed);
    expect(body.searched).toBe(searched);
    expect(titles(body)).toContain(title);
  });

  it("marks where the words stand, in the title or in a piece of the text", async () => {
    const { body } = await find("наставником");
    const [hit] = body.groups[0]!.hits;
    expect(hit).toMatchObject({ place: "№\u00A01.2, «Плечо»", state: null });
    expect(hit!.title.some(({ found }) => found)).toBe(false);
    expect(hit!.text).toEqual([
      { text: "Протокол о ", found: false },
      { text: "наставниках", found: true },
    ]);
  });

  it.each([
    ["'"],
    ["\\"],
    ["%"],
    ["_"],
    ["100%"],
    ['"; drop table measure; --'],
    ["а & !б | (в) <-> г:*"],
    ["совет\u0000"],
    ["😀"],
    ["\u200B\u00AD"],
    ["<script>alert(1)</script>"],
    ["ь".repeat(200)],
    ["а ".repeat(100)],
    ["на"],
    ["и не на"],
    ["\\m(?:[*"],
    ["１２３ ² ①"],
    [""],
    ["  "],
  ])("hostile words %j are a question like any other", async (words) => {
    const answer = await officer.call("GET", `/api/search?q=${encodeURIComponent(words)}`);
    expect(answer.status).toBe(200);
    expect(await world.rows("select from measure")).toHaveLength(5);
  });

  it("10 kilobytes are refused in a sentence", async () => {
    const answer = await find("совет ".repeat(1800));
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body)).toContain("оставьте главные слова");
  });

  it("is closed to the public, and a hidden word is not told by a mended one", async () => {
    expect((await world.public.call("GET", "/api/search?q=план")).status).toBe(401);
    const stranger = await world.person([{ role: "officer", territoryId: await world.territory({ kind: "region" }) }]);
    for (const words of ["наставничество", "настваничество", "yfcnfdybr"]) {
      const { body } = await stranger.call<Found>("GET", `/api/search?q=${encodeURIComponent(words)}`);
      expect(body).toEqual({ searched: null, groups: [] });
    }
  });

  it("an answer changes at once with what was changed", async () => {
    await world.rows("update measure set title = 'Закупка глобусов' where number = '2.1'");
    expect(titles((await find("глобус")).body)).toEqual(["Закупка глобусов"]);
    expect(titles((await find("приобретение")).body)).toEqual([]);
    await world.rows("update measure set title = 'Приобретение учебников' where number = '2.1'");
  });

  it("lists find by the same forms", async () => {
    for (const [path, words, name] of [
      ["programmes", "наставничеству", "Развитие наставничества «Плечо к плечу»"],
      ["papers", "приказ", "О планировании работы"],
      ["papers", "курс", "Отчёт по курсам «Excel» для учителей 100%"],
      ["people", "Северовой", "Северова"],
      ["organisations", "лесной 3", "СОШ № 3 п. Лесной"],
    ] as const) {
      const { body } = await officer.call("GET", `/api/${path}?territoryId=${town}&q=${encodeURIComponent(words)}`);
      expect([path, JSON.stringify(body.items).includes(name), body.total]).toEqual([path, true, 1]);
    }
  });
});
