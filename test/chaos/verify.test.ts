import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeId } from "#shared/ids.ts";
import { openWorld, type World } from "../support/world.ts";
import { randomOf } from "../fuzz/random.ts";
import { layDistrict, type District, type Person } from "./district.ts";
import { nothingExpected } from "./expected.ts";
import { handOf } from "./hand.ts";
import { openLedger } from "./ledger.ts";
import { verify, type Evidence, type Harm } from "./verify.ts";
import { openWire, type Wire } from "./wire.ts";
import { writeImports } from "./write-imports.ts";
import { writeNotes } from "./write-notes.ts";
import { writeProgrammes } from "./write-programmes.ts";
import { reportOnce, writeReports } from "./write-reports.ts";

/** The verifier of chaos is tried itself: whatever is lost, doubled, halved or spoilt behind its back, it says so. */
describe("the verifier of chaos", () => {
  let world: World, district: District, wire: Wire;
  let evidence: Evidence;
  const [ledger, expected] = [openLedger(), nothingExpected()];

  beforeAll(async () => {
    world = await openWorld();
    district = await layDistrict(world.program.database.pool, { schools: 1, duties: 20 });
    const address = await world.program.server.listen({ port: 0, host: "127.0.0.1" });
    wire = openWire(() => Number(new URL(address).port));
    let written = 0;
    const hand = (person: Person) =>
      handOf({ send: (asked) => wire.send(person.token, asked), ledger, patience: 20_000 }, person);
    const desk = { district, expected, random: randomOf(1), running: () => (written += 1) < 30 };
    const school = district.schools[0]!;
    const reporting = {
      ...desk,
      school: 0,
      owed: [...school.obligations],
      deputy: hand(school.deputy),
      decider: hand(district.decider),
    };
    await reportOnce(reporting);
    await writeReports(reporting);
    written = 0;
    const planning = { ...desk, planner: 0, hand: hand(district.planners[0]!), running: () => (written += 1) < 36 };
    await writeProgrammes(planning);
    written = 0;
    const office = {
      mark: "1",
      hand: hand({ ...district.importer, name: "office" }),
      reader: hand({ ...district.decider, name: "reader" }),
    };
    await writeNotes({ ...desk, ...office });
    await writeImports({ district, expected, hand: hand(district.importer), most: 1, running: () => true });
    await world.settle();
    evidence = {
      territoryId: district.territoryId,
      expected,
      ledger,
      rows: (text, values) => world.rows(text, values),
      reader: undefined,
      filesFolder: join(world.folder, "files"),
    };
  });
  afterAll(async () => {
    wire.close();
    await world.close();
  });

  /** what earlier cases left behind */
  const standing = new Set<string>();
  const rows = (text: string, values?: unknown[]) => world.rows(text, values);

  it("finds nothing where nothing is wrong, and there is something of everything", async () => {
    expect(await verify(evidence)).toEqual([]);
    expect(expected.reports.length).toBeGreaterThan(1);
    expect(expected.files.length).toBeGreaterThan(0);
    expect(expected.imports).toHaveLength(1);
    expect(expected.calls.length).toBeGreaterThan(1);
    expect(expected.papers.some(({ version }) => version > 1)).toBe(true);
    expect(expected.noticesRead.size).toBeGreaterThan(0);
    expect(expected.programmes.some(({ status }) => status === "approved")).toBe(true);
  });

  it.each<[what: string, harm: Harm, plant: string, mend: string]>([
    [
      "an edit gone from a report",
      "lost",
      "update report set version = version - 1 where id = $1",
      "update report set version = version + 1 where id = $1",
    ],
    [
      "a text that is not the last one",
      "lost",
      "update report set reason = text, text = 'прежний' where id = $1",
      "update report set text = reason, reason = '' where id = $1",
    ],
    [
      "an edit made twice",
      "duplicated",
      "update report set version = version + 1 where id = $1",
      "update report set version = version - 1 where id = $1",
    ],
    [
      "a report nobody was told of",
      "duplicated",
      "insert into report select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'remark', 'чужой'))).* from report r where id = $1",
      "delete from report where remark = 'чужой' and $1::uuid is not null",
    ],
    [
      "a report without its evidence",
      "half",
      "update evidence set ordinal = ordinal + 50, kind = 'link', url = 'https://а.example', file_id = null where report_id = $1 and kind = 'file'",
      "",
    ],
    [
      "a measure that went back",
      "lost",
      "update measure set version = 0 where programme_id in (select id from programme where goal <> '') and $1::uuid is not null",
      "",
    ],
    [
      "a plan that was not made whole",
      "half",
      "delete from obligation where id = (select id from obligation where occurrence_key not like 'chaos/%' limit 1) and $1::uuid is not null",
      "",
    ],
    [
      "a document that is being read for ever",
      "half",
      "update document_import set status = 'reading' where $1::uuid is not null",
      "update document_import set status = 'review' where $1::uuid is not null",
    ],
    [
      "an answer that was not kept",
      "half",
      "delete from idempotency where key = (select min(key) from idempotency) and $1::uuid is not null",
      "",
    ],
    [
      "a call noted twice",
      "duplicated",
      "insert into phone_call select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'note', 'дважды'))).* from phone_call c where $1::uuid is not null limit 1",
      "delete from phone_call where note = 'дважды' and $1::uuid is not null",
    ],
    [
      "a paper that went back",
      "lost",
      "update paper set version = version - 1 where number like 'К-%' and $1::uuid is not null",
      "update paper set version = version + 1 where number like 'К-%' and $1::uuid is not null",
    ],
    ["a notice that is unread again", "lost", "update notice set read_at = null where $1::uuid is not null", ""],
    [
      "a job that stays in its queue",
      "half",
      "insert into pgboss.job (name, state, data) select 'import-read', 'active', '{}' where $1::uuid is not null",
      "delete from pgboss.job where state = 'active' and $1::uuid is not null",
    ],
  ])("finds %s", async (_, harm, plant, mend) => {
    await rows(plant, [expected.reports[0]!.id]);
    const fresh = (await verify(evidence)).filter(({ what }) => !standing.has(what));
    expect(fresh.map((one) => one.harm)).toContain(harm);
    if (mend) await rows(mend, [expected.reports[0]!.id]);
    else for (const { what } of fresh) standing.add(what);
  });

  it("finds a file gone from the disk, one spoilt there, and one of which no row tells", async () => {
    const { sha256 } = expected.files[0]!;
    const path = join(evidence.filesFolder, sha256.slice(0, 2), sha256);
    const content = await readFile(path);
    const said = async () => (await verify(evidence)).map(({ what }) => what);
    await rm(path);
    expect(await said()).toContain(`запись без файла на диске: ${sha256}`);
    await writeFile(path, Buffer.concat([content, Buffer.from("!")]));
    expect(await said()).toContain(`файл на диске не то, чем назван: ${sha256}`);
    await writeFile(path, content);
    const stray = createHash("sha256").update("ничей").digest("hex");
    const [shelf] = await readdir(evidence.filesFolder).then((names) => names.filter((name) => name.length === 2));
    await writeFile(join(evidence.filesFolder, shelf!, stray), "ничей");
    expect(await said()).toContain(`файл на диске без записи: ${stray}`);
  });

  it("finds a write that was acknowledged and of which nothing is known, in the rows and in the journal", async () => {
    const deed = { personId: makeId(), key: "chaos-none-1", action: "report.accept", tries: 1, subjectId: makeId() };
    ledger.done.push(deed);
    const said = (await verify(evidence)).map(({ what }) => what);
    ledger.done.pop();
    expect(said).toContain(`в журнале 0 из 1: report.accept ${deed.subjectId}`);
    expect(said).toContain("нет сохранённого ответа: chaos-none-1");
  });

  it("takes a refusal and a silence for harm: each person writes what nobody else touches", async () => {
    const deed = { personId: makeId(), key: "k", action: "report.save", tries: 3 };
    ledger.refused.push({ deed, status: 409, code: "stale-write" });
    ledger.unanswered.push(deed);
    ledger.broken.push("TypeError");
    ledger.answeredOtherwise.push({ deed, status: 200, code: "" });
    const found = (await verify(evidence)).map(({ what }) => what);
    expect(found).toContain("report.save (попыток 3) отвергнуто: 409 stale-write");
    expect(found).toContain("report.save: ответа не было (попыток 3)");
    expect(found).toContain("пишущий сбился: TypeError");
    expect(found).toContain("report.save: на повтор с тем же ключом другой ответ: 200 ");
  });
});
