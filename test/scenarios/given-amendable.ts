import type { Id } from "#shared/ids.ts";
import type { AmendmentView } from "#features/imports/model/amendment.ts";
import type { RedactionList } from "#features/programmes/model/redaction-seen.ts";
import { answerAll } from "../support/import-steps.ts";
import type { Answer, Persona } from "../support/world.ts";
import { PLAN, PLAN_TITLE, planDocument, type PlanSection } from "./amended-plan.ts";
import { openDistrict, type District } from "./given-district.ts";
import { granted } from "./granted.ts";
import { importDocument, putInForce, readTable } from "./import-story.ts";

export const ORDER = { number: "77", datedOn: "2021-12-10", title: "" };

/** A programme in force, loaded from `PLAN`, with the ways in which documents are brought to it. */
export interface Amendable {
  readonly district: District;
  readonly programmeId: Id;
  /** the address of the programme */
  readonly at: string;
  /** the measure whose title began so in `PLAN` */
  titled(words: string): Id;
  /** starts the reading of a document that amends the programme */
  upload(person: Persona, sections: readonly PlanSection[], more?: object): Promise<Answer<{ id: Id; code?: string }>>;
  amendmentOf(importId: Id): string;
  compared(importId: Id): Promise<AmendmentView>;
  redactions(): Promise<RedactionList>;
  /** approves a document that asks nothing */
  amend(sections: readonly PlanSection[], number: string, effectiveOn: string): Promise<{ changeId: Id }>;
}

export async function givenAmendable(): Promise<Amendable> {
  const district = await openDistrict();
  const { officer, territoryId, world } = district;
  const { programmeId } = await importDocument(district, officer, {
    fileName: "План.docx",
    bytes: planDocument(PLAN_TITLE, PLAN),
    settings: (proposed) => ({
      ...proposed,
      title: "Сильная школа",
      startsOn: "2021-09-01" as never,
      endsOn: "2023-08-31" as never,
    }),
  });
  await putInForce(district, officer, programmeId, { number: "10", datedOn: "2021-09-01" });
  const table = await readTable(officer, territoryId, programmeId);
  const ids = table.roadmaps.flatMap(({ measures }) => measures.map(({ title, id }) => [title, id] as const));
  const at = `/api/programmes/${territoryId}/${programmeId}`;
  const amendmentOf = (importId: Id) => `/api/imports/${territoryId}/${importId}/amendment`;
  const upload: Amendable["upload"] = async (person, sections, more = {}) => {
    const bytes = planDocument(PLAN_TITLE, sections);
    const file = granted(
      await person.upload<{ id: Id }>(`/api/files?territoryId=${territoryId}`, "Изменения.docx", bytes),
    );
    const source = { territoryId, ownerOrganisationId: null, fileId: file.id, pasted: null, amends: programmeId };
    const answer = await person.call<{ id: Id; code?: string }>("POST", "/api/imports", { ...source, ...more });
    await world.settle();
    return answer;
  };
  const compared = async (importId: Id) => granted(await officer.call<AmendmentView>("GET", amendmentOf(importId)));
  return {
    district,
    programmeId,
    at,
    titled: (words) => ids.find(([title]) => title.startsWith(words))![1],
    upload,
    amendmentOf,
    compared,
    redactions: async () => granted(await officer.call<RedactionList>("GET", `${at}/redactions`)),
    amend: async (sections, number, effectiveOn) => {
      const { id } = granted(await upload(officer, sections));
      await answerAll(officer, territoryId, id);
      const { version, stamp } = await compared(id);
      const body = { version, stamp, effectiveOn, directive: { ...ORDER, number } };
      const done = granted(await officer.call<{ changeId: Id }>("POST", `${amendmentOf(id)}/approve`, body));
      await world.settle();
      return done;
    },
  };
}
