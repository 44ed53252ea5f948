import { sql } from "kysely";
import type { z } from "zod";
import { commonProblem } from "#shared/problem.ts";
import { personOnly, route, signedIn, type RequestContext, type Route } from "#platform/http/route.ts";
import { isKnown } from "#features/places/model/access.ts";
import { MarkRead, NoticeList, NoticesQuery } from "../model/contract.ts";

const PAGE = 50;

/** One's own notices from every territory, newest first. */
async function listNotices(
  context: RequestContext<unknown, z.output<typeof NoticesQuery>, unknown>,
): Promise<NoticeList> {
  const { actor, tx, query } = context;
  if (!isKnown(actor)) throw commonProblem("not-signed-in");
  const mine = tx.selectFrom("notice").where("person_id", "=", actor.personId);
  const figures = await mine
    .select([
      sql<number>`count(*)::int`.as("total"),
      sql<number>`(count(*) filter (where read_at is null))::int`.as("unread"),
    ])
    .executeTakeFirstOrThrow();
  const rows = await mine
    .selectAll()
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(PAGE)
    .offset((query.page - 1) * PAGE)
    .execute();
  return {
    rows: rows.map((row) => ({
      id: row.id,
      territoryId: row.territory_id,
      kind: row.kind,
      text: row.text,
      link: row.link,
      at: row.created_at.toISOString(),
      read: row.read_at !== null,
    })),
    ...figures,
    page: query.page,
    pageSize: PAGE,
  };
}

/** Marks own notices read; those of others are never touched, whatever ids come. */
async function markRead(
  context: RequestContext<unknown, unknown, z.output<typeof MarkRead>>,
): Promise<{ unread: number }> {
  const { actor, tx, body, clock } = context;
  if (!isKnown(actor)) throw commonProblem("not-signed-in");
  const seen =
    body.ids?.length === 0
      ? []
      : await tx
          .updateTable("notice")
          .set({ read_at: clock.now() })
          .where("person_id", "=", actor.personId)
          .where("read_at", "is", null)
          .$if(body.ids !== undefined, (query) => query.where("id", "in", body.ids!))
          .returning("id")
          .execute();
  if (seen.length > 0)
    await context.journal({
      territoryId: null,
      action: "notice.read",
      subjectKind: "person",
      subjectId: actor.personId,
      detail: { notices: seen.map(({ id }) => id) },
    });
  const left = await tx
    .selectFrom("notice")
    .where("person_id", "=", actor.personId)
    .where("read_at", "is", null)
    .select(sql<number>`count(*)::int`.as("unread"))
    .executeTakeFirstOrThrow();
  return left;
}

export const noticeRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/notices",
    action: "notice.list",
    summary: "My notices, newest first",
    policy: signedIn,
    query: NoticesQuery,
    reply: NoticeList,
    problems: {},
    touches: ["notice"],
    handle: listNotices,
  }),
  route({
    method: "POST",
    path: "/api/notices/read",
    action: "notice.read",
    summary: "Mark my notices read",
    policy: personOnly,
    body: MarkRead,
    problems: {},
    touches: ["notice", "journal"],
    handle: markRead,
  }),
];
