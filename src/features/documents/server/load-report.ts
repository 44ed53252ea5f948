import type { LocalDate } from "#shared/local-date.ts";
import { grouped } from "#shared/grouped.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { shortName } from "#features/people/model/names.ts";
import { citedPaper, paperName } from "#features/papers/model/words.ts";
import { outlineOf } from "#features/programmes/model/outline.ts";
import { outlineRows } from "#features/programmes/server/public.ts";
import type { ExecutionFacts } from "#features/progress/server/public.ts";

/** The roadmaps to print, with their sections and measures as the document has them; closed measures only where something was done. */
export async function roadmapsOf(tx: Tx, territoryId: Id, programmeId: Id, facts: ExecutionFacts, roadmapId?: Id) {
  const [{ roadmaps, sections }, measures, helpers] = await Promise.all([
    outlineRows(tx, territoryId, programmeId),
    tx
      .selectFrom("measure")
      .where("territory_id", "=", territoryId)
      .where("programme_id", "=", programmeId)
      .select([
        "id",
        "roadmap_id",
        "section_id as sectionId",
        "number",
        "level",
        "title",
        "due_text as dueText",
        "responsible_text as responsible",
        "participants_text as participants",
        "result",
        "report_document as reportDocument",
        "closed_at",
      ])
      .orderBy("ordinal")
      .orderBy("id")
      .execute(),
    tx
      .selectFrom("measure_party as x")
      .innerJoin("measure as m", (join) =>
        join.onRef("m.territory_id", "=", "x.territory_id").onRef("m.id", "=", "x.measure_id"),
      )
      .where("x.territory_id", "=", territoryId)
      .where("m.programme_id", "=", programmeId)
      .where("x.part", "=", "coAssignee")
      .select(["x.measure_id", "x.name"])
      .orderBy("x.ordinal")
      .orderBy("x.id")
      .execute(),
  ]);
  const isPrinted = (measure: (typeof measures)[number]) =>
    measure.closed_at === null || (facts.ofMeasure.get(measure.id)?.figure.accepted ?? 0) > 0;
  const wanted = roadmaps.filter(({ id }) => roadmapId === undefined || id === roadmapId);
  return wanted.map((roadmap) => {
    const own = measures
      .filter((measure) => measure.roadmap_id === roadmap.id && isPrinted(measure))
      .map((measure) => ({
        coResponsible: helpers
          .filter((party) => party.measure_id === measure.id)
          .map(({ name }) => name)
          .join(", "),
        ...measure,
      }));
    const ownSections = sections.filter((section) => section.roadmapId === roadmap.id);
    return {
      id: roadmap.id,
      title: roadmap.title,
      columns: roadmap.columns as readonly string[],
      measures: own,
      outline: outlineOf(ownSections, own),
    };
  });
}

export type PrintedRoadmap = Awaited<ReturnType<typeof roadmapsOf>>[number];
export type PrintedMeasure = PrintedRoadmap["measures"][number];

/** What accepted reports rest on: «Приказ от 14.12.2020 № 12», the name of a file, an address; and the days it was done. */
export async function proofsOf(tx: Tx, territoryId: Id, facts: ExecutionFacts) {
  const accepted = [...facts.ofMeasure].flatMap(([measureId, own]) =>
    own.accepted.map((reportId) => ({ measureId, reportId })),
  );
  const reportIds = [...new Set(accepted.map(({ reportId }) => reportId))];
  const [rows, doneOn] = await Promise.all([
    reportIds.length === 0 ? [] : evidenceRows(tx, territoryId, reportIds),
    doneDays(tx, territoryId, reportIds),
  ]);
  const ofReport = grouped(rows, ({ report_id }) => report_id);
  const proofs = new Map<Id, string[]>();
  const days = new Map<Id, LocalDate[]>();
  for (const { measureId, reportId } of accepted) {
    const own = (ofReport.get(reportId) ?? []).map(proofName);
    proofs.set(measureId, [...(proofs.get(measureId) ?? []), ...own]);
    const day = doneOn.get(reportId);
    if (day) days.set(measureId, [...(days.get(measureId) ?? []), day]);
  }
  return { proofs, days };
}

