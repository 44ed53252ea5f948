import type { Readable } from "node:stream";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import { makeScanner, ScannerSilentError } from "#platform/files/scanner.ts";
import { USUAL_LIMITS } from "#platform/files/store.ts";
import { clamdProgram, makeClamd, VIRUS, type Clamd } from "../../../../test/support/clamd.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";

const words = (text: string) => new TextEncoder().encode(text);

describe.skipIf(!clamdProgram())("files and the virus scanner", () => {
  let world: World;
  let clamd: Clamd;
  let town: Id;
  let head: Persona;
  beforeAll(async () => {
    clamd = await makeClamd(clamdProgram()!);
    await clamd.start();
    world = await openWorld({ filePlaces: { scanner: makeScanner({ path: clamd.socket }) } });
    const region = await world.territory({ kind: "region" });
    town = await world.territory({ kind: "municipality", parentId: region });
    head = await world.person([{ role: "officer", territoryId: town }]);
  });
  afterAll(async () => {
    await world.close();
    await clamd.close();
  });

  const up = (name: string, text: string) => head.upload(`/api/files?territoryId=${town}`, name, words(text));
  const open = (id: Id) => head.call("GET", `/api/files/${town}/${id}`);
  const stateOf = async (id: Id) =>
    (await world.rows("select scan_state from stored_file where id = $1", [id]))[0]?.["scan_state"];
  /** the job comes back by itself in a minute; the test does not wait so long */
  const hurry = () =>
    world.rows("update pgboss.job set start_after = now() where name = 'file-scan' and state = 'created'");

  it("an infected file is refused in a sentence and leaves nothing", async () => {
    const answer = await up("письмо.txt", `Добрый день ${VIRUS}`);
    expect([answer.status, answer.body.code]).toEqual([422, "file-infected"]);
    expect(answer.body.title).toMatch(/найден вирус/);
    expect(await world.rows("select from stored_file")).toEqual([]);
  });

  it("a clean one is opened at once", async () => {
    const { body } = await up("справка.txt", "Справка");
    expect(body.state).toBe("open");
    expect((await open(body.id)).status).toBe(200);
    expect(await stateOf(body.id)).toBe("clean");
  });

  it("while the scanner is silent files wait in quarantine, given to nobody; they are looked at when it is back", async () => {
    await clamd.stop();
    const clean = (await up("приказ.txt", "Приказ")).body;
    const foul = (await up("вложение.txt", `Вложение ${VIRUS}`)).body;
    expect([clean.state, foul.state]).toEqual(["checking", "checking"]);
    for (const { id } of [clean, foul]) {
      const answer = await open(id);
      expect([answer.status, answer.body.code]).toEqual([409, "file-checking"]);
      expect(answer.raw.includes(VIRUS)).toBe(false);
    }
    const imported = await head.call("POST", "/api/imports", {
      territoryId: town,
      fileId: clean.id,
      pasted: null,
      amends: null,
      ownerOrganisationId: null,
    });
    expect(imported.body.code).toBe("file-checking");
    await clamd.start();
    await expect
      .poll(async () => [await hurry(), await stateOf(clean.id), await stateOf(foul.id)].slice(1), { timeout: 30_000 })
      .toEqual(["clean", "infected"]);
    expect((await open(clean.id)).raw.toString()).toBe("Приказ");
    const answer = await open(foul.id);
    expect([answer.status, answer.body.code, answer.raw.includes(VIRUS)]).toEqual([422, "file-infected", false]);
  });
});

describe("a file that was cited while it waited for the scanner", () => {
  let world: World;
  let town: Id;
  let head: Persona;
  let silent = true;
  const scanner = {
    async findVirus(content: Readable) {
      if (silent) throw new ScannerSilentError("no answer");
      for await (const part of content) void part;
      return undefined;
    },
  };
  beforeAll(async () => {
    world = await openWorld({ filePlaces: { scanner } });
    const region = await world.territory({ kind: "region" });
    town = await world.territory({ kind: "municipality", parentId: region });
    head = await world.person([{ role: "officer", territoryId: town }]);
  });
  afterAll(() => world.close());
  beforeEach(() => {
    silent = true;
  });

  const cited = async (name: string, side: number) => {
    const bytes = await sharp({ create: { width: side, height: side, channels: 3, background: "#88b4d8" } })
      .png()
      .toBuffer();
    const { body } = await head.upload(`/api/files?territoryId=${town}`, name, bytes);
    const paper = { territoryId: town, kind: "directive", number: name, datedOn: null, title: "О субботнике" };
    const { status } = await head.call("POST", "/api/papers", {
      ...paper,
      issuerOrganisationId: null,
      fileId: body.id,
    });
    expect([body.state, status]).toEqual(["checking", 200]);
    return body.id as Id;
  };
  const row = async (id: Id) =>
    (await world.rows("select scan_state, preview_state, sha256 from stored_file where id = $1", [id]))[0]!;
  const waiting = async (queue: string) =>
    (await world.rows("select from pgboss.job where name = $1 and state in ('created', 'active', 'retry')", [queue]))
      .length;
  /** the job comes back by itself in a minute; the test does not wait so long */
  const hurry = () =>
    world.rows("update pgboss.job set start_after = now() where name = 'file-scan' and state = 'created'");

  it("has its picture drawn once it is found clean", async () => {
    const id = await cited("двор.png", 40);
    await expect.poll(() => waiting("file-preview"), { timeout: 30_000 }).toBe(0);
    expect(await row(id)).toMatchObject({ scan_state: "waiting", preview_state: "none" });
    silent = false;
    await expect
      .poll(async () => [await hurry(), await row(id)][1], { timeout: 30_000 })
      .toMatchObject({ scan_state: "clean", preview_state: "made" });
  });

  it("is not asked about every minute where its content is lost", async () => {
    const id = await cited("крыльцо.png", 41);
    await world.program.files.remove((await row(id))["sha256"]);
    silent = false;
    await expect.poll(async () => [await hurry(), await waiting("file-scan")][1], { timeout: 30_000 }).toBe(0);
    expect(await row(id)).toMatchObject({ scan_state: "waiting" });
    expect(await world.rows("select from dead_job")).toEqual([]);
  });
});

