import { shortened } from "#shared/cut-text.ts";
import { quoted } from "#domain/russian/quotes.ts";
import type { z } from "zod";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { AddRoadmap, AddSection, Closing, EditRoadmap, EditSection, MoveSection } from "../model/measure-form.ts";
import { programmeProblem } from "../model/problems.ts";
import type { Edited } from "../model/seen.ts";
import { loadEditableProgramme } from "./load-programme.ts";
import { raised, recordChange } from "./record-change.ts";
import { findRoadmap, findSection, nextOrdinal, placeAmong, refuseStale, sectionsUnder } from "./structure.ts";
import { nextRoadmapOrdinal } from "./write-roadmap.ts";

type Context = UseCaseContext;

/** Adds an empty roadmap at the end, undoable. */
export async function addRoadmap(
  context: Context,
  territoryId: Id,
  programmeId: Id,
  form: z.output<typeof AddRoadmap>,
): Promise<Edited> {
  const programme = await loadEditableProgramme(context, territoryId, programmeId);
  const id = context.newId();
  return recordChange(context, programme, [], async () => {
    await context.tx
      .insertInto("roadmap")
      .values({
        territory_id: territoryId,
        id,
        programme_id: programmeId,
        title: form.title,
        ordinal: await nextRoadmapOrdinal(context, territoryId, programmeId),
        import_id: null,
        closed_at: null,
      })
      .execute();
    return labelled("Добавлена дорожная карта", form.title, "roadmap.add", "roadmap", id);
  });
}

/** Renames a roadmap, undoable; a stale version is refused. */
export async function editRoadmap(
  context: Context,
  territoryId: Id,
  programmeId: Id,
  roadmapId: Id,
  form: z.output<typeof EditRoadmap>,
): Promise<Edited> {
  const programme = await loadEditableProgramme(context, territoryId, programmeId);
  const roadmap = await findRoadmap(context, programme, roadmapId);
  refuseStale(roadmap, form);
  return recordChange(context, programme, [], async () => {
    await context.tx
      .updateTable("roadmap")
      .set({ title: form.title, version: raised() })
      .where("territory_id", "=", territoryId)
      .where("id", "=", roadmapId)
      .execute();
    return labelled("Переименована дорожная карта", form.title, "roadmap.edit", "roadmap", roadmapId);
  });
}

/** Adds a section at the end of its place, undoable. */
export async function addSection(
  context: Context,
  territoryId: Id,
  programmeId: Id,
  form: z.output<typeof AddSection>,
): Promise<Edited> {
  const programme = await loadEditableProgramme(context, territoryId, programmeId);
  await findRoadmap(context, programme, form.roadmapId);
  if (form.parentId) await findSection(context, programme, form.parentId, form.roadmapId);
  const id = context.newId();
  return recordChange(context, programme, [], async () => {
    await context.tx
      .insertInto("section")
      .values({
        territory_id: territoryId,
        id,
        roadmap_id: form.roadmapId,
        parent_id: form.parentId,
        number: form.number,
        title: form.title,
        ordinal: await nextOrdinal(context, territoryId, form.roadmapId),
        closed_at: null,
      })
      .execute();
    return labelled("Добавлен раздел", form.title, "section.add", "section", id);
  });
}

/** Changes the number or title of a section, undoable; a stale version is refused. */
export async function editSection(
  context: Context,
  territoryId: Id,
  programmeId: Id,
  sectionId: Id,
  form: z.output<typeof EditSection>,
): Promise<Edited> {
  const programme = await loadEditableProgramme(context, territoryId, programmeId);
  const section = await findSection(context, programme, sectionId);
  refuseStale(section, form);
  return recordChange(context, programme, [], async () => {
    await context.tx
      .updateTable("section")
      .set({
        ...(form.number !== undefined && { number: form.number }),
        ...(form.title !== undefined && { title: form.title }),
        version: raised(),
      })
      .where("territory_id", "=", territoryId)
      .where("id", "=", sectionId)
      .execute();
    return labelled("Изменён раздел", form.title ?? section.title, "section.edit", "section", sectionId);
  });
}

/** Moves a section among its siblings or into another, undoable; a stale version is refused. */
export async function moveSection(
  context: Context,
  territoryId: Id,
  programmeId: Id,
  sectionId: Id,
  form: z.output<typeof MoveSection>,
): Promise<Edited> {
  const programme = await loadEditableProgramme(context, territoryId, programmeId);
  const section = await findSection(context, programme, sectionId);
  refuseStale(section, form);
  const { parentId } = form;
  if (parentId) {
    await findSection(context, programme, parentId, section.roadmap_id);
    const inside = await sectionsUnder(context, territoryId, sectionId);
    if (inside.some((row) => row.id === parentId)) throw programmeProblem("section-inside-itself");
  }
  return recordChange(context, programme, [], async () => {
    await context.tx
      .updateTable("section")
      .set({ parent_id: parentId, version: raised() })
      .where("territory_id", "=", territoryId)
      .where("id", "=", sectionId)
      .execute();
    const siblings = await context.tx
      .selectFrom("section")
      .where("territory_id", "=", territoryId)
      .where("roadmap_id", "=", section.roadmap_id)
      .where("parent_id", "is not distinct from", parentId)
      .select(["id", "ordinal"])
      .orderBy("ordinal")
      .orderBy("id")
      .execute();
    await placeAmong(context, "section", territoryId, siblings, sectionId, form.beforeId);
    return labelled("Перенесён раздел", section.title, "section.move", "section", sectionId);
  });
}

/** Closes a section with everything open in it, or opens it with what was closed together with it. */
export async function closeSection(
  context: Context,
  territoryId: Id,
  programmeId: Id,
  sectionId: Id,
  form: z.output<typeof Closing>,
): Promise<Edited> {
  const programme = await loadEditableProgramme(context, territoryId, programmeId);
  const section = await findSection(context, programme, sectionId);
  refuseStale(section, form);
  return recordChange(context, programme, [], async () => {
    const ids = (await sectionsUnder(context, territoryId, sectionId)).map((row) => row.id);
    const closedAt = form.closed ? context.clock.now() : null;
    const together = section.closed_at;
    for (const table of ["section", "measure"] as const)
      await context.tx
        .updateTable(table)
        .set({ closed_at: closedAt, version: raised() })
        .where("territory_id", "=", territoryId)
        .where(table === "section" ? "id" : "section_id", "in", ids)
        .where("closed_at", form.closed ? "is" : "=", form.closed ? null : together)
        .execute();
    return labelled(
      form.closed ? "Закрыт раздел" : "Открыт раздел",
      section.title,
      "section.close",
      "section",
      sectionId,
    );
  });
}

const SHOWN = 80;

function labelled(what: string, title: string, action: string, subjectKind: "roadmap" | "section", subjectId: Id) {
  const short = shortened(title, SHOWN);
  return { label: `${what} ${quoted(short)}`, action, subjectKind, subjectId };
}
