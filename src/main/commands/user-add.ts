import { sql } from "kysely";
import { parseArgs } from "node:util";
import { makeId, type Id } from "#shared/ids.ts";
import { ROLES, type Role } from "#shared/actor.ts";
import type { Clock } from "#platform/clock/clock.ts";
import { enterReach, NO_REACH, type Tx } from "#platform/db/database.ts";
import { created, ofPerson } from "#platform/journal/change.ts";
import { journalWriter } from "#platform/journal/journal.ts";
import { Login } from "#features/people/model/contract.ts";
import { makeLink } from "#features/people/server/links.ts";
import { ROLE_NAME, TERRITORY_ROLES } from "#features/places/model/words.ts";
import { openForCommand } from "../open-database.ts";
import { pageAddress } from "../page-address.ts";

export const USER_ADD_HELP = `npm run orientir -- user add --login ПОЧТА --name "Фамилия Имя Отчество" --region "Область" [--municipality "Округ"] [--role РОЛЬ]

Заводит человека с ролью у региона или у муниципалитета и печатает ссылку, по которой он задаст пароль (действует 7 дней).
Если региона или муниципалитета с таким названием ещё нет, они создаются. Роль по умолчанию administrator. Роли:
${TERRITORY_ROLES.map((role) => `  ${role.padEnd(18)} ${ROLE_NAME[role]}`).join("\n")}
`;

interface NewUser {
  readonly login: string;
  readonly name: readonly [family: string, given: string, patronymic: string];
  readonly region: string;
  readonly municipality: string | undefined;
  readonly role: Role;
}

/** Adds a person with a role at a territory; for the first administrator of an empty database. Returns the exit code. */
export async function userAdd(args: readonly string[], print: (line: string) => void): Promise<number> {
  const asked = readArguments(args);
  if (typeof asked === "string") {
    print(asked);
    return 2;
  }
  const opened = await openForCommand();
  try {
    const known = await opened.database.pool.query("select from account where login = $1", [asked.login]);
    if (known.rowCount) {
      print(`Логин ${asked.login} уже есть. Ссылку для нового пароля даёт npm run orientir -- user link.`);
      return 1;
    }
    const { database, clock } = opened;
    const made: string[] = [];
    const placeId = await database.within(NO_REACH, (tx) => findPlace({ tx, clock, made }, asked));
    const path = await database.within({ person: undefined, reads: [placeId], writes: [placeId] }, (tx) =>
      addUser({ tx, clock, made }, asked, placeId),
    );
    for (const place of made)
      print(`Создано: ${place}. Если в названии опечатка, исправьте её на странице «Муниципалитеты».`);
    print(`Заведено: ${asked.name.join(" ").trim()}, ${ROLE_NAME[asked.role]}, ${asked.municipality ?? asked.region}.`);
    print(`Ссылка для пароля, на 7 дней: ${pageAddress(path)}`);
    return 0;
  } finally {
    await opened.close();
  }
}

function readArguments(args: readonly string[]): NewUser | string {
  const text = { type: "string" } as const;
  let values: { login?: string; name?: string; region?: string; municipality?: string; role?: string };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: { login: text, name: text, region: text, municipality: text, role: text },
    }));
  } catch {
    return USER_ADD_HELP;
  }
  const login = Login.safeParse(values.login ?? "");
  const [family, given, ...rest] = (values.name ?? "").normalize("NFC").split(/\s+/).filter(Boolean);
  const role = ROLES.find((known) => known === (values.role ?? "administrator"));
  if (!login.success || !family || !given || !values.region) return USER_ADD_HELP;
  if (!role || !TERRITORY_ROLES.includes(role))
    return `Роли «${values.role}» у территории не бывает.\n\n${USER_ADD_HELP}`;
  return {
    login: login.data,
    name: [family, given, rest.join(" ")],
    region: values.region.trim(),
    municipality: values.municipality?.trim(),
    role,
  };
}

interface Step {
  readonly tx: Tx;
  readonly clock: Clock;
  /** regions and municipalities made on the way, to be told of */
  readonly made: string[];
}

const journalOf = ({ tx, clock }: Step, territoryId: Id) =>
  journalWriter(tx, { kind: "system", territoryId }, clock, makeId);

async function findPlace(step: Step, asked: NewUser): Promise<Id> {
  const region = await territoryNamed(step, "region", asked.region, null);
  return asked.municipality ? territoryNamed(step, "municipality", asked.municipality, region) : region;
}

async function territoryNamed(
  step: Step,
  kind: "region" | "municipality",
  name: string,
  parentId: Id | null,
): Promise<Id> {
  const { tx } = step;
  const known = await tx
    .selectFrom("territory")
    .where("kind", "=", kind)
    .where("name", "=", name)
    .where("parent_id", parentId === null ? "is" : "=", parentId)
    .select("id")
    .executeTakeFirst();
  if (known) return known.id;
  const id = makeId();
  step.made.push(`${kind === "region" ? "регион" : "муниципалитет"} «${name}»`);
  await enterReach(tx, { ...NO_REACH, writes: [id] });
  await tx.insertInto("territory").values({ id, kind, parent_id: parentId, name, short_name: name }).execute();
  await journalOf(
    step,
    id,
  )({
    territoryId: id,
    action: "territory.add",
    subjectKind: "territory",
    subjectId: id,
    changes: created({ name, kind, parentId }),
  });
  return id;
}

/** Returns the path of the link that opens the account. */
async function addUser(step: Step, asked: NewUser, territoryId: Id): Promise<string> {
  const { tx, clock } = step;
  const [personId, accountId] = [makeId(), makeId()];
  const [familyName, givenName, patronymic] = asked.name;
  await tx
    .insertInto("person")
    .values({ id: personId, family_name: familyName, given_name: givenName, patronymic })
    .execute();
  await tx
    .insertInto("account")
    .values({ id: accountId, person_id: personId, login: asked.login, status: "invited" })
    .execute();
  await sql`insert into role_assignment (territory_id, id, person_id, role, from_on) values (${territoryId}, ${makeId()}, ${personId}, ${asked.role}, ${clock.today("Europe/Moscow")})`.execute(
    tx,
  );
  const journal = journalOf(step, territoryId);
  await journal({
    territoryId,
    action: "person.add",
    subjectKind: "person",
    subjectId: personId,
    changes: [
      ...ofPerson(personId, created({ familyName, givenName, patronymic, login: asked.login })),
      ...created({ role: asked.role }),
    ],
  });
  return makeLink({ tx, clock, journal }, "invitation", accountId);
}
