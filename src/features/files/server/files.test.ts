import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";

const text = (words: string) => new TextEncoder().encode(words);

describe("files go up without an owner", () => {
  let world: World;
  let town: Id;
  let head: Persona;
  let officer: Persona;
  let reader: Persona;
  let outsider: Persona;

  beforeAll(async () => {
    world = await openWorld();
    const region = await world.territory({ kind: "region" });
    town = await world.territory({ kind: "municipality", parentId: region });
    const other = await world.territory({ kind: "municipality", parentId: region });
    const school = await world.organisation(town, "school");
    head = await world.person([{ role: "school_head", territoryId: town, organisationId: school }]);
    officer = await world.person([{ role: "officer", territoryId: town }]);
    reader = await world.person([{ role: "reader", territoryId: town }]);
    outsider = await world.person([{ role: "officer", territoryId: other }]);
  });
  afterAll(() => world.close());

  const up = (person: Persona, name: string, content: Uint8Array) =>
    person.upload(`/api/files?territoryId=${town}`, name, content);

  it.each([
    ["an empty file", "пусто.txt", text(""), 422, "file-empty"],
    ["a program named as a document", "приказ.docx", Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0]), 422, "file-program"],
    [
      "a document with macros",
      "план.docm",
      text("PK\u0003\u0004 word/document.xml word/vbaProject.bin"),
      422,
      "file-macro",
    ],
    ["a page", "страница.html", text("<html><script>alert(1)</script>"), 422, "file-macro"],
    ["more than 30 MB", "скан.pdf", new Uint8Array(30 * 1024 * 1024 + 1).fill(0x25), 413, "too-large"],
  ])("refuses %s in words", async (_what, name, content, status, code) => {
    const answer = await up(head, name, content);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.title).toMatch(/\p{Script=Cyrillic}/u);
  });

  it("refuses onlookers, people of another territory and the public", async () => {
    expect((await up(reader, "а.txt", text("а"))).status).toBe(404);
    expect((await up(outsider, "а.txt", text("а"))).status).toBe(404);
    expect((await up(world.public, "а.txt", text("а"))).status).toBe(401);
  });

  it("is seen by its uploader alone until something cites it", async () => {
    const kept = await up(head, "C:\\документы\\Протокол № 3.txt", text("Протокол"));
    expect(kept.body).toMatchObject({ name: "Протокол № 3.txt", mediaType: "text/plain; charset=utf-8", bytes: 16 });
    const path = `/api/files/${town}/${kept.body.id}`;
    const mine = await head.call("GET", path);
    expect(mine.raw.toString("utf8")).toBe("Протокол");
    expect(mine.headers["content-disposition"]).toMatch(/^attachment; filename\*=UTF-8''/);
    expect(mine.headers["x-content-type-options"]).toBe("nosniff");
    for (const person of [officer, outsider]) expect((await person.call("GET", path)).status).toBe(404);
  });

  it("opens a paper inside the window", async () => {
    const kept = await up(head, "доклад.pdf", text("%PDF-1.4\n"));
    const answer = await head.call("GET", `/api/files/${town}/${kept.body.id}`);
    expect(answer.headers["content-disposition"]).toMatch(/^inline/);
  });
});
