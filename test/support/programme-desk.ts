import { expect } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import { openWorld, type Answer, type Persona, type World } from "./world.ts";

export const PASSPORT = { title: "Поддержка школ", startsOn: "2026-01-01", endsOn: "2027-12-31" };
export const DIRECTIVE = { number: "412", datedOn: "2025-12-18", title: "Об утверждении программы" };
export const YEARLY = [{ kind: "yearly", windows: [{ from: null, to: "10-15" }], freq: null }];

/** A district with its officer and one school with its head, on 22 October 2026, and what they do with programmes. */
export interface ProgrammeDesk {
  readonly world: World;
  readonly territoryId: Id;
  readonly school: Id;
  readonly officer: Persona;
  readonly head: Persona;
  /** makes a draft; returns its address */
  make(by?: Persona, more?: object): Promise<string>;
  /** a draft with one measure */
  withMeasure(dueText: string, cadence: unknown): Promise<{ at: string; roadmapId: Id; measureId: Id }>;
  /** a step of the programme's life, by its version as it stands */
  step(at: string, body: object, by?: Persona): Promise<Answer<any>>;
  /** a draft of a report by the school on the first obligation of a programme */
  begunReport(programmeId: Id): Promise<{ reportId: Id; obligationId: Id }>;
}

export async function openProgrammeDesk(): Promise<ProgrammeDesk> {
  const world = await openWorld({ now: "2026-10-22T09:00:00+03:00" });
  const region = await world.territory({ kind: "region" });
  const territoryId = await world.territory({ kind: "municipality", parentId: region });
  const school = await world.organisation(territoryId, "school");
  const officer = await world.person([{ role: "officer", territoryId }]);
  const head = await world.person([{ role: "school_head", territoryId, organisationId: school }]);
  const make: ProgrammeDesk["make"] = async (by = officer, more = {}) => {
    const answer = await by.call("POST", "/api/programmes", { territoryId, ...PASSPORT, ...more });
    expect(answer.status).toBe(200);
    return `/api/programmes/${territoryId}/${answer.body.id}`;
  };
  return {
    world,
    territoryId,
    school,
    officer,
    head,
    make,
    withMeasure: async (dueText, cadence) => {
      const at = await make();
      const roadmap = await officer.call("POST", `${at}/roadmaps`, { title: "Дорожная карта" });
      const measure = await officer.call("POST", `${at}/measures`, {
        roadmapId: roadmap.body.id,
        sectionId: null,
        number: "1",
        title: "Отбор школ",
        dueText,
        cadence,
      });
      return { at, roadmapId: roadmap.body.id, measureId: measure.body.id };
    },
    step: async (at, body, by = officer) => {
      const { version } = (await by.call("GET", at)).body;
      return by.call("POST", `${at}/steps`, { version, ...body });
    },
    begunReport: async (programmeId) => {
      const [obligation] = await world.rows<{ id: Id }>("select id from obligation where programme_id = $1", [
        programmeId,
      ]);
      const reportId = makeId();
      await world.rows(
        "insert into report (territory_id, id, organisation_id, state, author_person_id, created_at, saved_at) values ($1, $2, $3, 'draft', $4, now(), now())",
        [territoryId, reportId, school, head.personId],
      );
      await world.rows("insert into report_obligation values ($1, $2, $3)", [territoryId, reportId, obligation!.id]);
      return { reportId, obligationId: obligation!.id };
    },
  };
}
