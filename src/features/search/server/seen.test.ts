import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import { get, openProgressWorld, type ProgressWorld } from "../../../../test/support/progress-world.ts";
import type { Persona } from "../../../../test/support/world.ts";
import type { Found, Hit } from "../model/contract.ts";
import { FOUND_KINDS, type FoundKind } from "../model/kinds.ts";

/** a word that every row is given, and that stands nowhere else */
const WORD = "кедровник";

interface Row {
  readonly kind: FoundKind;
  readonly id: Id;
  /** the pages that open it to those who see it: a person has one in each territory */
  readonly pages: readonly string[];
}

/**
 * The oracle asks the pages: a row is to be found by whoever opens it, and by nobody else. Pages know nothing of the SQL of the search: they
 * load the row and ask its policy.
 */
describe("what is found is what opens", () => {
  let given: ProgressWorld;
  let rows: Row[];
  beforeAll(async () => {
    given = await openProgressWorld(7);
    const { world, town, otherTown, region, schools, own } = given;
    for (const territory of [town, otherTown, region]) await papersOf(territory, schools);
    await programmesOf(otherTown, null, ["draft", "running"]);
    await programmesOf(town, schools[1]!, ["draft", "approved"]);
    await programmesOf(town, null, ["draft"]);
    await programmesOf(region, null, ["approved"]);
    const imports = [await importOf(town, null), await importOf(town, schools[3]!)];
    const [papers, reports] = [
      await world.rows<{ id: Id; territory_id: Id }>("select id, territory_id from paper"),
      await world.rows<{ id: Id; territory_id: Id }>("select id, territory_id from report order by id limit 60"),
    ];
    await filesOf("paper", papers);
    await filesOf("report", reports);
    await filesOf("import", imports);
    for (const statement of [
      "update measure set title = title || ' ' || $1",
      "update programme set goal = $1",
      "update report set text = text || ' ' || $1",
      "update organisation set address = $1",
      "update person set patronymic = $1",
    ])
      await world.rows(statement, [WORD]);
    rows = await everyRow();
    expect(own.obligations).toBeGreaterThan(0);
  });
  afterAll(() => given.world.close());

  async function papersOf(territoryId: Id, issuers: readonly Id[]) {
    const { world, town } = given;
    const centre = await world.organisation(territoryId, "methodological_centre");
    for (const issuer of [null, centre, ...(territoryId === town ? issuers : [])])
      await world.rows(
        "insert into paper (territory_id, id, kind, title, issuer_organisation_id) values ($1, $2, 'other', $3, $4)",
        [territoryId, makeId(), WORD, issuer],
      );
  }

  async function programmesOf(territoryId: Id, owner: Id | null, states: readonly string[]) {
    for (const state of states)
      await given.world.rows(
        `insert into programme (territory_id, id, owner_organisation_id, title, short_title, status, starts_on, ends_on, created_at)
         values ($1, $2, $3, 'Программа', '', $4, '2026-01-01', '2027-01-01', now())`,
        [territoryId, makeId(), owner, state],
      );
  }

  async function importOf(territoryId: Id, owner: Id | null) {
    const id = makeId();
    await given.world.rows(
      `insert into document_import (territory_id, id, owner_organisation_id, name, sha256, status, created_by, created_at)
       values ($1, $2, $3, 'план.docx', repeat('a', 64), 'review', $4, now())`,
      [territoryId, id, owner, given.personas.officer.personId],
    );
    return { id, territory_id: territoryId };
  }

  async function filesOf(kind: string, owners: readonly { id: Id; territory_id: Id }[]) {
    for (const [at, owner] of owners.entries())
      await given.world.rows(
        `insert into stored_file (territory_id, id, sha256, name, media_type, bytes, owner_kind, owner_id, uploaded_by, uploaded_at)
         values ($1, $2, repeat('b', 64), $3, 'text/plain', 1, $4, $5, $6, now())`,
        [owner.territory_id, makeId(), `${WORD}_${at}.txt`, kind, owner.id, given.personas.officer.personId],
      );
  }

  async function everyRow(): Promise<Row[]> {
    const pages: Readonly<Record<FoundKind, string>> = {
      programme: "'/api/programmes/' || territory_id || '/' || id from programme",
      measure: "'/api/programmes/' || territory_id || '/' || programme_id || '/measures/' || id from measure",
      report: "'/api/reports/' || territory_id || '/' || id from report",
      organisation: "'/api/organisations/' || id from organisation",
      person: "'/api/people/' || id from person",
      paper: "'/api/papers/' || territory_id || '/' || id from paper",
      file: "'/api/files/' || territory_id || '/' || id from stored_file",
    };
    const all: Row[] = [];
    const territories = [given.town, given.otherTown, given.region];
    for (const kind of FOUND_KINDS)
      for (const row of await given.world.rows<{ id: Id; page: string }>(
        `select id, ${pages[kind].replace(" from", " as page from")}`,
      ))
        all.push({
          kind,
          id: row.id,
          pages: kind === "person" ? territories.map((one) => `${row.page}?territoryId=${one}`) : [row.page],
        });
    return all;
  }

  async function opens(persona: Persona, row: Row): Promise<boolean> {
    for (const page of row.pages) if ((await persona.call("GET", page)).status !== 404) return true;
    return false;
  }

  /** Every hit of a kind, page by page; the total told beside them is their number. */
  async function foundBy(persona: Persona, kind: FoundKind): Promise<Hit[]> {
    const hits: Hit[] = [];
    for (let page = 1; ; page += 1) {
      const { groups } = (await get(
        persona,
        `/api/search?q=${encodeURIComponent(WORD)}&kind=${kind}&page=${page}`,
      )) as Found;
      const [group] = groups;
      hits.push(...(group?.hits ?? []));
      if (!group || hits.length >= group.total || group.hits.length === 0) {
        expect([kind, group?.total ?? hits.length]).toEqual([kind, hits.length]);
        return hits;
      }
    }
  }

  it.each(["officer", "head", "school", "owner", "curator", "teacher", "region", "foreign", "nobody"] as const)(
    "%s",
    { timeout: 120_000 },
    async (name) => {
      const persona = given.personas[name];
      const told: Partial<Record<FoundKind, string>> = {};
      for (const kind of FOUND_KINDS) {
        const those = rows.filter((row) => row.kind === kind);
        const opened: Id[] = [];
        for (const row of those) if (await opens(persona, row)) opened.push(row.id);
        const hits = await foundBy(persona, kind);
        expect([kind, hits.map(({ id }) => id).sort()]).toEqual([kind, opened.sort()]);
        told[kind] = `${opened.length} of ${those.length}`;
      }
      // the worlds must not be empty ones: everybody is kept from something, and sees something where they stand
      const [seen, all] = [
        Object.values(told)
          .map(parseFloat)
          .reduce((sum, one) => sum + one, 0),
        rows.length,
      ];
      expect([name, seen < all, seen > 0]).toEqual([name, true, name !== "nobody"]);
    },
  );

  it("the second wall stands behind the first: the look-up gives nothing of territories that are not read", async () => {
    const { world, town, otherTown } = given;
    const reach = { person: undefined, reads: [otherTown], writes: [] };
    for (const kind of FOUND_KINDS.filter((one) => one !== "person")) {
      const found = await world.program.database.within(reach, (tx) =>
        sql<{ territory_id: Id }>`select territory_id from found_texts(${kind}, search_query(${WORD}, true))`.execute(
          tx,
        ),
      );
      expect([kind, found.rows.filter((row) => row.territory_id !== otherTown)]).toEqual([kind, []]);
      const alike = await world.program.database.within(reach, (tx) =>
        sql<{ territory_id: Id }>`select territory_id from alike_texts(${kind}, ${WORD}, 0.5)`.execute(tx),
      );
      expect([kind, alike.rows.filter((row) => row.territory_id === town)]).toEqual([kind, []]);
    }
  });
});
