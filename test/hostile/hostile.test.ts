import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROUTES } from "#main/routes.ts";
import { givenPerson, visitor, writer } from "../probe/people.ts";
import { readRegistry } from "../probe/registry.ts";
import { givenTown, NOW } from "../probe/town.ts";
import { openWorld, type World } from "../support/world.ts";
import { cellsPart } from "./cells.ts";
import { deskOf } from "./files/desk.ts";
import { keptIn, served } from "./files/follow.ts";
import { makeFile } from "./files/make-file.ts";
import { sendLying } from "./files/send-lying.ts";
import { setLure, type Trap } from "./files/set-lure.ts";
import { judgeAnswer } from "./judge-answer.ts";
import { makeRequest } from "./make-request.ts";
import { operationsOf, type OpenApi, type Operation } from "./operations.ts";
import type { RunningProgram } from "./program.ts";
import { isWhole } from "./requests.ts";
import { sender, type Send } from "./send.ts";

/** A little of each part of `npm run hostile`, on one municipality, in this process. */
describe("hostile input", () => {
  const SEED = 20261122;
  let world: World;
  let trap: Trap;
  let send: Send;
  let operations: readonly Operation[];
  let filled: Pick<RunningProgram, "address" | "personas" | "territories" | "known" | "pool">;

  beforeAll(async () => {
    world = await openWorld({ now: NOW, log: () => {} });
    const { pool } = world.program.database;
    const regionId = await world.territory({ kind: "region" });
    const id = await world.territory({ kind: "municipality", parentId: regionId });
    const put = writer(pool);
    const { people } = await givenTown(put, world.program.files, id);
    const stranger = await givenPerson(put, "человек без ролей", []);
    await world.program.server.listen({ port: 0, host: "127.0.0.1" });
    const none = new Map<string, never>();
    filled = {
      address: `http://127.0.0.1:${(world.program.server.server.address() as AddressInfo).port}`,
      personas: [...Object.values(people.office), ...Object.values(people.school), stranger, visitor],
      territories: [{ id, kind: "municipality", parentId: regionId }],
      known: {
        password: "",
        logins: none,
        invitations: none,
        feeds: none,
        stamps: none,
        rowKeys: none,
        workbooks: none,
        doubts: none,
        cookies: none,
        recoveryCode: "",
        firstCode: () => "",
      },
      pool,
    };
    send = sender(filled.address, 4);
    const document = await send({ method: "GET", path: "/api/openapi.json", headers: {}, body: undefined });
    operations = operationsOf(JSON.parse(document.body.toString("utf8")) as OpenApi);
    trap = await setLure(SEED);
  });
  afterAll(async () => {
    await trap.close();
    await world.close();
  });

  it("of files: each is refused in words or kept where it does nothing", async () => {
    const faults: string[] = [];
    const officer = filled.personas.find(({ held }) => held.some(({ role }) => role === "officer"))!;
    const doors = ROUTES.filter(({ takesFile }) => takesFile).map(({ action }) => action);
    for (let number = 1; number < 24; number += 1) {
      const file = await makeFile(number, SEED, trap.lure);
      const tell = (kind: string, what: string) => void faults.push(`${number} ${file.kind}: ${kind}, ${what}`);
      const desk = deskOf({ address: filled.address, send, operations, tell }, officer, filled.territories[0]!.id);
      for (const door of doors) {
        const kept = keptIn(await desk.put(door, file));
        if (door === "file.upload" && kept) await served(desk, kept.id, file, { tell });
      }
    }
    expect([...faults, ...trap.asked, ...trap.sprung([world.folder])]).toEqual([]);
  });

  it.each([
    ["a hundred fields before the file", 'Content-Disposition: form-data; name="f"\r\n\r\nx', 100, 413],
    [
      "a file without a name",
      'Content-Disposition: form-data; name="file"\r\nContent-Type: application/octet-stream\r\n\r\nПлан',
      1,
      200,
    ],
  ])("of envelopes: %s", async (_, part, times, status) => {
    const { headers } = filled.personas.find(({ held }) => held.some(({ role }) => role === "officer"))!;
    const parts = `--b\r\n${part}\r\n`.repeat(times);
    const got = await send({
      method: "POST",
      path: `/api/files?territoryId=${filled.territories[0]!.id}`,
      headers: { ...headers, "content-type": "multipart/form-data; boundary=b" },
      body: Buffer.from(`${parts}--b--\r\n`),
    });
    expect([got.status, got.body.toString("utf8")]).toEqual([
      status,
      expect.stringMatching(/"(?:code|name)":"(?:too-large|файл\.txt)"/),
    ]);
  });

  it("of envelopes: whoever leaves before the file is looked at holds no turn", async () => {
    const { headers } = filled.personas.find(({ held }) => held.some(({ role }) => role === "officer"))!;
    const path = `/api/files?territoryId=${filled.territories[0]!.id}`;
    const typed = { ...headers, "content-type": "multipart/form-data; boundary=b" };
    const file = '--b\r\nContent-Disposition: form-data; name="file"; filename="а.txt"\r\n\r\nПлан\r\n';
    // until everybody has left it is not found out who asks
    const lock = await filled.pool.connect();
    await lock.query("begin; lock table session in access exclusive mode");
    const leave = () => sendLying(filled.address, path, typed, Buffer.from(file), 9999, 300);
    await Promise.all(Array.from({ length: 6 }, leave));
    await lock.query("rollback");
    lock.release();
    const body = Buffer.from(`${file}--b--\r\n`);
    const statuses: number[] = [];
    for (let n = 0; n < 10; n += 1) statuses.push((await send({ method: "POST", path, headers: typed, body })).status);
    // those who left are looked at one by one meanwhile
    expect(statuses.at(-1)).toBe(200);
  });

  it("of requests: each is answered as its route declares", async () => {
    const faults: string[] = [];
    const around = { ...filled, operations, registry: await readRegistry(filled.pool) };
    for (let number = 0; number < operations.length; number += 1) {
      const made = makeRequest(number, SEED, around);
      const fault = judgeAnswer(await send(made.sent), made.operation, isWhole(made));
      if (fault) faults.push(`${number} ${made.operation.action}: ${fault.what}`);
    }
    expect(faults).toEqual([]);
  });

  it("of requests: a record is asked for in a territory that is not there", async () => {
    const { headers } = filled.personas.find(({ held }) => held.some(({ role }) => role === "officer"))!;
    const nowhere = "00000000-0000-0000-0000-000000000000";
    const path = `/api/obligations/${nowhere}/${nowhere}`;
    expect((await send({ method: "GET", path, headers, body: undefined })).status).toBe(404);
  });

  it("of cells: no formula lives in what is exported", async () => {
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const { faults } = await cellsPart(filled, { from: 0, count: 60, seed: SEED, say, withoutOffice: true });
    expect(faults).toEqual([]);
    expect(said.join("\n")).toMatch(/прочитано обратно [1-9]/);
  });
});
