import { createHash, randomBytes } from "node:crypto";
import { connect, type AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";
import { MOST_UNFINISHED, PART_BYTES } from "../model/uploads.ts";
import { forgetUploads } from "./forget-uploads.ts";

describe("a file that goes up in parts", () => {
  let world: World;
  let town: Id;
  let head: Persona;
  let colleague: Persona;
  let reader: Persona;
  let outsider: Persona;

  beforeAll(async () => {
    world = await openWorld();
    const region = await world.territory({ kind: "region" });
    town = await world.territory({ kind: "municipality", parentId: region });
    const other = await world.territory({ kind: "municipality", parentId: region });
    const school = await world.organisation(town, "school");
    const at = { territoryId: town, organisationId: school };
    head = await world.person([{ role: "school_head", ...at }]);
    colleague = await world.person([{ role: "deputy", ...at }]);
    reader = await world.person([{ role: "reader", territoryId: town }]);
    outsider = await world.person([{ role: "officer", territoryId: other }]);
  });
  afterAll(() => world.close());

  const hashOf = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");
  /** a text that says no number twice: parts put together in another order would be another text */
  const longText = (bytes: number) =>
    Buffer.from(Array.from({ length: Math.ceil(bytes / 8) }, (_, at) => `${at}`.padStart(7)).join("\n")).subarray(
      0,
      bytes,
    );
  let serial = 0;
  const begin = (content: Uint8Array, by = head, name = `отчёт-${++serial}.txt`) =>
    by.call("POST", "/api/uploads", { territoryId: town, name, bytes: content.length, savedAt: 1_700_000_000_000 });
  const path = (id: Id, more = "") => `/api/uploads/${town}/${id}${more}`;
  const part = (id: Id, offset: number, content: Uint8Array, by = head) =>
    by.upload(path(id, `?offset=${offset}`), "часть", content, "PUT");
  const finish = (id: Id, sha256: string | null = null, by = head) => by.call("POST", path(id, "/finish"), { sha256 });
  const partsOf = (content: Uint8Array) =>
    Array.from({ length: Math.ceil(content.length / PART_BYTES) }, (_, at) =>
      content.subarray(at * PART_BYTES, (at + 1) * PART_BYTES),
    );
  async function sendAll(id: Id, content: Uint8Array) {
    for (const [at, one] of partsOf(content).entries()) expect((await part(id, at * PART_BYTES, one)).status).toBe(200);
  }

  it("refuses whoever may not put files up, and hides it from all but its sender", async () => {
    const content = longText(PART_BYTES + 5);
    for (const person of [reader, outsider]) expect((await begin(content, person)).status).toBe(404);
    expect((await begin(content, world.public)).status).toBe(401);
    const { body: coming } = await begin(content);
    for (const person of [colleague, reader, outsider]) {
      expect((await part(coming.id, 0, content.subarray(0, PART_BYTES), person)).status).toBe(404);
      expect((await finish(coming.id, null, person)).status).toBe(404);
      expect((await person.call("DELETE", path(coming.id))).status).toBe(404);
    }
    expect((await colleague.call("GET", `/api/uploads?territoryId=${town}`)).body.items).toEqual([]);
    expect((await part(makeId(), 0, content.subarray(0, PART_BYTES))).status).toBe(404);
  });

  it.each([
    ["more than 30 MB", { bytes: 30 * 1024 * 1024 + 1 }],
    ["an empty file", { bytes: 0 }],
    ["a length below zero", { bytes: -5 }],
    ["no name", { name: "  " }],
  ])("refuses to begin %s", async (_what, more) => {
    const answer = await head.call("POST", "/api/uploads", {
      territoryId: town,
      name: "скан.pdf",
      bytes: 5,
      savedAt: 1,
      ...more,
    });
    expect(answer.status).toBe(422);
  });

  it("takes parts one after another only: an overlap, a hole, another length and a part after the end are told where it stands", async () => {
    const content = longText(PART_BYTES * 2 + 9);
    const { body: coming } = await begin(content);
    const [one, two, rest] = partsOf(content) as [Uint8Array, Uint8Array, Uint8Array];
    const fault = async (offset: number, bytes: Uint8Array) => {
      const answer = await part(coming.id, offset, bytes);
      return [answer.status, answer.body.code, answer.body.extra?.received];
    };
    expect(await fault(PART_BYTES, two)).toEqual([409, "upload-offset", 0]);
    expect(await fault(0, one.subarray(1))).toEqual([422, "upload-part", 0]);
    expect((await part(coming.id, 0, one)).body.received).toBe(PART_BYTES);
    expect(await fault(0, one)).toEqual([409, "upload-offset", PART_BYTES]);
    expect(await fault(PART_BYTES - 1, two)).toEqual([409, "upload-offset", PART_BYTES]);
    expect((await part(coming.id, -1, one)).status).toBe(422);
    expect((await finish(coming.id)).body.code).toBe("upload-offset");
    await part(coming.id, PART_BYTES, two);
    expect(await fault(PART_BYTES * 2, Buffer.concat([rest, rest]))).toEqual([422, "upload-part", PART_BYTES * 2]);
    await part(coming.id, PART_BYTES * 2, rest);
    expect(await fault(content.length, rest)).toEqual([422, "upload-part", content.length]);
    const wrong = await finish(coming.id, hashOf(longText(3)));
    expect([wrong.status, wrong.body.code]).toEqual([422, "upload-altered"]);
    const kept = await finish(coming.id, hashOf(content));
    expect([kept.status, kept.body.bytes]).toEqual([200, content.length]);
    expect((await head.call("GET", `/api/files/${town}/${kept.body.id}`)).raw.equals(content)).toBe(true);
  });

  it("lets one of two equal parts that come at once win", async () => {
    const content = longText(PART_BYTES + 1);
    const { body: coming } = await begin(content);
    const answers = await Promise.all([0, 0].map((offset) => part(coming.id, offset, content.subarray(0, PART_BYTES))));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });

  it("looks at the whole as at any file", async () => {
    const program = Buffer.concat([Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0]), randomBytes(PART_BYTES)]);
    const { body: coming } = await begin(program);
    await sendAll(coming.id, program);
    const answer = await finish(coming.id);
    expect([answer.status, answer.body.code]).toEqual([422, "file-program"]);
  });

  it("is one file however often its end is asked for, and leaves no parts", async () => {
    const content = longText(PART_BYTES + 77);
    const { body: coming } = await begin(content);
    await sendAll(coming.id, content);
    const [one, two] = await Promise.all([finish(coming.id), finish(coming.id)]);
    expect([one.status, two.status, two.body.id]).toEqual([200, 200, one.body.id]);
    expect((await finish(coming.id)).body.id).toBe(one.body.id);
    expect(await world.rows("select 1 from file_upload_part where upload_id = $1", [coming.id])).toEqual([]);
  });

  it("goes on from where a line was killed, on the same device or another", async () => {
    const content = longText(PART_BYTES * 2 + 100);
    const { body: coming } = await begin(content, head, "обрыв.txt");
    await part(coming.id, 0, content.subarray(0, PART_BYTES));
    await cutInTheMiddle(path(coming.id, `?offset=${PART_BYTES}`), content.subarray(PART_BYTES, PART_BYTES * 2));
    const again = await begin(content, head, "обрыв.txt");
    expect(again.body).toEqual({ id: coming.id, name: "обрыв.txt", bytes: content.length, received: PART_BYTES });
    const mine = await head.call("GET", `/api/uploads?territoryId=${town}`);
    expect(mine.body.items).toContainEqual(again.body);
    await part(coming.id, PART_BYTES, content.subarray(PART_BYTES, PART_BYTES * 2));
    await part(coming.id, PART_BYTES * 2, content.subarray(PART_BYTES * 2));
    const kept = await finish(coming.id, hashOf(content));
    expect((await head.call("GET", `/api/files/${town}/${kept.body.id}`)).raw.equals(content)).toBe(true);
  });

  /** sends half of a part over a real line and cuts it */
  async function cutInTheMiddle(url: string, content: Uint8Array): Promise<void> {
    const { server } = world.program;
    if (!server.server.listening) await server.listen({ port: 0, host: "127.0.0.1" });
    const { port } = server.server.address() as AddressInfo;
    const envelope = '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n';
    const { cookie } = head;
    const line = connect(port, "127.0.0.1");
    await new Promise((resolve) => line.once("connect", resolve));
    line.write(
      `PUT ${url} HTTP/1.1\r\nhost: a\r\nx-orientir: 1\r\ncookie: ${cookie}\r\ncontent-type: multipart/form-data; boundary=b\r\ncontent-length: ${content.length + 200}\r\n\r\n${envelope}`,
    );
    await new Promise((resolve) => line.write(content.subarray(0, content.length / 2), resolve));
    const closed = new Promise((resolve) => line.once("close", resolve));
    line.destroy();
    await closed;
  }

  it("holds no more than a few at once, gives one up, and forgets what stands still", async () => {
    const content = longText(PART_BYTES);
    const begun: Id[] = [];
    for (let at = 0; at < MOST_UNFINISHED; at++) begun.push((await begin(content, colleague)).body.id);
    expect((await begin(content, colleague)).body.code).toBe("quota-unfinished");
    const left = await colleague.call("DELETE", path(begun[0]!));
    expect(left.body.items).toHaveLength(MOST_UNFINISHED - 1);
    expect((await begin(content, colleague)).status).toBe(200);
    await world.rows("update file_upload set touched_at = touched_at - interval '4 days' where id = any ($1)", [
      begun.slice(1),
    ]);
    const { database, clock } = world.program;
    expect(await forgetUploads({ database, clock } as Parameters<typeof forgetUploads>[0])).toBe(MOST_UNFINISHED - 1);
    expect((await colleague.call("GET", `/api/uploads?territoryId=${town}`)).body.items).toHaveLength(1);
  });
});