/** The day each report says it was done; those that tell none are left out. */
async function doneDays(tx: Tx, territoryId: Id, reportIds: readonly Id[]): Promise<ReadonlyMap<Id, LocalDate>> {
  if (reportIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("report")
    .where("territory_id", "=", territoryId)
    .where("id", "in", reportIds)
    .select(["id", "done_on"])
    .execute();
  return new Map(rows.flatMap(({ id, done_on: day }) => (day ? [[id, day] as const] : [])));
}

function evidenceRows(tx: Tx, territoryId: Id, reportIds: readonly Id[]) {
  return tx
    .selectFrom("evidence as e")
    .leftJoin("paper as p", (join) =>
      join.onRef("p.territory_id", "=", "e.territory_id").onRef("p.id", "=", "e.paper_id"),
    )
    .leftJoin("organisation as i", "i.id", "p.issuer_organisation_id")
    .leftJoin("stored_file as f", (join) =>
      join.onRef("f.territory_id", "=", "e.territory_id").onRef("f.id", "=", "e.file_id"),
    )
    .where("e.territory_id", "=", territoryId)
    .where("e.report_id", "in", reportIds)
    .select([
      "e.report_id",
      "e.url",
      "f.name as file_name",
      "p.kind",
      "p.number",
      "p.dated_on",
      "p.title",
      "i.short_name as issuer",
    ])
    .orderBy("e.report_id")
    .orderBy("e.ordinal")
    .execute();
}

function proofName(row: Awaited<ReturnType<typeof evidenceRows>>[number]): string {
  if (row.kind === null) return row.file_name ?? row.url ?? "";
  const name = paperName({
    kind: row.kind,
    number: row.number ?? "",
    datedOn: row.dated_on,
    issuerShortName: row.issuer,
  });
  return citedPaper(name, row.title ?? "");
}

/** Who signs: the head of the authority, or of the school whose programme it is; the line stays empty where nobody holds the role. */
export async function signerOf(tx: Tx, facts: ExecutionFacts) {
  const { programme, today } = facts;
  const owner = programme.owner_organisation_id;
  const role = owner === null ? "authority_head" : "school_head";
  const [organisation, person] = await Promise.all([
    tx
      .selectFrom("organisation")
      .where("territory_id", "=", programme.territory_id)
      .$if(owner !== null, (query) => query.where("id", "=", owner!))
      .$if(owner === null, (query) => query.where("kind", "=", "authority").where("closed_on", "is", null))
      .select(["id", "name"])
      .orderBy("id")
      .executeTakeFirst(),
    tx
      .selectFrom("role_assignment as a")
      .innerJoin("person as p", "p.id", "a.person_id")
      .where("a.territory_id", "=", programme.territory_id)
      .where("a.role", "=", role)
      .where("a.organisation_id", owner ? "=" : "is", owner)
      .where("a.from_on", "<=", today)
      .where((eb) => eb.or([eb("a.to_on", "is", null), eb("a.to_on", ">=", today)]))
      .select(["p.id", "p.family_name", "p.given_name", "p.patronymic"])
      .orderBy("a.from_on")
      .executeTakeFirst(),
  ]);
  const membership =
    person && organisation
      ? await tx
          .selectFrom("membership")
          .where("territory_id", "=", programme.territory_id)
          .where("person_id", "=", person.id)
          .where("organisation_id", "=", organisation.id)
          .where("from_on", "<=", today)
          .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", today)]))
          .select("position")
          .orderBy("from_on", "desc")
          .executeTakeFirst()
      : undefined;
  const usual = owner === null ? "Начальник управления образования" : "Директор";
  return {
    organisation: organisation?.name ?? "",
    position: membership?.position ?? usual,
    name: person ? shortName(person) : "",
  };
}
