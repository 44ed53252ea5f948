import type { Id } from "#shared/ids.ts";
import type { Random } from "../fuzz/random.ts";
import type { District } from "./district.ts";
import type { Expected, ExpectedProgramme } from "./expected.ts";
import type { Hand } from "./hand.ts";

interface Desk {
  readonly district: District;
  readonly planner: number;
  readonly hand: Hand;
  readonly expected: Expected;
  readonly random: Random;
  readonly running: () => boolean;
}

const MEASURES = 5;
const EDITS = 25;

/** An officer makes programme after programme: sections, measures, many edits of them and of the passport; every second one is approved. */
export async function writeProgrammes(desk: Desk): Promise<void> {
  while (desk.running()) await oneProgramme(desk, desk.expected.programmes.length);
}

async function oneProgramme(desk: Desk, at: number): Promise<void> {
  const { district, hand, expected, random, running } = desk;
  const mark = `${desk.planner}-${at}`;
  const year = new Date().getFullYear();
  const { id } = await hand.write("programme.create", {
    method: "POST",
    path: "/api/programmes",
    body: {
      territoryId: district.territoryId,
      title: `Программа ${mark}`,
      startsOn: `${year}-01-01`,
      endsOn: `${year + 1}-12-31`,
      goal: `Цель ${mark}`,
    },
  });
  const programme: ExpectedProgramme = {
    id,
    planner: desk.planner,
    version: 1,
    goal: `Цель ${mark}`,
    status: "draft",
    measures: new Map(),
    roadmapIds: [],
    sectionIds: [],
    duties: 0,
  };
  expected.programmes.push(programme);
  const path = `/api/programmes/${district.territoryId}/${id}`;
  const add = async (action: string, rows: string, body: object): Promise<Id> =>
    (await hand.write(action, { method: "POST", path: `${path}/${rows}`, body })).id;
  const roadmapId = await add("roadmap.add", "roadmaps", { title: `Карта ${mark}` });
  programme.roadmapIds.push(roadmapId);
  const sectionId = await add("section.add", "sections", { roadmapId, number: "1", title: `Раздел ${mark}` });
  programme.sectionIds.push(sectionId);
  for (let number = 1; number <= MEASURES && running(); number += 1) {
    const title = `Мероприятие ${mark}-${number}`;
    const measureId = await add("measure.add", "measures", {
      roadmapId,
      sectionId,
      number: `1.${number}`,
      title,
      cadence: [{ kind: "window", windows: [{ from: `${year}-01-01`, to: `${year}-12-31` }], freq: null }],
      parties: [{ name: "школа", part: "assignee", audience: { kind: "organisation", id: district.schools[0]!.id } }],
    });
    programme.measures.set(measureId, { version: 1, title });
  }
  for (let edit = 0; edit < EDITS && running(); edit += 1)
    if (random.oneIn(5)) await editPassport(hand, path, programme, `Цель ${mark}-${edit}`);
    else await editMeasure(hand, path, programme, random, `Мероприятие ${mark}, правка ${edit}`);
  if (at % 2 === 0 && programme.measures.size > 0 && running()) await approve(hand, path, programme, mark);
}

async function editPassport(hand: Hand, path: string, programme: ExpectedProgramme, goal: string): Promise<void> {
  const body = { version: programme.version, goal };
  await hand.write("programme.edit", { method: "PATCH", path, body }, programme.id);
  programme.version += 1;
  programme.goal = goal;
}

async function editMeasure(
  hand: Hand,
  path: string,
  programme: ExpectedProgramme,
  random: Random,
  title: string,
): Promise<void> {
  const id = random.pick([...programme.measures.keys()]);
  const measure = programme.measures.get(id)!;
  const body = { version: measure.version, title };
  await hand.write("measure.edit", { method: "PATCH", path: `${path}/measures/${id}`, body }, id);
  measure.version += 1;
  measure.title = title;
}

async function approve(hand: Hand, path: string, programme: ExpectedProgramme, mark: string): Promise<void> {
  await hand.write(
    "programme.approve",
    {
      method: "POST",
      path: `${path}/steps`,
      body: {
        version: programme.version,
        step: "approve",
        confirmed: true,
        directive: { number: `П-${mark}`, datedOn: "2026-01-15", title: `О программе ${mark}` },
      },
    },
    programme.id,
  );
  programme.version += 1;
  programme.status = "approved";
  programme.duties = programme.measures.size;
}
