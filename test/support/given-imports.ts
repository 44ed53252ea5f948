import { docx, p, tbl, tc, tr } from "./docx-builder.ts";
import { openWorld, type Answer, type Persona, type World } from "./world.ts";

export const PLAN_HEAD = ["№", "Мероприятие", "Срок", "Ответственные", "Результат"];

/** A plan that asks about a term, a name and who reports. */
export const PLAN = docx([
  p("План добрых дел", { level: 1 }),
  tbl([
    tr(PLAN_HEAD),
    tr([tc("1. Вместе", { span: 5 })]),
    tr(["1.1", "Собрать команду", "октябрь 2021, далее постоянно", "УО", "Приказ"]),
    tr(["1.2", "Пройти диагностику", "2 раза в год", "OO", "Справка"]),
    tr(["1.3", "Выезды в сёла", "ежемесячно", "АБВ", "Отчёт"]),
  ]),
]);

interface Started {
  readonly id: string;
  /** of a refusal */
  readonly code?: string;
}

export interface ImportsWorld {
  readonly world: World;
  readonly territory: string;
  /** a municipality beside it */
  readonly other: string;
  readonly school: string;
  readonly officer: Persona;
  readonly methodologist: Persona;
  /** of the school */
  readonly head: Persona;
  /** an officer of the other municipality */
  readonly foreigner: Persona;
  /** asks for an import with neither a file nor a text unless `body` has one */
  start(person: Persona, body: object): Promise<Answer<Started>>;
}

/** A district with an authority, a centre and two schools, and those who may and may not take documents in. */
export async function givenImports(): Promise<ImportsWorld> {
  const world = await openWorld({ now: "2021-12-10T09:00:00+03:00" });
  const region = await world.territory({ kind: "region" });
  const territory = await world.territory({ kind: "municipality", parentId: region });
  const other = await world.territory({ kind: "municipality", parentId: region });
  await world.organisation(territory, "authority");
  await world.organisation(territory, "methodological_centre");
  const school = await world.organisation(territory, "school");
  await world.organisation(territory, "school");
  return {
    world,
    territory,
    other,
    school,
    officer: await world.person([{ role: "officer", territoryId: territory }]),
    methodologist: await world.person([{ role: "methodologist", territoryId: territory }]),
    head: await world.person([{ role: "school_head", territoryId: territory, organisationId: school }]),
    foreigner: await world.person([{ role: "officer", territoryId: other }]),
    start: (person, body) =>
      person.call<Started>("POST", "/api/imports", {
        territoryId: territory,
        ownerOrganisationId: null,
        fileId: null,
        pasted: null,
        ...body,
      }),
  };
}

/** A text from the clipboard, as the body of an import's start. */
export const pasted = (text: string) => ({ pasted: { name: "из буфера", text } });
