import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor, Assignment } from "#shared/actor.ts";
import { makeId } from "#shared/ids.ts";
import { NO_REACH } from "#platform/db/database.ts";
import { reachOf } from "#platform/http/reach.ts";
import { openWorld, type World } from "../support/world.ts";

/** Row-level security alone, with no use case above it: what the second wall lets through. */
describe("the second wall", () => {
  let world: World;
  let region: string;
  let one: string;
  let two: string;
  let stranger: string;
  beforeAll(async () => {
    world = await openWorld();
    region = await world.territory({ kind: "region" });
    one = await world.territory({ kind: "municipality", parentId: region });
    two = await world.territory({ kind: "municipality", parentId: region });
    stranger = await world.territory({ kind: "municipality", parentId: await world.territory({ kind: "region" }) });
    for (const territoryId of [one, two, stranger]) {
      await world.rows("insert into paper (territory_id, id, kind, title) values ($1, $2, 'directive', 'Приказ')", [
        territoryId,
        makeId(),
      ]);
    }
  });
  afterAll(() => world.close());

  const actor = (assignments: readonly Assignment[], kind: "person" | "token" = "person"): Actor => {
    const regionOf = { [one]: region, [two]: region };
    const base = {
      personId: makeId(),
      accountId: makeId(),
      assignments,
      regionOf: assignments.some((held) => held.territoryKind === "region") ? regionOf : {},
    };
    return kind === "person" ? { kind, sessionId: makeId(), ...base } : { kind, tokenId: makeId(), ...base };
  };
  const at = (
    territoryId: string,
    role: Assignment["role"],
    territoryKind: Assignment["territoryKind"] = "municipality",
  ): Assignment => ({ role, territoryId, territoryKind, organisationId: null });
  const territoriesSeen = (who: Actor) =>
    world.program.database.within(reachOf(who), async (tx) =>
      (await sql<{ territory_id: string }>`select territory_id from paper`.execute(tx)).rows
        .map((row) => row.territory_id)
        .sort(),
    );
  const write = (who: Actor, territoryId: string) =>
    world.program.database
      .within(reachOf(who), (tx) =>
        sql`insert into paper (territory_id, id, kind, title) values (${territoryId}, ${makeId()}, 'other', 'Черновик')`.execute(
          tx,
        ),
      )
      .then(
        () => "written",
        (fault: { code?: string }) => fault.code,
      );

  it("shows the public and a person without roles nothing", async () => {
    expect(await territoriesSeen({ kind: "public" })).toEqual([]);
    expect(await territoriesSeen(actor([]))).toEqual([]);
    expect(await write({ kind: "public" }, one)).toBe("42501");
  });

  it("keeps an officer inside the municipality, for reading and for writing", async () => {
    const officer = actor([at(one, "officer")]);
    expect(await territoriesSeen(officer)).toEqual([one]);
    expect(await write(officer, two)).toBe("42501");
    const moved = world.program.database
      .within(reachOf(officer), (tx) => sql`update paper set territory_id = ${two}`.execute(tx))
      .then(
        () => "moved",
        (fault: { code?: string }) => fault.code,
      );
    expect(await moved).toBe("42501");
  });

  it("gives a person of two municipalities both", async () => {
    expect(await territoriesSeen(actor([at(one, "officer"), at(two, "methodologist")]))).toEqual([one, two].sort());
  });

  it("lets a region user read the region's municipalities, no others, and write none of them", async () => {
    const specialist = actor([at(region, "region_specialist", "region")]);
    expect(await territoriesSeen(specialist)).toEqual([one, two].sort());
    expect(await write(specialist, one)).toBe("42501");
  });

  it("lets a token read and never write, and an observer likewise", async () => {
    const token = actor([at(one, "officer")], "token");
    expect(await territoriesSeen(token)).toEqual([one]);
    expect(await write(token, one)).toBe("42501");
    expect(await write(actor([at(one, "reader")]), one)).toBe("42501");
  });

  it("gives the worker its one territory", async () => {
    expect(await territoriesSeen({ kind: "system", territoryId: stranger })).toEqual([stranger]);
    expect(await write({ kind: "system", territoryId: stranger }, one)).toBe("42501");
  });

  it("hides password hashes, sessions and links from the app role", async () => {
    for (const table of ["credential", "session", "sign_in_link", "access_token"]) {
      const code = await world.program.database
        .within(NO_REACH, (tx) => sql`select * from ${sql.table(table)}`.execute(tx))
        .then(
          () => "read",
          (fault: { code?: string }) => fault.code,
        );
      expect([table, code]).toEqual([table, "42501"]);
    }
  });

  it("lets nobody change or remove what the journal holds", async () => {
    await world.rows(
      "insert into journal (territory_id, id, at, actor, action, subject_kind) values ($1, $2, now(), 'system', 'paper.add', 'paper')",
      [one, makeId()],
    );
    const officer = actor([at(one, "officer")]);
    for (const statement of ["delete from journal", "update journal set action = 'x'"]) {
      const code = await world.program.database
        .within(reachOf(officer), (tx) => sql.raw(statement).execute(tx))
        .then(
          () => "done",
          (fault: { code?: string }) => fault.code,
        );
      expect([statement, code]).toEqual([statement, "42501"]);
    }
  });

  it("has a policy on every table that holds a territory's rows", async () => {
    const open = await world.rows<{ name: string }>(
      "select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'territory_id' where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)",
    );
    expect(open.map((row) => row.name)).toEqual(["organisation"]);
  });
});
