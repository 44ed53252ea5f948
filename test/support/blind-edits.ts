import * as fc from "fast-check";
import type { Id } from "#shared/ids.ts";
import type { Persona } from "./world.ts";

/** A blind edit: which kind, and three numbers that choose its rows among those that stand. */
export const edit = fc.record({
  kind: fc.constantFrom(
    "addSection",
    "editSection",
    "moveSection",
    "closeSection",
    "addMeasure",
    "editMeasure",
    "moveMeasure",
    "closeMeasure",
    "passport",
  ),
  a: fc.nat(20),
  b: fc.nat(20),
  c: fc.nat(20),
});
export type Edit = (typeof edit extends fc.Arbitrary<infer Value> ? Value : never) & object;

interface Placed {
  id: Id;
  version: number;
  closed: boolean;
  roadmapId: Id;
  sectionId: Id | null;
  parentId: Id | null;
  title: string;
}

/** What stands in the only roadmap of a programme. */
export async function standing(officer: Persona, programme: string) {
  const { body } = await officer.call("GET", `${programme}/measures`);
  const roadmap = body.roadmaps[0];
  return {
    roadmapId: roadmap.id as Id,
    sections: roadmap.sections as Placed[],
    measures: roadmap.measures as Placed[],
  };
}

/** Sends the edit to the programme at this address; the change it made, null where nothing stands that it could touch. */
export async function sendEdit(officer: Persona, programme: string, { kind, a, b, c }: Edit): Promise<Id | null> {
  const { roadmapId, sections, measures } = await standing(officer, programme);
  const section = sections[a % Math.max(1, sections.length)];
  const place = [null, ...sections][b % (sections.length + 1)]?.id ?? null;
  const measure = measures[a % Math.max(1, measures.length)];
  const before = [null, ...measures.filter((each) => each.sectionId === place)];
  const sent = await (() => {
    switch (kind) {
      case "addSection":
        return officer.call("POST", `${programme}/sections`, {
          roadmapId,
          parentId: place,
          title: `Раздел ${c}`,
        });
      case "editSection":
        return (
          section &&
          officer.call("PATCH", `${programme}/sections/${section.id}`, {
            version: section.version,
            title: `Иначе ${c}`,
          })
        );
      case "moveSection":
        return (
          section &&
          officer.call("POST", `${programme}/sections/${section.id}/move`, {
            version: section.version,
            parentId: place,
            beforeId: null,
          })
        );
      case "closeSection":
        return (
          section &&
          officer.call("POST", `${programme}/sections/${section.id}/close`, {
            version: section.version,
            closed: !section.closed,
          })
        );
      case "addMeasure":
        return officer.call("POST", `${programme}/measures`, {
          roadmapId,
          sectionId: place,
          title: `Мероприятие ${c}`,
          parties: [{ name: "УО", part: "assignee", audience: { kind: "territory" } }],
          plannedValues: [
            {
              label: "",
              unit: "count",
              aggregation: "sum",
              subGroup: "",
              totalText: "",
              totalValue: c,
              years: [{ year: 2026, text: `${c}`, value: c / 4, atLeast: false }],
            },
          ],
        });
      case "editMeasure":
        return (
          measure &&
          officer.call("PATCH", `${programme}/measures/${measure.id}`, {
            version: measure.version,
            ...(a % 2 ? { title: `Слова ${c}` } : {}),
            parties: [{ name: `Исполнитель ${b}`, part: "assignee", audience: null }],
            plannedValues: [
              {
                label: `Число ${b}`,
                unit: "percent",
                aggregation: "share",
                subGroup: "",
                totalText: "",
                totalValue: null,
                years: [{ year: 2027, text: "", value: c, atLeast: true }],
              },
            ],
          })
        );
      case "moveMeasure":
        return (
          measure &&
          officer.call("POST", `${programme}/measures/${measure.id}/move`, {
            version: measure.version,
            roadmapId,
            sectionId: place,
            beforeId: before[c % before.length]?.id ?? null,
          })
        );
      case "closeMeasure":
        return (
          measure &&
          officer.call("POST", `${programme}/measures/${measure.id}/close`, {
            version: measure.version,
            closed: !measure.closed,
          })
        );
      case "passport":
        return officer.call("GET", programme).then(({ body }) =>
          officer.call("PATCH", programme, {
            version: body.version,
            goal: `Цель ${c}`,
            tasks: [`Задача ${b}`],
          }),
        );
    }
  })();
  return sent?.status === 200 ? sent.body.changeId : null;
}
