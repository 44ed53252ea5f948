import type { z } from "zod";
import type { Id } from "#shared/ids.ts";
import type { AddMeasure } from "#features/programmes/model/measure-form.ts";
import type { Edited } from "#features/programmes/model/seen.ts";
import type { District } from "./given-district.ts";
import { granted } from "./granted.ts";
import { putInForce } from "./import-story.ts";

export type MeasureGiven = Omit<z.input<typeof AddMeasure>, "roadmapId" | "sectionId">;

export interface HandMade {
  readonly programmeId: Id;
  readonly measureIds: readonly Id[];
}

/** A window of whole days, as the form of a measure keeps it. */
export const window = (from: string, to: string) => ({ kind: "window" as const, windows: [{ from, to }], freq: null });

export const SCHOOLS_OWE = {
  name: "ОО",
  part: "assignee" as const,
  audience: { kind: "organisationKind" as const, kinds: ["school" as const] },
};
export const LOW_OWE = {
  name: "ШНОР",
  part: "assignee" as const,
  audience: { kind: "designation" as const, designations: ["low_results" as const] },
};

let directives = 0;

/** A programme typed in by the officer, without a document, of 2021–2023, and put in force. */
export async function handMade(district: District, measures: readonly MeasureGiven[]): Promise<HandMade> {
  const { officer, territoryId } = district;
  const { id: programmeId } = granted(
    await officer.call<{ id: Id }>("POST", "/api/programmes", {
      territoryId,
      title: "Поддержка школ района",
      startsOn: "2021-01-01",
      endsOn: "2023-12-31",
    }),
  );
  const path = `/api/programmes/${territoryId}/${programmeId}`;
  const roadmap = granted(await officer.call<Edited>("POST", `${path}/roadmaps`, { title: "Дорожная карта" }));
  const measureIds: Id[] = [];
  for (const measure of measures) {
    const body = { ...measure, roadmapId: roadmap.id, sectionId: null };
    measureIds.push(granted(await officer.call<Edited>("POST", `${path}/measures`, body)).id);
  }
  directives += 1;
  await putInForce(district, officer, programmeId, { number: `${directives}-р`, datedOn: "2021-01-15" });
  return { programmeId, measureIds };
}
