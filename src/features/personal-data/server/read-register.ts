import { sql } from "kysely";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { CATEGORIES, inOneSentence } from "../model/categories.ts";
import { unclassified, type ColumnName } from "../model/columns.ts";
import type { Register } from "../model/contract.ts";
import { keepsPersonalData } from "../model/policy.ts";
import { EVERYWHERE, PROCESSING } from "../model/processing.ts";
import { periodInWords, RETENTION } from "../model/retention.ts";
import { columnsOf } from "./columns-of.ts";
import { operatorOf } from "./operator.ts";

/** The register of processing: purposes as they are declared, over the columns that the database itself calls personal. */
export async function readRegister(context: UseCaseContext, territoryId: Id): Promise<Register> {
  const { actor, tx } = context;
  if (!keepsPersonalData(actor, territoryId)) throw commonProblem("not-found");
  const columns = await columnsOf(tx);
  const personal = new Set(columns.filter((one) => one.isCommented).map((one) => one.name));
  const { rows } = await sql<{ people: number }>`
    select count(*)::int as people from person p where p.destroyed_at is null and (
      exists (select from membership m where m.territory_id = ${territoryId} and m.person_id = p.id)
      or exists (select from role_assignment r where r.territory_id = ${territoryId} and r.person_id = p.id))`.execute(
    tx,
  );
  return {
    operator: await operatorOf(tx, territoryId),
    rows: PROCESSING.map((one) => ({
      purpose: one.purpose,
      people: one.people,
      categories: inOneSentence(one.categories.map((category) => CATEGORIES[category])),
      columns: one.columns.filter((column) => personal.has(column)),
      basis: one.basis,
      kept: one.retention.map((key) => {
        const { title, since, days } = RETENTION[key];
        return `${title}: ${periodInWords(days)}; отсчёт: ${since}`;
      }),
      seenBy: one.seenBy,
      needsConsent: one.needsConsent,
    })),
    everywhere: { ...EVERYWHERE, transfer: [EVERYWHERE.transfer, ...handedOver(context)].join(". ") },
    people: rows[0]!.people,
    missing: missingOf(columns),
  };
}

/** Personal columns without a purpose, and columns that are not classified. */
function missingOf(columns: readonly { readonly name: ColumnName; readonly isCommented: boolean }[]): string[] {
  const purposed = new Set(PROCESSING.flatMap((one) => one.columns));
  const idle = columns.filter((one) => one.isCommented && !purposed.has(one.name));
  return [
    ...unclassified(columns),
    ...idle.map(({ name }) => `${name} is personal and serves no purpose of the register`),
  ];
}

/** Whom the settings of this installation have the program speak to: the operator answers for the agreement with each. */
function handedOver({ installation }: UseCaseContext): string[] {
  return [
    ...(installation.mail
      ? ["Логин и имя уходят почтовому серверу, заданному оператором, вместе с письмами о входе"]
      : []),
    ...(installation.foreign
      ? [`Вход возможен через «${installation.foreign.name}»: туда уходит запрос о том, кто входит, без других данных`]
      : []),
  ];
}