describe("room for files", () => {
  let world: World;
  let region: Id;
  let town: Id;
  let schools: readonly [Id, Id];
  const OF_RECORD = { recordFiles: 2, recordBytes: 1000 };
  const limits = {
    ...USUAL_LIMITS,
    territoryBytes: 5000,
    organisationBytes: 3000,
    looseFiles: 3,
    uploadsAtOnce: 1,
    ...OF_RECORD,
  };
  beforeAll(async () => {
    world = await openWorld({ filePlaces: { limits } });
    region = await world.territory({ kind: "region" });
    town = await world.territory({ kind: "municipality", parentId: region });
    schools = [await world.organisation(town, "school"), await world.organisation(town, "school")];
  });
  afterAll(() => world.close());

  const head = (school: 0 | 1) =>
    world.person([{ role: "school_head", territoryId: town, organisationId: schools[school] }]);
  const up = (person: Persona, bytes: number) =>
    person.upload(`/api/files?territoryId=${town}`, "справка.txt", words("x".repeat(bytes)));

  it("ends for a person, an organisation and a territory, each with its sentence", async () => {
    const [one, two, other] = [await head(0), await head(0), await head(1)];
    for (let at = 0; at < 3; at += 1) expect((await up(one, 500)).status).toBe(200);
    const loose = await up(one, 10);
    expect([loose.status, loose.body.code]).toEqual([409, "quota-loose"]);
    expect((await up(two, 1000)).status).toBe(200);
    const organisation = await up(two, 600);
    expect([organisation.status, organisation.body.code]).toEqual([409, "quota-organisation"]);
    expect(organisation.body.title).toMatch(/занято 2,4\sКБ/);
    expect((await up(other, 2400)).status).toBe(200);
    expect((await up(other, 200)).body.code).toBe("quota-territory");
  });

  it("ends for a record, by files and by bytes, with a sentence", async () => {
    const other = await world.territory({ kind: "municipality", parentId: region });
    const person = await world.person([{ role: "officer", territoryId: other }]);
    const fileOf = async (bytes: number) =>
      (await person.upload(`/api/files?territoryId=${other}`, "справка.txt", words("x".repeat(bytes)))).body.id as Id;
    const paper = {
      territoryId: other,
      kind: "directive",
      number: "1",
      datedOn: null,
      title: "О субботнике",
      issuerOrganisationId: null,
    };
    const heavy = await person.call("POST", "/api/papers", { ...paper, fileId: await fileOf(1001) });
    expect([heavy.status, heavy.body.code]).toEqual([409, "quota-record"]);
    const { body } = await person.call("POST", "/api/papers", { ...paper, fileId: await fileOf(600) });
    const again = async (version: number, bytes: number) =>
      person.call("PATCH", `/api/papers/${other}/${body.id}`, { ...paper, fileId: await fileOf(bytes), version });
    expect((await again(1, 401)).body.code).toBe("quota-record");
    expect((await again(1, 400)).status).toBe(200);
    const third = await again(2, 1);
    expect([third.status, third.body.code]).toEqual([409, "quota-record"]);
    expect(third.body.title).toMatch(/не больше 2 файлов и 1\sКБ/);
  });

  it("lets a person send so many at once and no more, and gives the turn back", async () => {
    const person = await world.person([{ role: "officer", territoryId: town }]);
    const answers = await Promise.all([up(person, 1), up(person, 2), up(person, 3)]);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]!.body.code).toBe("uploads-at-once");
    expect((await up(person, 4)).status).toBe(200);
  });
});
