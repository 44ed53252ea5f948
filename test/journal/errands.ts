import { Secret, TOTP } from "otpauth";
import { wordingOf } from "#features/personal-data/model/consent.ts";
import { makeId, type Id } from "#shared/ids.ts";
import { markOf } from "../probe/marks.ts";
import { visitor } from "../probe/people.ts";
import type { Persona } from "../probe/place.ts";
import type { World } from "../probe/world.ts";

type Headers = Readonly<Record<string, string>>;

/** The last request of an errand: the one that the route is looked at by. */
export interface Asked {
  readonly url: string;
  readonly headers: Headers;
  readonly body?: object;
}

/** Whoever goes on an errand, and what they may do on the way. */
interface Hands {
  readonly world: World;
  readonly territoryId: Id;
  readonly administrator: Persona;
  readonly officer: Persona;
  readonly teacher: Persona;
  /** a request that must succeed; its headers are those to go on with, its cookies among them */
  call(
    by: Headers,
    method: string,
    url: string,
    body?: object,
  ): Promise<{ readonly body: any; readonly headers: Headers }>;
}

/** What the routes need done before them, or known, that no single request made of a contract brings along. By action. */
export const ERRANDS: Readonly<Record<string, (hands: Hands) => Promise<Asked>>> = {
  "session.code": async ({ call, ...hands }) => {
    const { codes } = await withFactor({ call, ...hands });
    const { password } = hands.world.known;
    const begun = await call(visitor.headers, "POST", "/api/session", { login: loginOf(hands.teacher), password });
    return { url: "/api/session/code", headers: begun.headers, body: { code: codes[0] } };
  },
  "factor.set": async ({ call, teacher: { headers } }) => {
    const { body } = await call(headers, "POST", "/api/factor/offer");
    return { url: "/api/factor", headers, body: { code: codeOf(body.secret) } };
  },
  "factor.codes": async (hands) => ({ url: "/api/factor/codes", headers: (await withFactor(hands)).headers }),
  "factor.remove": async (hands) => ({ url: "/api/factor", headers: (await withFactor(hands)).headers }),
  "factor.reset": async (hands) => {
    await withFactor(hands);
    const { administrator, teacher, territoryId } = hands;
    const url = `/api/people/${teacher.personId}/factor/reset`;
    return { url, headers: administrator.headers, body: { territoryId } };
  },
  "foreign.sign-in": async ({ call }) => {
    const { headers } = await call(visitor.headers, "POST", "/api/session/foreign/start");
    return { url: "/api/session/foreign", headers, body: { answer: "code" } };
  },
  "foreign.unlink": async ({ world, teacher: { headers, accountId } }) => {
    await world.pool.query("select link_foreign('https://id.example.test', 'somebody', $1, now())", [accountId]);
    return { url: "/api/foreign", headers };
  },
  "staff-sheet.apply": async ({ call, world, territoryId, teacher, administrator: { headers } }) => {
    const at = [teacher.held[0]!.organisationId];
    const { rows: schools } = await world.pool.query("select name from organisation where id = $1", at);
    const rows = [
      ["Организация", "Фамилия", "Имя", "Должность"],
      [schools[0].name, "Пробина", "Вера", "учитель"],
    ];
    const { body } = await call(headers, "POST", "/api/staff-sheet/check", { territoryId, rows });
    return { url: "/api/staff-sheet", headers, body: { territoryId, rows, digest: body.digest } };
  },
  "section.edit": async (hands) => {
    const { address, section } = await draftOf(hands);
    return asked(hands.officer, `${address}/sections/${section.id}`, { ...section.at, title: "Другой раздел" });
  },
  "section.move": async (hands) => {
    const { address, section, roadmapId } = await draftOf(hands);
    const another = { roadmapId, parentId: null, number: "2", title: "Второй раздел" };
    await hands.call(hands.officer.headers, "POST", `${address}/sections`, another);
    const url = `${address}/sections/${section.id}/move`;
    return asked(hands.officer, url, { ...section.at, parentId: null, beforeId: null });
  },
  "section.close": async (hands) => {
    const { address, section } = await draftOf(hands);
    return asked(hands.officer, `${address}/sections/${section.id}/close`, { ...section.at, closed: true });
  },
  "measure.move": async (hands) => {
    const { address, measure, section, roadmapId } = await draftOf(hands);
    const place = { roadmapId, sectionId: section.id, beforeId: null };
    return asked(hands.officer, `${address}/measures/${measure.id}/move`, { ...measure.at, ...place });
  },
  "measure.close": async (hands) => {
    const { address, measure } = await draftOf(hands);
    return asked(hands.officer, `${address}/measures/${measure.id}/close`, { ...measure.at, closed: true });
  },
  "template.reopen": async ({ call, world, territoryId, officer: { headers } }) => {
    const own = "select id from programme_template where territory_id = $1 and owner_organisation_id is null limit 1";
    const { rows } = await world.pool.query(own, [territoryId]);
    const address = `/api/templates/${territoryId}/own/${rows[0].id}`;
    await call(headers, "POST", `${address}/close`);
    return { url: `${address}/reopen`, headers };
  },
  "feed.revoke": async ({ call, teacher: { headers } }) => {
    await call(headers, "POST", "/api/feed");
    return { url: "/api/feed", headers };
  },
  "consent.give": async (hands) => ({ ...(await consented(hands)), url: "/api/my-data/consents" }),
  "consent.withdraw": async (hands) => {
    const given = await consented(hands);
    await hands.call(given.headers, "POST", "/api/my-data/consents", given.body);
    return { ...given, url: "/api/my-data/consents/withdrawal" };
  },
  "consent.record": async ({ territoryId, administrator, officer }) => {
    const paper = { kind: CONSENT, given: true, paper: "согласие от 02.11.2026 № 3" };
    return asked(administrator, `/api/people/${officer.personId}/consents`, { territoryId, ...paper });
  },
  "data-request.settle": async ({ call, territoryId, administrator, teacher }) => {
    const question = { territoryId, kind: "destruction", text: "Прошу уничтожить мои данные" };
    const { body } = await call(teacher.headers, "POST", "/api/my-data/requests", question);
    const answer = { territoryId, version: 1, state: "refused", answer: "Пока вы работаете, данные нужны." };
    return asked(administrator, `/api/personal-data/requests/${body.id}/answer`, answer);
  },
  "person.destroy": async ({ world, territoryId, administrator, teacher }) => {
    const [id, surname] = [makeId(), "Ушедшая"];
    await world.pool.query("insert into person (id, family_name, given_name) values ($1, $2, 'Вера')", [id, surname]);
    await world.pool.query(
      "insert into membership (territory_id, id, person_id, organisation_id, position, from_on, to_on) values ($1, $2, $3, $4, 'учитель', '2015-09-01', '2020-08-31')",
      [territoryId, makeId(), id, teacher.held[0]!.organisationId],
    );
    const why = { reason: "demanded", basis: "заявление от 02.11.2026 № 12", surname };
    return asked(administrator, `/api/people/${id}/destruction`, { territoryId, version: 1, ...why });
  },
};

