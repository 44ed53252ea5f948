import type { Program } from "#main/program.ts";
import { makeToken, tokenHash } from "#platform/auth/secrets.ts";
import { makeId, type Id } from "#shared/ids.ts";

/**
 * Fills the journal by the program itself: requests of an officer, some of them about people, sealed after every few; the last ones are
 * not sealed yet. The database holds nothing else.
 */
export async function givenJournal(program: Program, rounds: number): Promise<void> {
  const { pool } = program.database;
  const put = (text: string, values: unknown[]) => pool.query(text, values);
  const [region, municipality, personId, accountId, token] = [makeId(), makeId(), makeId(), makeId(), makeToken()];
  for (const [id, kind, parent] of [
    [region, "region", null],
    [municipality, "municipality", region],
  ])
    await put("insert into territory (id, kind, parent_id, name, short_name) values ($1, $2, $3, $2, $2)", [
      id,
      kind,
      parent,
    ]);
  await put("insert into person (id, family_name, given_name) values ($1, 'Ветрова', 'Анна')", [personId]);
  await put("insert into account (id, person_id, login) values ($1, $2, 'vetrova@example.test')", [
    accountId,
    personId,
  ]);
  await put(
    "insert into role_assignment (territory_id, id, person_id, role, from_on) values ($1, $2, $3, 'administrator', '2015-01-01')",
    [municipality, makeId(), personId],
  );
  await put("select open_session($1, $2, $3, now(), now() + interval '1 day', 'test')", [
    tokenHash(token),
    makeId(),
    accountId,
  ]);
  const write = async <T = { id: Id }>(method: "POST" | "PATCH" | "PUT", url: string, payload: object): Promise<T> => {
    const headers = {
      "x-orientir": "1",
      cookie: `orientir_session=${token}`,
      "user-agent": "Mozilla/5.0 (X11; Linux x86_64)",
      "x-round": url,
    };
    const remoteAddress = `10.0.${written % 7}.1`;
    written += 1;
    const answer = await program.server.inject({ method, url, payload, headers, remoteAddress });
    if (answer.statusCode !== 200) throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body}`);
    return answer.json<T>();
  };
  let written = 0;
  for (let round = 0; round < rounds; round += 1) {
    const place = { territoryId: municipality };
    const facts = {
      kind: "school",
      name: `Школа № ${round}`,
      shortName: `СОШ ${round}`,
      inn: "",
      address: "",
      phone: "",
      email: "",
    };
    const { id } = await write("POST", "/api/organisations", { ...place, ...facts });
    await write("PATCH", `/api/organisations/${id}`, { ...facts, address: `ул. Лесная, ${round}`, version: 1 });
    const named = { familyName: `Лесная${round}`, givenName: "Вера", patronymic: "", phone: `+7 900 000-00-${round}` };
    const person = await write("POST", "/api/people", {
      ...place,
      ...named,
      position: { organisationId: id, name: "учитель", from: "2021-09-01" },
      role: null,
      login: null,
    });
    await write("PATCH", `/api/people/${person.id}`, {
      ...place,
      ...named,
      phone: `+7 900 111-00-${round}`,
      version: 1,
    });
    await write("PUT", "/api/role-codes", {
      ...place,
      code: `КОД${round}`,
      audience: { kind: "organisation", id },
      version: null,
    });
    // the last round waits for its seal
    if (round < rounds - 1) await program.sealing.now();
  }
}
