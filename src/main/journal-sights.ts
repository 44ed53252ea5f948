import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { answers, type JournalSights, type SeeSubject } from "#features/journal/server/read-history.ts";
import { searchesJournal } from "#features/journal/model/policy.ts";
import { loadImport } from "#features/imports/server/load-import.ts";
import { loadObligation } from "#features/obligations/server/load-obligation.ts";
import { seenBy, selectObligations } from "#features/obligations/server/public.ts";
import { paperOf } from "#features/papers/server/public.ts";
import { readPerson } from "#features/people/server/read-person.ts";
import { seesRegistry } from "#features/places/model/policy.ts";
import { findOrganisation } from "#features/places/server/read-organisation.ts";
import { loadProgramme } from "#features/programmes/server/load-programme.ts";
import { readReport } from "#features/reports/server/read-report.ts";
import { loadTemplate } from "#features/templates/server/load-template.ts";

/** A subject with an identifier that opens where its page opens. */
const opening =
  (open: (context: UseCaseContext, territoryId: Id, id: Id) => Promise<unknown>): SeeSubject =>
  async (context, territoryId, { id }) => {
    if (id === undefined) throw commonProblem("not-found");
    await open(context, territoryId, id);
    return {};
  };

const ofRegistry: SeeSubject = async ({ actor }, territoryId) => {
  if (!seesRegistry(actor, territoryId)) throw commonProblem("not-found");
  return {};
};

const inProgramme =
  (table: "measure" | "roadmap"): SeeSubject =>
  async (context, territoryId, { id }) => {
    const row = await context.tx
      .selectFrom(table)
      .where("territory_id", "=", territoryId)
      .where("id", "=", id ?? "")
      .select("programme_id")
      .executeTakeFirst();
    if (!row) throw commonProblem("not-found");
    await loadProgramme(context, territoryId, row.programme_id);
    return {};
  };

/** With what was moved or handed over of those of its obligations that the reader sees. */
const ofMeasure: SeeSubject = async (context, territoryId, subject) => {
  await inProgramme("measure")(context, territoryId, subject);
  const rows = await selectObligations(context.tx, territoryId)
    .where("o.measure_id", "=", subject.id!)
    .where(seenBy(context.actor, territoryId))
    .clearSelect()
    .select("o.id")
    .execute();
  return { obligations: rows.map(({ id }) => id) };
};

/** Who sees the history of what: whoever the object itself opens to. */
export const JOURNAL_SIGHTS: JournalSights = {
  subjects: {
    programme: opening(loadProgramme),
    measure: ofMeasure,
    roadmap: inProgramme("roadmap"),
    obligation: opening(({ tx, actor }, territoryId, id) => loadObligation(tx, actor, territoryId, id)),
    report: async (context, territoryId, { id }) => {
      if (id === undefined) throw commonProblem("not-found");
      const { can } = await readReport(context, territoryId, id);
      // what a draft held is for those who answer with it
      return { drafts: can.save || can.submit || can.withdraw };
    },
    paper: opening(paperOf),
    import: opening(loadImport),
    template: opening(loadTemplate),
    organisation: opening(async (context, territoryId, id) => {
      const { territory_id } = await findOrganisation(context, id);
      if (territory_id !== territoryId) throw commonProblem("not-found");
    }),
    // what was done with a person is for those who govern them, and for themselves
    person: opening(async (context, territoryId, id) => {
      const { can } = await readPerson(context, territoryId, id);
      if (!can.edit && !isSelf(context, id) && !searchesJournal(context.actor, territoryId))
        throw commonProblem("not-found");
    }),
    territory: ofRegistry,
    "role-code": ofRegistry,
    "school-year": ofRegistry,
  },
  ofPerson: async (context, territoryId, personId) =>
    isSelf(context, personId) ||
    (await answers(
      readPerson(context, territoryId, personId).then(({ can }) => {
        if (!can.edit) throw commonProblem("not-allowed");
      }),
    )),
};

function isSelf({ actor }: UseCaseContext, personId: Id): boolean {
  return (actor.kind === "person" || actor.kind === "token") && actor.personId === personId;
}