const CONSENT = "phone_to_colleagues";

const asked = ({ headers }: Persona, url: string, body: object): Asked => ({ url, headers, body });
const loginOf = ({ accountId }: Persona) => `${markOf(accountId!)}@example.test`;
const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate();

async function withFactor({ call, teacher: { headers } }: Hands) {
  const { body: offer } = await call(headers, "POST", "/api/factor/offer");
  const set = await call(headers, "POST", "/api/factor", { code: codeOf(offer.secret) });
  return { headers: set.headers, codes: set.body.codes as readonly string[] };
}

/** The officer has agreed to nothing yet; the teacher of this world has. */
async function consented({ territoryId, officer: { headers } }: Hands) {
  return { headers, body: { territoryId, kind: CONSENT, edition: wordingOf(CONSENT).edition } };
}

/** The territory's programme that is not approved yet: its first section and the first measure there. */
async function draftOf({ call, world, territoryId, officer }: Hands) {
  const { rows } = await world.pool.query(
    "select id from programme where territory_id = $1 and status = 'draft' and owner_organisation_id is null limit 1",
    [territoryId],
  );
  const address = `/api/programmes/${territoryId}/${rows[0].id}`;
  const { body } = await call(officer.headers, "GET", `${address}/measures`);
  const [roadmap] = body.roadmaps;
  const row = ({ id, version }: { id: Id; version: number }) => ({ id, at: { version } });
  return { address, roadmapId: roadmap.id as Id, section: row(roadmap.sections[0]), measure: row(roadmap.measures[0]) };
}

/** The people of the world's first municipality, ready to go. */
export function handsIn(world: World): Hands {
  const named = (name: string) => world.personas.find((one) => one.name === name)!;
  const officer = named("специалист");
  return {
    world,
    territoryId: officer.held[0]!.territoryId,
    administrator: named("администратор"),
    officer,
    teacher: named("учитель"),
    async call(headers, method, url, payload) {
      const reply = await world.server.inject({ method: method as "POST", url, headers, ...(payload && { payload }) });
      if (reply.statusCode !== 200) throw new Error(`${method} ${url}: ${reply.statusCode} ${reply.payload}`);
      const held = (headers["cookie"] ?? "").split("; ").filter(Boolean);
      const cookies = new Map(held.map((one) => one.split("=", 2) as [string, string]));
      for (const { name, value } of reply.cookies) cookies.set(name, value);
      const cookie = [...cookies].map((one) => one.join("=")).join("; ");
      return { body: reply.json(), headers: { ...headers, cookie } };
    },
  };
}
