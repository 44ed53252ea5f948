import { sql, type Expression, type Selectable, type SelectQueryBuilder } from "kysely";
import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import { packed, unpacked, type Packed } from "#platform/db/packed.ts";
import type { Tables } from "#platform/db/tables.ts";
import { shortName } from "#features/people/model/names.ts";
import type { ObligationRow } from "../model/contract.ts";
import { selectUnnamed, type UnnamedRecord } from "./obligation-rows.ts";
import { PRESENTED, presentNamed } from "./present-obligation.ts";

type FullName = readonly [family: string, given: string, patronymic: string];

export interface PackedPage {
  readonly rows: Packed;
  /** whoever the rows name, by their identifiers */
  readonly people: Readonly<Record<Id, FullName>> | null;
  readonly total: number;
  readonly time_zone: string;
}

/**
 * A page of obligations of one territory by one statement with one row for an answer: `picked` tells which, in their order, `total` how many
 * there are. The names of people are looked up once each: a join for each of the four parts that a person can have in a row costs as much
 * as all the rest.
 */
export function selectPackedPage(
  tx: Tx,
  territoryId: Id,
  picked: SelectQueryBuilder<any, any, Selectable<Tables["obligation"]>>,
  total: Expression<number>,
) {
  return tx
    .with(
      (cte) => cte("page").materialized(),
      () => selectUnnamed(tx, territoryId, picked).orderBy("o.due_on").orderBy("o.id"),
    )
    .selectNoFrom((eb) => [
      packed("page", PRESENTED).as("rows"),
      eb
        .selectFrom("person as n")
        .where("n.id", "in", (of) =>
          of
            .selectFrom("page")
            .select(sql<Id>`unnest(array[bearer_person_id, delegated_to, author_person_id, decided_by])`.as("id")),
        )
        .select(
          sql<
            PackedPage["people"]
          >`json_object_agg(n.id, json_build_array(n.family_name, n.given_name, n.patronymic))`.as("people"),
        )
        .as("people"),
      eb
        .selectFrom("territory as t")
        .where("t.id", "=", territoryId)
        .select("t.time_zone")
        .$asScalar()
        .$notNull()
        .as("time_zone"),
      sql<number>`${total}`.as("total"),
    ]);
}

/** Its rows as they leave the server. */
export function presentPage({ rows, people }: PackedPage, actor: Actor, today: LocalDate): ObligationRow[] {
  const nameOf = (id: Id | null) => {
    const name = id && people?.[id];
    return name ? shortName({ family_name: name[0], given_name: name[1], patronymic: name[2] }) : null;
  };
  return unpacked<UnnamedRecord, (typeof PRESENTED)[number]>(rows, PRESENTED, INSTANTS).map((row) =>
    presentNamed(
      row,
      {
        bearer: nameOf(row.bearer_person_id),
        delegate: nameOf(row.delegated_to),
        author: nameOf(row.author_person_id),
        decider: nameOf(row.decided_by),
      },
      actor,
      today,
    ),
  );
}

const INSTANTS = ["closed_at", "saved_at", "submitted_at", "decided_at"] as const;
