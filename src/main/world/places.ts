import type { Id } from "#shared/ids.ts";
import type { DesignationKind, OrganisationKind } from "#features/places/model/words.ts";
import type { Chance } from "./chance.ts";
import { sheetOf, type Sheet } from "./copy-sheet.ts";
import { inventName, townOf, villageOf } from "./names.ts";
import type { WorldSize } from "./sizes.ts";

/** Since when everybody works where they work. */
const SINCE = "2019-09-01";
const POSITIONS = [
  "Учитель начальных классов",
  "Учитель русского языка",
  "Учитель математики",
  "Учитель истории",
  "Педагог-психолог",
  "Воспитатель",
  "Учитель биологии",
  "Социальный педагог",
];

export interface WorldTown {
  readonly id: Id;
  readonly officer: Id;
  readonly authority: Id;
  /** who signs the reports of an organisation */
  readonly signers: ReadonlyMap<Id, Id>;
}

export interface WorldPlaces {
  readonly region: Id;
  readonly towns: readonly WorldTown[];
  /** in the order of references */
  readonly sheets: readonly Sheet[];
}

interface Made {
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly shortName: string;
  readonly designations: readonly DesignationKind[];
}

/** A region of invented municipalities with their organisations and everybody who works there; heads, deputies and specialists sign in. */
export function inventPlaces(chance: Chance, size: WorldSize): WorldPlaces {
  const territory = sheetOf("territory", ["id", "kind", "parent_id", "name", "short_name"]);
  const organisation = sheetOf("organisation", ["id", "territory_id", "kind", "name", "short_name", "phone"]);
  const person = sheetOf("person", ["id", "family_name", "given_name", "patronymic"]);
  const account = sheetOf("account", ["id", "person_id", "login", "created_at"]);
  const membership = sheetOf("membership", [
    "territory_id",
    "id",
    "person_id",
    "organisation_id",
    "position",
    "from_on",
  ]);
  const role = sheetOf("role_assignment", ["territory_id", "id", "person_id", "role", "organisation_id", "from_on"]);
  const designation = sheetOf("designation", ["territory_id", "id", "organisation_id", "kind", "from_on"]);
  let accounts = 0;

  const somebody = (): Id => {
    const id = chance.id();
    const { family, given, patronymic } = inventName(chance);
    person.add({ id, family_name: family, given_name: given, patronymic });
    return id;
  };
  const signsIn = (personId: Id, territoryId: Id, as: string, organisationId: Id | null) => {
    accounts += 1;
    account.add({
      id: chance.id(),
      person_id: personId,
      login: `user${accounts}@world.example`,
      created_at: `${SINCE}T09:00:00Z`,
    });
    role.add({
      territory_id: territoryId,
      id: chance.id(),
      person_id: personId,
      role: as,
      organisation_id: organisationId,
      from_on: SINCE,
    });
  };
  const works = (territoryId: Id, personId: Id, organisationId: Id, position: string) =>
    membership.add({
      territory_id: territoryId,
      id: chance.id(),
      person_id: personId,
      organisation_id: organisationId,
      position,
      from_on: SINCE,
    });

  const region = chance.id();
  territory.add({
    id: region,
    kind: "region",
    parent_id: null,
    name: "Верхневолжский край",
    short_name: "Верхневолжский край",
  });
  signsIn(somebody(), region, "region_specialist", null);

  const towns = Array.from({ length: size.municipalities }, (_, number): WorldTown => {
    const id = chance.id();
    const name = `${townOf(number)} округ`;
    territory.add({ id, kind: "municipality", parent_id: region, name, short_name: name });
    const made = organisationsOf(number, size.organisations).map((one) => ({ ...one, id: chance.id() }));
    for (const [at, one] of made.entries()) {
      organisation.add({
        id: one.id,
        territory_id: id,
        kind: one.kind,
        name: one.name,
        short_name: one.shortName,
        phone: `8 900 ${String(100 + number)}-${String(10 + Math.floor(at / 10))}-${String(10 + (at % 10))}`,
      });
      for (const kind of one.designations)
        designation.add({ territory_id: id, id: chance.id(), organisation_id: one.id, kind, from_on: SINCE });
    }
    const [authority] = made as [(typeof made)[0]];
    const officer = somebody();
    works(id, officer, authority.id, "Главный специалист");
    signsIn(officer, id, "officer", null);
    const head = somebody();
    works(id, head, authority.id, "Начальник управления");
    signsIn(head, id, "authority_head", null);
    const signers = new Map<Id, Id>();
    for (const one of made.slice(1)) {
      const [director, deputy] = [somebody(), somebody()];
      works(id, director, one.id, "Директор");
      signsIn(director, id, "school_head", one.id);
      works(id, deputy, one.id, "Заместитель директора");
      signsIn(deputy, id, "deputy", one.id);
      signers.set(one.id, chance.happens(70) ? deputy : director);
    }
    signers.set(authority.id, officer);
    const schools = made.filter(({ kind }) => kind === "school");
    for (let at = 0; at < size.teachers; at += 1)
      works(id, somebody(), schools[at % schools.length]!.id, chance.pick(POSITIONS));
    return { id, officer, authority: authority.id, signers };
  });
  return { region, towns, sheets: [territory, organisation, person, account, membership, role, designation] };
}

/** One authority, one methodological centre, and schools among kindergartens and the rest, as districts have them. */
function organisationsOf(town: number, count: number): Made[] {
  const of = townOf(town);
  const rest = Array.from({ length: count - 2 }, (_, at): Made => {
    const village = villageOf(at + town * 7);
    const number = at + 1;
    const none = { designations: [] as const };
    if (at % 6 === 4)
      return {
        kind: "kindergarten",
        name: `Детский сад № ${number}, ${village}`,
        shortName: `ДОУ № ${number}`,
        ...none,
      };
    if (at % 13 === 6)
      return {
        kind: "additional_education",
        name: `Дом детского творчества, ${village}`,
        shortName: `ДДТ ${village}`,
        ...none,
      };
    return {
      kind: "school",
      name: `Средняя школа № ${number}, ${village}`,
      shortName: `СОШ № ${number} ${village}`,
      designations: designationsOf(at),
    };
  });
  return [
    {
      kind: "authority",
      name: `Управление образования, ${of} округ`,
      shortName: "Управление образования",
      designations: [],
    },
    {
      kind: "methodological_centre",
      name: `Методический центр, ${of} округ`,
      shortName: "Методический центр",
      designations: [],
    },
    ...rest,
  ];
}

function designationsOf(at: number): DesignationKind[] {
  if (at % 4 === 1) return ["low_results"];
  if (at % 7 === 2) return ["adverse_conditions"];
  return at % 9 === 3 ? ["lead_school"] : [];
}
