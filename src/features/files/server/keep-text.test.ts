import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeScanner } from "#platform/files/scanner.ts";
import type { Id } from "#shared/ids.ts";
import { clamdProgram, makeClamd, type Clamd } from "../../../../test/support/clamd.ts";
import { docx, p, tbl, tc, tr } from "../../../../test/support/docx-builder.ts";
import { lines, pdf, PORTRAIT } from "../../../../test/support/pdf-builder.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";
import { askTextsAgain } from "./keep-text.ts";
import { MOST_SEARCHED } from "../model/file-text.ts";

async function office(world: World): Promise<{ town: Id; officer: Persona }> {
  const region = await world.territory({ kind: "region" });
  const town = await world.territory({ kind: "municipality", parentId: region });
  return { town, officer: await world.person([{ role: "officer", territoryId: town }]) };
}

async function registered(officer: Persona, town: Id, name: string, bytes: Uint8Array): Promise<Id> {
  const file = await officer.upload(`/api/files?territoryId=${town}`, name, bytes);
  expect([name, file.status]).toEqual([name, 200]);
  const paper = await officer.call("POST", "/api/papers", {
    territoryId: town,
    kind: "other",
    number: "",
    datedOn: null,
    title: "О субботнике",
    issuerOrganisationId: null,
    fileId: file.body.id,
  });
  expect([name, paper.status]).toEqual([name, 200]);
  return file.body.id;
}

const found = async (officer: Persona, words: string): Promise<string[]> => {
  const { body } = await officer.call("GET", `/api/search?q=${encodeURIComponent(words)}&kind=file`);
  return body.groups.flatMap((group: { hits: { id: Id }[] }) => group.hits.map(({ id }) => id));
};

describe("the text of a file", () => {
  let world: World;
  let town: Id;
  let officer: Persona;
  beforeAll(async () => {
    world = await openWorld();
    ({ town, officer } = await office(world));
  });
  afterAll(() => world.close());

  it.each<[string, () => Uint8Array]>([
    ["приказ.docx", () => docx([p("О кленовой аллее"), tbl([tr([tc("Посадка"), tc("саженцев клёна")])])])],
    ["аллея.pdf", () => pdf([{ ...PORTRAIT, marks: lines(60, 80, ["О кленовой аллее", "и саженцах"]) }])],
    ["аллея.txt", () => new TextEncoder().encode("О кленовой аллее и саженцах")],
  ])("of %s is found by its words", async (name, bytes) => {
    const id = await registered(officer, town, name, bytes());
    await world.settle();
    expect(await found(officer, "кленовую аллею саженцами")).toContain(id);
  });

  it("is its beginning where it is long, and nothing of a file that is broken or drawn", async () => {
    const long = `${"слово ".repeat(MOST_SEARCHED / 6)} последнееслово`;
    const whole = await registered(officer, town, "длинный.txt", new TextEncoder().encode(long));
    const picture = await registered(officer, town, "пустой.txt", new TextEncoder().encode("…"));
    await world.settle();
    expect(await found(officer, "слово")).toContain(whole);
    expect(await found(officer, "последнееслово")).toEqual([]);
    expect(await found(officer, "пустой")).toEqual([picture]);
    const [{ length }] = (await world.rows("select max(length(body)) as length from file_text")) as [
      { length: number },
    ];
    expect(length).toBeLessThanOrEqual(MOST_SEARCHED);
  });

  it("is read again where its job was lost, once it is a day old", async () => {
    const id = await registered(officer, town, "ясень.txt", new TextEncoder().encode("Ясеневая роща"));
    await world.settle();
    const { database, clock, jobs, files } = world.program;
    await world.rows("delete from file_text where file_id = $1", [id]);
    await world.rows("update stored_file set text_state = 'none' where id = $1", [id]);
    await askTextsAgain({ database, files, clock }, jobs);
    await world.settle();
    expect(await found(officer, "роща")).toEqual([]);
    await world.rows("update stored_file set uploaded_at = uploaded_at - interval '2 days' where id = $1", [id]);
    await askTextsAgain({ database, files, clock }, jobs);
    await world.settle();
    expect(await found(officer, "роща")).toEqual([id]);
  });
});

describe.skipIf(!clamdProgram())("the text of a file in quarantine", () => {
  let world: World;
  let clamd: Clamd;
  beforeAll(async () => {
    clamd = await makeClamd(clamdProgram()!);
    world = await openWorld({ filePlaces: { scanner: makeScanner({ path: clamd.socket }) } });
  });
  afterAll(async () => {
    await world.close();
    await clamd.close();
  });

  it("is read when it is let out, not before", async () => {
    const { town, officer } = await office(world);
    const id = await registered(officer, town, "тополь.txt", new TextEncoder().encode("Тополиная улица"));
    const texts = () => world.rows("select from file_text");
    await expect
      .poll(() => world.rows("select from pgboss.job where name = 'file-text' and state <> 'completed'"))
      .toEqual([]);
    expect([await texts(), await found(officer, "улица")]).toEqual([[], []]);
    await clamd.start();
    await expect
      .poll(
        async () => {
          await world.rows(
            "update pgboss.job set start_after = now() where name = 'file-scan' and state in ('created', 'retry')",
          );
          return (await texts()).length;
        },
        { timeout: 60_000 },
      )
      .toBe(1);
    expect(await found(officer, "улица")).toEqual([id]);
  });
});
