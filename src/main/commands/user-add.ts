import { sql } from "kysely";
import { parseArgs } from "node:util";
import { makeId, type Id } from "#shared/ids.ts";
import { ROLES, type Role } from "#shared/actor.ts";
import { makeToken, tokenHash } from "#platform/auth/secrets.ts";
import { enterReach, NO_REACH, type Tx } from "#platform/db/database.ts";
import { Login } from "#features/people/model/contract.ts";
import { ROLE_NAME, TERRITORY_ROLES } from "#features/places/model/words.ts";
import { openForCommand } from "../open-database.ts";

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
      print(`Логин ${asked.login} уже есть. Новый пароль ему задаёт ссылка из карточки человека.`);
      return 1;
    }
    const token = makeToken();
    const placeId = await opened.database.within({ person: undefined, reads: [], writes: [] }, (tx) =>
      findPlace(tx, asked),
    );
    await opened.database.within({ person: undefined, reads: [placeId], writes: [placeId] }, (tx) =>
      addUser(tx, asked, placeId, token, opened.clock.today("Europe/Moscow")),
    );
    print(`Заведено: ${asked.name.join(" ").trim()}, ${ROLE_NAME[asked.role]}, ${asked.municipality ?? asked.region}.`);
    print(`Ссылка для пароля, на 7 дней: http://localhost:${process.env["ORIENTIR_PORT"] ?? "4400"}/link/${token}`);
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

async function findPlace(tx: Tx, asked: NewUser): Promise<Id> {
  const region = await territoryNamed(tx, "region", asked.region, null);
  return asked.municipality ? territoryNamed(tx, "municipality", asked.municipality, region) : region;
}

async function territoryNamed(tx: Tx, kind: "region" | "municipality", name: string, parentId: Id | null): Promise<Id> {
  const known = await tx
    .selectFrom("territory")
    .where("kind", "=", kind)
    .where("name", "=", name)
    .where("parent_id", parentId === null ? "is" : "=", parentId)
    .select("id")
    .executeTakeFirst();
  if (known) return known.id;
  const id = makeId();
  await enterReach(tx, { ...NO_REACH, writes: [id] });
  await tx.insertInto("territory").values({ id, kind, parent_id: parentId, name, short_name: name }).execute();
  return id;
}

async function addUser(tx: Tx, asked: NewUser, territoryId: Id, token: string, today: string): Promise<void> {
  const [personId, accountId] = [makeId(), makeId()];
  await tx
    .insertInto("person")
    .values({ id: personId, family_name: asked.name[0], given_name: asked.name[1], patronymic: asked.name[2] })
    .execute();
  await tx
    .insertInto("account")
    .values({ id: accountId, person_id: personId, login: asked.login, status: "invited" })
    .execute();
  await sql`insert into role_assignment (territory_id, id, person_id, role, from_on) values (${territoryId}, ${makeId()}, ${personId}, ${asked.role}, ${today})`.execute(
    tx,
  );
  const now = new Date();
  await sql`select make_link(${tokenHash(token)}, 'invitation', ${accountId}, ${now}, ${new Date(now.getTime() + 7 * 86_400_000)})`.execute(
    tx,
  );
}
