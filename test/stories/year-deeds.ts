import { expect } from "vitest";
import type { Id } from "#shared/ids.ts";
import type { ObligationCard, ObligationRow } from "#features/obligations/model/contract.ts";
import type { ReportView } from "#features/reports/model/contract.ts";
import { granted } from "../scenarios/granted.ts";
import { fileEvidence, filled, obligations, startReport, takeStep, uploadPdf } from "../scenarios/report-story.ts";
import type { Persona } from "../support/world.ts";
import type { Act } from "./year-conduct.ts";
import { nameOf, type Owed } from "./year-ledger.ts";
import { AUTHORITY, CENTRE, MEASURES, SECTIONS, UNDESIGNATED, YEAR, type Bearer } from "./year-script.ts";
import type { YearTown } from "./year-town.ts";

/** The programme as the officer writes it: a draft with its roadmap. Returns its id. */
export async function writeProgramme(town: YearTown): Promise<Id> {
  const officer = town.person("officer");
  const { territoryId } = town;
  const post = async (path: string, body: object) => granted(await officer.call<{ id: Id }>("POST", path, body)).id;
  const programmeId = await post("/api/programmes", {
    territoryId,
    title: "Программа поддержки школ Приречного района",
    shortTitle: "Поддержка школ",
    yearKind: "school",
    officerPersonId: officer.personId,
    ...YEAR,
  });
  const at = `/api/programmes/${territoryId}/${programmeId}`;
  const roadmapId = await post(`${at}/roadmaps`, { title: "Дорожная карта" });
  const sections: Id[] = [];
  for (const [place, title] of SECTIONS.entries())
    sections.push(await post(`${at}/sections`, { roadmapId, number: String(place + 1), title }));
  for (const { number, title, dueText, term, named, who, quarterly, planned, document } of MEASURES) {
    const audience = (bearer: Bearer) => ({ kind: "organisation", id: town.organisations.get(bearer)!.id });
    const parties = {
      lowResults: [["ШНОР", { kind: "designation", designations: ["low_results"] }]],
      schools: [["школы", { kind: "organisationKind", kinds: ["school"] }]],
      offices: who.map((bearer) => [town.organisations.get(bearer)!.name, audience(bearer)]),
    }[named];
    await post(`${at}/measures`, {
      roadmapId,
      sectionId: sections[Number(number[0]) - 1],
      number,
      title,
      dueText,
      cadence: term,
      reportDocument: document ?? "",
      accountMoments: quarterly ? { kind: "quarterEnd" } : null,
      // who takes part sees the measure and owes nothing
      parties: [
        ...parties.map(([name, one]) => ({ name, part: "assignee", audience: one })),
        { name: "методисты", part: "participant", audience: audience(CENTRE) },
      ],
      plannedValues: planned
        ? [
            {
              label: "учителей прошли курсы",
              unit: "count",
              aggregation: "eachYear",
              subGroup: "",
              totalText: "",
              totalValue: null,
              years: [{ year: 2026, text: String(planned), value: planned, atLeast: false }],
            },
          ]
        : [],
    });
  }
  return programmeId;
}

/** The obligations as the product holds them, by the names of the story. */
export async function askedFor(town: YearTown, programmeId: Id): Promise<ReadonlyMap<string, ObligationRow>> {
  const rows = await obligations(town.person("officer"), district(town), { programmeId });
  const bearerOf = new Map([...town.organisations].map(([bearer, { id }]) => [id, bearer]));
  return new Map(
    rows.map((row) => [nameOf(row.measureNumber, bearerOf.get(row.bearer.organisationId!)!, row.dueOn as never), row]),
  );
}

/** Steps of a report are asked for by whoever it is who takes them. */
function whoReports(town: YearTown, bearer: Bearer): Persona {
  return town.person(bearer === AUTHORITY ? "colleague" : bearer === CENTRE ? "methodologist" : bearer);
}

/** Who plays with what: the helpers of reports ask for no more of a district. */
const district = (town: YearTown) => ({ territoryId: town.territoryId }) as Parameters<typeof obligations>[1];

/** One step of the script, asked of the server as the page asks it. */
export async function perform(town: YearTown, owed: Owed, obligationId: Id, { step }: Act): Promise<void> {
  const place = district(town);
  const { territoryId } = town;
  const who = whoReports(town, owed.bearer);
  const card = granted(await who.call<ObligationCard>("GET", `/api/obligations/${territoryId}/${obligationId}`));
  const known = card.report
    ? granted(await who.call<ReportView>("GET", `/api/reports/${territoryId}/${card.report.id}`))
    : null;
  if (step !== "submit") {
    const remark = step === "return" ? { remark: "Приложите список участников" } : {};
    granted(await takeStep(town.person("officer"), place, known!, step, remark));
    return;
  }
  const content = filled(obligationId, {
    ...(owed.notApplicable && { kind: "notApplicable", text: "", reason: "Таких классов в школе нет" }),
    doneOn: owed.doneOn,
    evidence: owed.measure.document && !owed.notApplicable ? [fileEvidence(await uploadPdf(who, place))] : [],
    values: card.plannedValues
      .filter(() => !owed.notApplicable)
      .map(({ id, year }) => ({ obligationId, plannedValueId: id, year, value: 4, denominator: null })),
  });
  const report = known ?? granted(await startReport(who, place, content));
  const sent = granted<ReportView>(await takeStep(who, place, report, "submit", { content }));
  expect(sent.state).toBe("submitted");
}

/** The school's designation ends: the administrator says so in the registry. */
export async function endDesignation(town: YearTown): Promise<void> {
  const { id } = town.organisations.get(UNDESIGNATED.school)!;
  const { designations } = granted(await town.administrator.call<any>("GET", `/api/organisations/${id}`));
  const { version, kind, from, id: designationId } = designations[0];
  const body = { territoryId: town.territoryId, version, kind, from, to: UNDESIGNATED.lastOn, paperId: null };
  granted(await town.administrator.call("PATCH", `/api/designations/${designationId}`, body));
  await town.settle();
}
