import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeToken, tokenHash } from "#platform/auth/secrets.ts";
import { makeId } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

/** Every secret that opens something, each made anew for one person. */
type Kind = "session" | "step" | "access" | "link" | "feed";

describe("a secret of one kind", () => {
  let world: World;
  let person: Persona;
  const secrets = {} as Record<Kind, string>;

  beforeAll(async () => {
    world = await openWorld({ log: () => {} });
    const region = await world.territory({ kind: "region" });
    const town = await world.territory({ kind: "municipality", parentId: region });
    person = await world.person([{ role: "officer", territoryId: town }]);
    const { accountId } = person;
    for (const kind of ["session", "step", "access", "link", "feed"] as const) secrets[kind] = makeToken();
    const made = (kind: Kind) => [tokenHash(secrets[kind]), makeId(), accountId];
    await world.rows("select open_session($1, $2, $3, now(), now() + interval '1 hour', 'test')", made("session"));
    await world.rows("select open_step($1, $2, 'password', now() + interval '5 minutes')", [
      tokenHash(secrets.step),
      accountId,
    ]);
    await world.rows(
      "insert into access_token (token_hash, id, account_id, name, created_at, expires_at) values ($1, $2, $3, 'выгрузка', now(), now() + interval '1 day')",
      made("access"),
    );
    await world.rows("select make_link($1, 'invitation', $2, now(), now() + interval '1 day')", [
      tokenHash(secrets.link),
      accountId,
    ]);
    await world.rows(
      "insert into calendar_feed (token_hash, id, account_id, made_at) values ($1, $2, $3, now())",
      made("feed"),
    );
  });
  afterAll(() => world.close());

  /** What each place that takes a secret answers to one: 200 where it opens. */
  const opens: Readonly<Record<string, { readonly takes: Kind; ask(secret: string): Promise<number> }>> = {
    "the cookie of a session": {
      takes: "session",
      ask: async (secret) =>
        (await world.public.call("GET", "/api/session", undefined, { cookie: `orientir_session=${secret}` })).status,
    },
    "the header of a program": {
      takes: "access",
      ask: async (secret) =>
        (await world.public.call("GET", "/api/session", undefined, { authorization: `Bearer ${secret}` })).status,
    },
    "the address of a calendar": {
      takes: "feed",
      ask: async (secret) => (await world.public.call("GET", `/api/feeds/${secret}/orientir.ics`)).status,
    },
    "the address of a link": {
      takes: "link",
      ask: async (secret) => (await world.public.call("GET", `/api/links/${secret}`)).status,
    },
  };

  it.each(Object.keys(opens))("opens %s only where it was made for it", async (place) => {
    const { takes, ask } = opens[place]!;
    for (const kind of Object.keys(secrets) as Kind[])
      expect([kind, (await ask(secrets[kind])) === 200]).toEqual([kind, kind === takes]);
  });

  it("finishes no sign-in that was begun with another", async () => {
    for (const kind of ["session", "access", "link", "feed"] as const) {
      const cookie = `orientir_step=${secrets[kind]}`;
      const { status } = await world.public.call("POST", "/api/session/code", { code: "123456" }, { cookie });
      expect([kind, status]).toEqual([kind, 410]);
    }
  });

  it("that is sealed opens as what it was sealed for alone", () => {
    const { keys } = world.program.installation;
    const sealed = keys.seal("тайна", "foreign sign-in");
    expect(keys.open(sealed, "foreign sign-in")).toBe("тайна");
    for (const other of ["recovery", "", "foreign sign-in "]) expect(keys.open(sealed, other)).toBeUndefined();
  });
});
