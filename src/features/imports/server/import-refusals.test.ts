import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { docx, p } from "../../../../test/support/docx-builder.ts";
import { givenImports, pasted, PLAN, type ImportsWorld } from "../../../../test/support/given-imports.ts";
import { suggestionOf } from "../../../../test/support/import-samples.ts";
import { addressOf, takeIn, viewOf } from "../../../../test/support/import-steps.ts";
import type { Persona, World } from "../../../../test/support/world.ts";

const BROKEN = new Uint8Array([...PLAN.slice(0, 900), ...new Uint8Array(200)]);

describe("refusals of documents", () => {
  let world: World;
  let territory: string;
  let other: string;
  let school: string;
  let officer: Persona;
  let methodologist: Persona;
  let head: Persona;
  let foreigner: Persona;
  let start: ImportsWorld["start"];
  beforeAll(async () => {
    ({ world, territory, other, school, officer, methodologist, head, foreigner, start } = await givenImports());
  });
  afterAll(() => world.close());

  it("nothing given, or two things at once", async () => {
    expect((await start(officer, {})).body.code).toBe("nothing-given");
    const file = await officer.upload(`/api/files?territoryId=${territory}`, "план.docx", PLAN);
    expect((await start(officer, { fileId: file.body.id, ...pasted("текст") })).body.code).toBe("nothing-given");
  });

  it("whoever may not build the programme, and a file of somebody else", async () => {
    expect((await start(methodologist, pasted("а"))).status).toBe(404);
    expect((await start(foreigner, pasted("а"))).status).toBe(404);
    expect((await start(head, pasted("а"))).status).toBe(404);
    expect((await start(officer, { ...pasted("а"), ownerOrganisationId: school })).status).toBe(404);
    const file = await head.upload(`/api/files?territoryId=${territory}`, "план.docx", PLAN);
    expect((await start(officer, { fileId: file.body.id })).status).toBe(404);
  });

  it("a picture is no document to read, whatever it is called", async () => {
    const dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    const bytes = new Uint8Array(Buffer.from(dot, "base64"));
    const file = await officer.upload(`/api/files?territoryId=${territory}`, "план.doc", bytes);
    expect((await start(officer, { fileId: file.body.id })).body.code).toBe("picture-given");
  });

  it("a document whose bytes are gone: said, not «being read» for ever", async () => {
    const file = await officer.upload(
      `/api/files?territoryId=${territory}`,
      "план.txt",
      new TextEncoder().encode("Срок\tОтветственный\nоктябрь\tУО"),
    );
    await world.rows("update stored_file set sha256 = repeat('0', 64) where id = $1", [file.body.id]);
    const started = await start(officer, { fileId: file.body.id });
    await world.settle();
    const view = await viewOf(officer, territory, started.body.id);
    expect(view.status).toBe("failed");
    expect(view.problem).toMatch(/по вине программы/);
  });

  it.each([
    ["damaged", "план.docx", BROKEN, /повреждён/],
    ["a PDF", "план.pdf", new TextEncoder().encode("%PDF-1.4 план"), /PDF/],
    ["without text", "план.docx", docx([p("")]), /нет текста/],
  ])("a file %s fails with its own sentence", async (_, name, bytes, sentence) => {
    const id = await takeIn(world, officer, territory, name, bytes);
    const view = await viewOf(officer, territory, id);
    expect([view.status, view.problem]).toEqual(["failed", expect.stringMatching(sentence)]);
    const decided = await officer.call("POST", `${addressOf(territory, id)}/approve`, { version: view.version });
    expect(decided.body.code).toBe("not-readable");
    expect((await officer.call("GET", `${addressOf(territory, id)}/document`)).body.code).toBe("not-readable");
  });

  it("a document that was not read is taken off the list", async () => {
    const id = await takeIn(world, officer, territory, "снятый с показа.docx", BROKEN);
    const listed = `/api/imports?territoryId=${territory}&q=${encodeURIComponent("снятый с показа")}`;
    expect((await officer.call("GET", listed)).body.items).toMatchObject([{ id, status: "failed" }]);
    expect((await foreigner.call("DELETE", addressOf(territory, id))).status).toBe(404);
    expect((await officer.call("DELETE", addressOf(territory, id))).status).toBe(200);
    expect((await officer.call("GET", listed)).body.total).toBe(0);
  });

  it("an import is not there for others, whatever they ask", async () => {
    const id = await takeIn(world, officer, territory, "план.docx", PLAN);
    for (const person of [methodologist, head, foreigner]) {
      const at = addressOf(territory, id);
      const answers = [
        await person.call("GET", at),
        await person.call("GET", `${at}/document`),
        await person.call("POST", `${at}/decide`, { version: 1, decisions: [{ doubtId: "x", option: "y" }] }),
        await person.call("POST", `${at}/undo`, { version: 1 }),
        await person.call("POST", `${at}/approve`, { version: 1 }),
        await person.call("DELETE", at),
        await person.call("GET", `/api/imports?territoryId=${territory}`),
      ];
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    }
  });

  it("answers: stale, to nothing asked, in words not understood, for an organisation elsewhere", async () => {
    const id = await takeIn(world, officer, territory, "план.docx", PLAN);
    const { version, review } = await viewOf(officer, territory, id);
    const decide = (decision: object, at = version) =>
      officer.call("POST", `${addressOf(territory, id)}/decide`, { version: at, decisions: [decision] });
    const term = review!.doubts.find(({ topic }) => topic === "term")!;
    const party = review!.doubts.find(({ topic }) => topic === "party")!;
    const stale = await decide(suggestionOf(term), version + 1);
    expect([stale.status, stale.body.code]).toEqual([409, "stale-write"]);
    expect(stale.body.extra.stored).toEqual({ version, decisions: [] });
    expect((await decide({ doubtId: "нет такого", option: "a" })).body.code).toBe("answer-unknown");
    expect((await decide({ doubtId: term.id, option: "нет такого" })).body.code).toBe("answer-unknown");
    const vague = { doubtId: term.id, option: "own", own: { kind: "term", text: "как-нибудь потом" } };
    expect((await decide(vague)).body).toMatchObject({
      code: "term-unread",
      title: expect.stringContaining("как-нибудь потом"),
    });
    for (const audience of [
      { kind: "organisation", id: await world.organisation(other, "school") },
      { kind: "person", id: (await world.person([{ role: "officer", territoryId: other }])).personId },
    ])
      expect((await decide({ doubtId: party.id, option: "own", own: { kind: "audience", audience } })).body.code).toBe(
        "audience-unknown",
      );
    expect((await viewOf(officer, territory, id)).version).toBe(version);
    expect((await officer.call("POST", `${addressOf(territory, id)}/undo`, { version })).body.code).toBe(
      "nothing-to-undo",
    );
  });

  it("approval with open questions, and settings that make no sense", async () => {
    const id = await takeIn(world, officer, territory, "план.docx", PLAN);
    const { version, review } = await viewOf(officer, territory, id);
    const early = await officer.call("POST", `${addressOf(territory, id)}/approve`, { version });
    expect([early.status, early.body.code]).toEqual([409, "doubts-open"]);
    expect(early.body.title).toContain(String(review!.doubts.length));
    const change = (part: object) =>
      officer.call("PUT", `${addressOf(territory, id)}/settings`, {
        version,
        settings: { ...review!.settings, ...part },
      });
    expect((await change({ title: " " })).body.fields).toHaveProperty(["settings.title"]);
    expect((await change({ startsOn: "2022-01-01", endsOn: "2021-01-01" })).body.fields).toHaveProperty([
      "settings.endsOn",
    ]);
    expect((await change({ tables: [7] })).body.code).toBe("table-unknown");
    expect(await world.rows("select from programme where territory_id = $1", [territory])).toEqual([]);
  });
});
