import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import type { GoingAnswer } from "#platform/http/route.ts";
import type { FileAnswer } from "./file-task.ts";
import { textReply } from "./read-text.ts";
import { docx, p } from "../../../../test/support/docx-builder.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";

describe("the words of a kept file", () => {
  let world: World;
  let town: Id;
  let head: Persona;
  let colleague: Persona;
  let outsider: Persona;

  beforeAll(async () => {
    world = await openWorld();
    const region = await world.territory({ kind: "region" });
    town = await world.territory({ kind: "municipality", parentId: region });
    const other = await world.territory({ kind: "municipality", parentId: region });
    const school = await world.organisation(town, "school");
    head = await world.person([{ role: "school_head", territoryId: town, organisationId: school }]);
    colleague = await world.person([{ role: "deputy", territoryId: town, organisationId: school }]);
    outsider = await world.person([{ role: "officer", territoryId: other }]);
  });
  afterAll(() => world.close());

  const keep = async (name: string, content: Uint8Array) =>
    (await head.upload(`/api/files?territoryId=${town}`, name, content)).body.id as Id;
  const text = (id: Id, by = head) => by.call("GET", `/api/files/${town}/${id}/text`);

  it("are for whoever may open it", async () => {
    const id = await keep("приказ.docx", docx([p("Приказываю")]));
    for (const person of [colleague, outsider]) expect((await text(id, person)).status).toBe(404);
    expect((await text(id, world.public)).status).toBe(401);
    expect((await text(id)).body).toEqual({ blocks: [{ kind: "paragraph", text: "Приказываю" }], cut: false });
  });

  it("are asked of documents alone, and are nothing where they cannot be read", async () => {
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    );
    expect((await text(await keep("точка.png", png))).body.code).toBe("file-wordless");
    const hollow = await keep("пустой.pdf", Buffer.from("%PDF-1.4\n%%EOF"));
    expect((await text(hollow)).body).toBeNull();
  });

  it("are kept by the browser where they are a verdict on the file, and not where reading took too long for once", async () => {
    const id = await keep("повестка.docx", docx([p("Повестка")]));
    const { sha256 } = (await world.rows("select sha256 from stored_file where id = $1", [id]))[0]!;
    const files = world.program.files;
    const answers: readonly (readonly [FileAnswer, boolean])[] = [
      [{ kind: "failed", isPassing: true }, true],
      [{ kind: "failed" }, false],
      [{ kind: "text", text: { blocks: [], cut: false } }, false],
    ];
    for (const [answer, isForgotten] of answers) {
      let forgotten = false;
      const reply = textReply(files, await files.open(String(sha256)), "повестка.docx", async () => answer);
      const forget = () => (forgotten = true);
      const words = (reply.content as (going: GoingAnswer) => AsyncIterable<string>)({ forget });
      for await (const chunk of words) expect(chunk).toBe(JSON.stringify(answer.kind === "text" ? answer.text : null));
      expect([answer, forgotten]).toEqual([answer, isForgotten]);
    }
    expect((await text(id)).headers["cache-control"]).toBe("private, max-age=3600");
  });

  it("are read for many at once, each in turn", async () => {
    const ids: Id[] = [];
    for (let at = 0; at < 6; at++) ids.push(await keep(`${at}.txt`, Buffer.from(`Строка ${at}`)));
    const answers = await Promise.all(ids.map((id) => text(id)));
    expect(answers.map(({ body }) => body.blocks[0].text)).toEqual(ids.map((_, at) => `Строка ${at}`));
  });

  it("a PDF that only shows may stand in a frame of our pages, and of nobody else's", async () => {
    const id = await keep("доклад.pdf", Buffer.from("%PDF-1.4\n% доклад\n%%EOF"));
    const { headers } = await head.call("GET", `/api/files/${town}/${id}`);
    expect(String(headers["content-security-policy"])).toContain("frame-ancestors 'self'");
    expect(String(headers["content-security-policy"])).not.toContain("script-src");
    expect(String(headers["x-frame-options"])).toBe("SAMEORIGIN");
  });
});
