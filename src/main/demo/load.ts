import type { Id } from "#shared/ids.ts";
import { localDate, partsOf, addDays, type LocalDate } from "#shared/local-date.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { dictionaryOf, registryOf } from "#features/places/server/public.ts";
import { createProgramme, writeRoadmap } from "#features/programmes/server/public.ts";
import { registerPaper } from "#features/papers/server/public.ts";
import type { Program } from "../program.ts";
import { PEOPLE } from "./people.ts";
import { loadPlaces, namePlaces, type DemoPlaces } from "./load-places.ts";
import { demoRoadmap } from "./programme.ts";
import { removeDemo } from "./remove.ts";
import { loadReports } from "./reports.ts";

const ZONE = "Europe/Moscow";
/** setting that stands once the demo is whole */
const LOADED = "demo.loaded";
/** Organisations in the order of the story; those not named come before and are nobody's first screen. */
const STORY = ["school3", "school7", "school10", "school9", "gymnasium", "school1", "centre", "authority"];

/**
 * Fills an empty database with the demo region: places and people, and a programme of three years that is in its second one
 * on the product's day, with reports in every state. Does nothing where any territory exists. Returns whether it loaded.
 */
export async function loadDemo(program: Program, say: (line: string) => void): Promise<boolean> {
  if (!(await isEmpty(program))) return false;
  say("Готовлю демонстрацию: вымышленный регион, два муниципалитета, программа на три года…");
  const places = namePlaces();
  const all = Object.values(places.territory);
  await program.database.within({ person: undefined, reads: all, writes: all }, (tx) => loadPlaces(tx, places));
  const today = program.clock.today(ZONE);
  const district = places.territory["lake"]!;
  const programmeId = await program.jobs.within(district, (context) => loadProgramme(context, places, today));
  await program.jobs.within(district, (context) =>
    context.send("obligation-replan", { territoryId: district, programmeId }),
  );
  await program.jobs.settled();
  await program.jobs.within(district, (context) =>
    loadReports(context, district, today, {
      officer: places.person["vetrova"]!,
      authorOf: (organisationId) => headOf(places, organisationId),
      placeOf: (organisationId) => STORY.indexOf(keyOf(places, organisationId) ?? ""),
    }),
  );
  // these words came when the programme began, and have long been read
  await program.database.pool.query("delete from notice where kind = 'obligations-planned'");
  await program.database.pool.query(
    "insert into setting (key, value) values ($1, 'true') on conflict (key) do nothing",
    [LOADED],
  );
  return true;
}

/** Whether nothing stands in the database; a demo whose loading was cut short is cleared away first, so that it is whole or absent. */
async function isEmpty(program: Program): Promise<boolean> {
  const { rows } = await program.database.pool.query<{ any: boolean; demo_only: boolean; loaded: boolean }>(
    "select exists (select from territory) as any, not exists (select from territory where not is_demo) as demo_only, exists (select from setting where key = $1) as loaded",
    [LOADED],
  );
  const { any, demo_only: demoOnly, loaded } = rows[0]!;
  if (!any) return true;
  if (!demoOnly || loaded) return false;
  await removeDemo(program.database, program.clock);
  return true;
}

async function loadProgramme(context: UseCaseContext, places: DemoPlaces, today: LocalDate): Promise<Id> {
  const territoryId = places.territory["lake"]!;
  // a year and a half ago lies in the first year, so today is about half way through the second
  const first = partsOf(addDays(today, -548)).year;
  const years = [first, first + 1, first + 2];
  const programmeId = await createProgramme(context, {
    territoryId,
    title: `Поддержка школ с низкими результатами обучения и школ, работающих в сложных социальных условиях, на ${first}–${first + 2} годы`,
    shortTitle: "Поддержка школ",
    startsOn: localDate(`${first}-01-01`),
    endsOn: localDate(`${first + 2}-12-31`),
    goal: "Каждая школа округа учит не хуже, чем ждут от неё ученики и родители, и просит о помощи вовремя.",
    tasks: [
      "Узнать, какой школе и в чём трудно.",
      "Договориться о помощи сильных школ.",
      "Помочь учителям и командам школ расти.",
      "Рассказывать родителям, что меняется.",
    ],
    passport: [
      { heading: "Участники", items: ["управление образования", "методический центр", "школы округа", "школы-лидеры"] },
    ],
    officerPersonId: places.person["vetrova"]!,
  });
  const registry = await registryOf(context.tx, territoryId);
  await writeRoadmap(
    context,
    territoryId,
    programmeId,
    demoRoadmap(registry, await dictionaryOf(context.tx, territoryId), years),
  );
  const paperId = await registerPaper(context, {
    territoryId,
    kind: "directive",
    number: "412",
    datedOn: localDate(`${first - 1}-12-18`),
    title: "Об утверждении программы поддержки школ",
    issuerOrganisationId: places.organisation["authority"]!,
    fileId: null,
  });
  await context.tx
    .updateTable("programme")
    .set({ status: "running", paper_id: paperId, approved_at: new Date(`${first - 1}-12-18T09:00:00Z`) })
    .where("territory_id", "=", territoryId)
    .where("id", "=", programmeId)
    .execute();
  return programmeId;
}

/** Who signs an organisation's reports: its deputy where it has one with an account, else its head. */
function headOf(places: DemoPlaces, organisationId: Id): Id {
  const key = keyOf(places, organisationId);
  const own = PEOPLE.filter(
    ({ organisation, login, roles }) => organisation === key && login && roles.some(({ role }) => role !== "teacher"),
  );
  const author = own.find(({ roles }) => roles.some(({ role }) => role === "deputy")) ?? own[0];
  return places.person[author?.login ?? "vetrova"]!;
}

function keyOf(places: DemoPlaces, organisationId: Id): string | undefined {
  return Object.entries(places.organisation).find(([, id]) => id === organisationId)?.[0];
}
