import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageProgram } from "#platform/office/page-program.ts";
import type { Id } from "#shared/ids.ts";
import { pdf } from "../../../../test/support/pdf-page.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";
import { redrawLost } from "./redraw-lost.ts";

describe("the first page of a file", () => {
  let world: World;
  let town: Id;
  let school: Id;
  let head: Persona;
  let neighbour: Persona;
  beforeAll(async () => {
    world = await openWorld();
    const region = await world.territory({ kind: "region" });
    town = await world.territory({ kind: "municipality", parentId: region });
    school = await world.organisation(town, "school");
    const other = await world.organisation(town, "school");
    head = await world.person([{ role: "school_head", territoryId: town, organisationId: school }]);
    neighbour = await world.person([{ role: "school_head", territoryId: town, organisationId: other }]);
  });
  afterAll(() => world.close());

  /** A paper of the school with this file, once its picture is drawn. */
  const registered = async (name: string, bytes: Uint8Array) => {
    const file = await head.upload(`/api/files?territoryId=${town}`, name, bytes);
    expect([name, file.status]).toEqual([name, 200]);
    const paper = await head.call("POST", "/api/papers", {
      territoryId: town,
      kind: "directive",
      number: name,
      datedOn: null,
      title: "О субботнике",
      issuerOrganisationId: school,
      fileId: file.body.id,
    });
    expect([name, paper.status]).toEqual([name, 200]);
    await world.settle();
    const page = (await head.call("GET", `/api/papers/${town}/${paper.body.id}`)).body;
    return { file: page.file, at: `/api/files/${town}/${file.body.id}` };
  };
  const photograph = () =>
    sharp({ create: { width: 2400, height: 1200, channels: 3, background: "#88b4d8" } })
      .withExif({ IFD3: { GPSLatitude: "57/1 37/1 0/1", GPSLatitudeRef: "N" } })
      .jpeg()
      .toBuffer();

  it("of a photograph: small and larger, to those who see the paper, and the kept file tells no place", async () => {
    const { file, at } = await registered("двор.jpg", await photograph());
    expect(file.preview).toEqual({ width: 320, height: 160 });
    for (const [size, width] of [
      ["small", 320],
      ["large", 1600],
    ] as const) {
      const answer = await head.call("GET", `${at}/preview?size=${size}`);
      expect([answer.status, answer.headers["content-type"]]).toEqual([200, "image/webp"]);
      expect(answer.headers["content-security-policy"]).toMatch(/sandbox/);
      expect((await sharp(answer.raw).metadata()).width).toBe(width);
      expect((await neighbour.call("GET", `${at}/preview?size=${size}`)).status).toBe(404);
    }
    const kept = await head.call("GET", at);
    expect(kept.headers["content-disposition"]).toMatch(/^inline/);
    expect((await sharp(kept.raw).metadata()).exif).toBeUndefined();
  });

  it("is drawn anew where its content is lost, and stays as it is where the file is lost too", async () => {
    const { at } = await registered("крыша.jpg", await photograph());
    const { files, database, clock, jobs } = world.program;
    const states = async () => {
      const answers = [];
      for (const size of ["small", "large"])
        answers.push((await head.call("GET", `${at}/preview?size=${size}`)).status);
      return answers;
    };
    const [drawn] = await world.rows(
      "select p.sha256, f.sha256 as original from file_preview p join stored_file f on f.id = p.file_id where f.name = 'крыша.jpg' and p.size = 'small'",
    );
    const whole = await files.receive(await files.open(drawn!["original"]));
    for (const sha256 of [drawn!["sha256"], drawn!["original"]]) await files.remove(sha256);
    await redrawLost({ database, files, clock }, jobs);
    expect(await states()).toEqual([410, 200]);
    await files.adopt(whole);
    await redrawLost({ database, files, clock }, jobs);
    await world.settle();
    expect(await states()).toEqual([200, 200]);
  });

  it.skipIf(!pageProgram())("of a PDF", async () => {
    const { file } = await registered("приказ.pdf", pdf());
    expect(file.preview.height).toBe(320);
  });

  it("is missing, without a word, where there is nothing to draw", async () => {
    const { file, at } = await registered("пустой.pdf", new TextEncoder().encode("%PDF-1.4\n%%EOF"));
    expect(file.preview).toBeNull();
    expect((await head.call("GET", `${at}/preview`)).status).toBe(404);
    expect((await head.call("GET", at)).status).toBe(200);
  });

  it.each([
    ["a paper with a script", "сценарий.pdf", "%PDF-1.4\n1 0 obj\n<< /S /JavaScript >>\nendobj\n%%EOF"],
    ["a script called a text", "открой.hta", "просто текст"],
  ])("%s is only saved, and nothing runs", async (_what, name, text) => {
    const file = await head.upload(`/api/files?territoryId=${town}`, name, new TextEncoder().encode(text));
    const answer = await head.call("GET", `/api/files/${town}/${file.body.id}`);
    expect(answer.headers["content-disposition"]).toMatch(/^attachment/);
    expect(answer.headers["content-security-policy"]).toMatch(/default-src 'none'.*sandbox/);
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    expect(file.body.name).toMatch(/\.(pdf|txt)$/);
  });

  it("a content that is lost is said to be lost, and the same file put up again heals it", async () => {
    const words = new TextEncoder().encode("Протокол субботника");
    const file = await head.upload(`/api/files?territoryId=${town}`, "протокол.txt", words);
    const [{ sha256 }] = (await world.rows<{ sha256: string }>("select sha256 from stored_file where id = $1", [
      file.body.id,
    ])) as [{ sha256: string }];
    await world.program.files.remove(sha256);
    const lost = await head.call("GET", `/api/files/${town}/${file.body.id}`);
    expect([lost.status, lost.body.code]).toEqual([410, "file-lost"]);
    await head.upload(`/api/files?territoryId=${town}`, "снова.txt", words);
    expect((await head.call("GET", `/api/files/${town}/${file.body.id}`)).raw.toString()).toBe("Протокол субботника");
  });
});
