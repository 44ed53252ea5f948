import type { z } from "zod";
import { matchKey } from "#domain/russian/match-key.ts";
import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { changed } from "#platform/journal/change.ts";
import { audienceText, bearersOn } from "../model/audience-text.ts";
import type { Audience } from "../model/audience.ts";
import type { RoleCodeList, SaveRoleCode } from "../model/contract.ts";
import { editsRegistry, seesRegistry } from "../model/policy.ts";
import { placesProblem } from "../model/problems.ts";
import { dictionaryOf, registryOf, timeZoneOf } from "./public.ts";
import { replanTerritory } from "./replan.ts";

/** The district's dictionary of role codes with what each means today. */
export async function readDictionary(context: UseCaseContext, territoryId: Id): Promise<z.infer<typeof RoleCodeList>> {
  const { actor, tx, clock } = context;
  if (!seesRegistry(actor, territoryId)) throw commonProblem("not-found");
  const today = clock.today(await timeZoneOf(tx, territoryId));
  const registry = await registryOf(tx, territoryId);
  const meanings = await dictionaryOf(tx, territoryId);
  const versions = new Map(
    (
      await tx
        .selectFrom("role_code")
        .where("territory_id", "=", territoryId)
        .select(["match_key", "version"])
        .execute()
    ).map((row) => [row.match_key, row.version]),
  );
  const organisations = new Map(registry.organisations.map((one) => [one.id, one.shortName]));
  const people = await namesOf(
    context,
    meanings.flatMap(({ audience }) => (audience.kind === "person" ? [audience.id] : [])),
  );
  const names = { organisation: (id: Id) => organisations.get(id), person: (id: Id) => people.get(id) };
  return {
    items: meanings.map((meaning) => ({
      ...meaning,
      meaning: audienceText(meaning.audience, names),
      version: versions.get(meaning.matchKey) ?? null,
      bearers: bearersOn(meaning.audience, registry, today),
    })),
    can: { edit: editsRegistry(actor, territoryId) },
  };
}

async function namesOf(context: UseCaseContext, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows = await context.tx.selectFrom("person").where("id", "in", ids).selectAll().execute();
  return new Map(rows.map((row) => [row.id, [row.family_name, row.given_name, row.patronymic].join(" ").trim()]));
}

/** Gives a code its meaning in the district. A code typed in Latin look-alikes is the same code. */
export async function saveRoleCode(
  context: UseCaseContext,
  body: z.output<typeof SaveRoleCode>,
): Promise<{ matchKey: string }> {
  const { actor, tx } = context;
  const { territoryId, code, audience, version } = body;
  if (!seesRegistry(actor, territoryId)) throw commonProblem("not-found");
  if (!editsRegistry(actor, territoryId)) throw commonProblem("not-allowed");
  await refuseForeign(context, territoryId, audience);
  const key = matchKey(code);
  const row = await findCode(context, territoryId, key);
  if ((row?.version ?? null) !== version)
    throw commonProblem("stale-write", {
      extra: { stored: row && { code: row.code, audience: row.audience, version: row.version }, sent: body },
    });
  const stored = JSON.stringify(audience);
  if (row)
    await tx
      .updateTable("role_code")
      .set({ code, audience: stored, version: row.version + 1 })
      .where("territory_id", "=", territoryId)
      .where("match_key", "=", key)
      .execute();
  else
    await tx
      .insertInto("role_code")
      .values({ territory_id: territoryId, match_key: key, code, audience: stored })
      .execute();
  await context.journal({
    territoryId,
    action: "role-code.save",
    subjectKind: "role-code",
    subjectId: null,
    subjectKey: key,
    changes: changed({ audience: row?.audience }, { audience }),
    detail: { code },
  });
  await replanTerritory(context, territoryId);
  return { matchKey: key };
}

/** Takes the district's own meaning away: the usual one, where there is one, holds again. */
export async function forgetRoleCode(
  context: UseCaseContext,
  territoryId: Id,
  key: string,
  version: number,
): Promise<{ ok: true }> {
  const row = seesRegistry(context.actor, territoryId) ? await findCode(context, territoryId, key) : undefined;
  if (!row) throw commonProblem("not-found");
  if (!editsRegistry(context.actor, territoryId)) throw commonProblem("not-allowed");
  if (row.version !== version)
    throw commonProblem("stale-write", {
      extra: { stored: { code: row.code, audience: row.audience, version: row.version }, sent: null },
    });
  await context.tx
    .deleteFrom("role_code")
    .where("territory_id", "=", territoryId)
    .where("match_key", "=", key)
    .execute();
  await context.journal({
    territoryId,
    action: "role-code.forget",
    subjectKind: "role-code",
    subjectId: null,
    subjectKey: key,
    changes: changed({ audience: row.audience }, null),
    detail: { code: row.code },
  });
  await replanTerritory(context, territoryId);
  return { ok: true };
}

function findCode(context: UseCaseContext, territoryId: Id, key: string) {
  return context.tx
    .selectFrom("role_code")
    .where("territory_id", "=", territoryId)
    .where("match_key", "=", key)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
}

/** An organisation or a person named by a code stands in this territory. */
async function refuseForeign(context: UseCaseContext, territoryId: Id, audience: Audience): Promise<void> {
  const { organisations, positions, roles } = await registryOf(context.tx, territoryId);
  const known =
    audience.kind === "organisation"
      ? organisations.some((one) => one.id === audience.id)
      : audience.kind === "person"
        ? [...positions, ...roles].some((one) => one.personId === audience.id)
        : true;
  if (!known) throw placesProblem("code-misread", { fields: { "audience.id": "Выберите из списка." } });
}
