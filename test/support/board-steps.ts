import fc from "fast-check";
import { type Id } from "#shared/ids.ts";
import { addDays, localDate } from "#shared/local-date.ts";
import { replan } from "./given-programme.ts";
import { TODAY, type ProgressWorld } from "./progress-world.ts";
import type { Persona } from "./world.ts";

type Row = Readonly<Record<"id" | "programme_id" | "bearer_organisation_id" | "due_on", string>> & {
  readonly version: number;
};
interface Asked {
  readonly status: number;
  readonly body?: any;
}
/** nothing to take the step with */
const NONE: Asked = { status: 404 };
type Report = Row & { readonly obligation_id: Id };

/** What changes how obligations stand, each as it is asked of the product; refusals are answers too. */
export const STEPS = {
  draft: (w, n) => write(w, n),
  send: async (w, n) => {
    const ready = await withReport(w, n, "draft", (one) => send(w, one.id, one.version, contentOf(one.obligation_id)));
    if (ready !== NONE) return ready;
    const { status, body } = await write(w, n);
    return status === 200 ? send(w, body.id, body.version, body.asked) : { status };
  },
  withdraw: (w, n) => withReport(w, n, "submitted", (one) => step(w, one.id, "withdraw", one, w.personas.school)),
  accept: (w, n) => withReport(w, n, "submitted", (one) => step(w, one.id, "accept", one)),
  return: (w, n) => withReport(w, n, "submitted", (one) => step(w, one.id, "return", { ...one, remark: "Ещё раз" })),
  reopen: (w, n) => withReport(w, n, "accepted", (one) => step(w, one.id, "reopen", one)),
  /** a returned report answers another obligation from now on */
  rewrite: (w, n) =>
    withReport(w, n, "returned", async (one) => {
      const [other] = await open(w, n, w.schools[0]);
      if (!other) return NONE;
      const content = contentOf(other.id);
      return w.personas.school.call("PUT", `/api/reports/${w.town}/${one.id}`, { version: one.version, content });
    }),
  move: async (w, n) => {
    const [row] = await open(w, n);
    if (!row) return NONE;
    const body = { version: row.version, dueOn: addDays(localDate(row.due_on), n % 40), reason: "Просит школа" };
    return w.personas.officer.call("PUT", `/api/obligations/${w.town}/${row.id}/due`, body);
  },
  reassign: async (w, n) => handOver(w, n),
  undo: async (w, n) => {
    const { status, body } = await handOver(w, n);
    const [one] = body?.done ?? [];
    if (!one) return { status: status === 200 ? 409 : status };
    // the handing over is counted before it is taken back
    await w.world.program.figures!.look();
    const rows = [{ id: one.newId, version: one.version }];
    return w.personas.officer.call("POST", "/api/obligations/reassigned/undone", { territoryId: w.town, rows });
  },
  pause: async (w, n) =>
    w.personas.officer.call("POST", "/api/pauses", {
      territoryId: w.town,
      programmeId: w.given.programmeId,
      measureId: w.given.measureIds[n % 2],
      from: addDays(TODAY, (n % 9) - 6),
      reason: "Ремонт",
      paperId: null,
    }),
  resume: async (w, n) => {
    const [one] = await w.world.rows<Row>(
      "select id, version from pause where resumed_on is null order by id offset $1 % greatest(1, (select count(*) from pause where resumed_on is null)) limit 1",
      [n],
    );
    if (!one) return NONE;
    return w.personas.officer.call("POST", `/api/pauses/${w.town}/${one.id}/resume`, { version: one.version });
  },
  replan: async (w) => {
    await replan(w.world, w.town, w.own.programmeId);
    return { status: 200 };
  },
} as const satisfies Record<string, (w: ProgressWorld, n: number) => Promise<{ readonly status: number }>>;

export type StepName = keyof typeof STEPS;

/** Steps in an order that the seed gives, each with the number that chooses its row. */
export function drawnSteps(seed: number, many: number): readonly (readonly [StepName, number])[] {
  const names = Object.keys(STEPS) as StepName[];
  return fc.sample(fc.tuple(fc.constantFrom(...names), fc.nat(10_000)), { seed, numRuns: many });
}

function contentOf(obligationId: string) {
  return {
    kind: "notApplicable",
    text: "",
    doneOn: null,
    reason: "Ремонт школы",
    obligationIds: [obligationId],
    values: [],
    evidence: [],
  };
}

/** Rows that nothing answers, of one school where it is given; the one that the number chooses first. */
async function open({ world, given }: ProgressWorld, n: number, school?: Id): Promise<Row[]> {
  const rows = await world.rows<Row>(
    `select o.* from obligation o where o.programme_id = $1 and ($2::uuid is null or o.bearer_organisation_id = $2) and o.closed_at is null
       and not exists (select from report_obligation ro where ro.obligation_id = o.id) order by o.occurrence_key, o.id`,
    [given.programmeId, school ?? null],
  );
  const at = n % Math.max(1, rows.length);
  return [...rows.slice(at), ...rows.slice(0, at)];
}

async function write(w: ProgressWorld, n: number): Promise<Asked> {
  const [row] = await open(w, n, w.schools[0]);
  if (!row) return NONE;
  const content = contentOf(row.id);
  const answer = await w.personas.school.call("POST", "/api/reports", { territoryId: w.town, content });
  return { ...answer, body: { ...answer.body, asked: content } };
}

async function withReport(
  { world, given, schools }: ProgressWorld,
  n: number,
  state: string,
  work: (one: Report) => Promise<{ readonly status: number }>,
): Promise<{ readonly status: number }> {
  const rows = await world.rows<Report>(
    `select r.id, r.version, o.id as obligation_id from report r join report_obligation ro on ro.report_id = r.id
       join obligation o on o.id = ro.obligation_id
     where r.state = $1 and o.programme_id = $2 and o.bearer_organisation_id = $3 order by o.occurrence_key`,
    [state, given.programmeId, schools[0]],
  );
  return rows.length === 0 ? NONE : work(rows[n % rows.length]!);
}

function step(w: ProgressWorld, id: Id, name: string, body: object, who: Persona = w.personas.officer) {
  const { version, remark, content } = body as Record<string, unknown>;
  return who.call("POST", `/api/reports/${w.town}/${id}/${name}`, {
    version,
    ...(remark ? { remark } : {}),
    ...(content ? { content } : {}),
  });
}

function send(w: ProgressWorld, id: Id, version: number, content: object) {
  return step(w, id, "submit", { version, content }, w.personas.school);
}

async function handOver(w: ProgressWorld, n: number): Promise<Asked> {
  const [row] = await open(w, n);
  if (!row) return NONE;
  return w.personas.officer.call("POST", "/api/obligations/reassigned", {
    territoryId: w.town,
    bearer: { kind: "organisation", id: w.schools[n % 4] },
    reason: "Школа закрыта",
    rows: [{ id: row.id, version: row.version }],
  });
}
