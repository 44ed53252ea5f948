import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeToken, tokenHash } from "#platform/auth/secrets.ts";
import { atSignIn, cookiesOf, PASSWORD } from "../support/sign-in-steps.ts";
import { openWorld, type World } from "../support/world.ts";

describe("a password", () => {
  let world: World;
  let steps: ReturnType<typeof atSignIn>;
  beforeAll(async () => {
    world = await openWorld({ log: () => {} });
    steps = atSignIn(world);
  });
  afterAll(() => world.close());

  /** A link as an invitation hands it over, good for as long as told. */
  const link = async (accountId: string, lasts = "1 day") => {
    const token = makeToken();
    await world.rows("select make_link($1, 'invitation', $2, now() - interval '1 hour', now() + $3::interval)", [
      tokenHash(token),
      accountId,
      lasts,
    ]);
    return `/api/links/${token}`;
  };
  const set = async (accountId: string, password: string) =>
    (await world.public.call("POST", await link(accountId), { password })).status;
  const opens = async (login: string, password: string) =>
    (await world.public.call("POST", "/api/session", { login, password })).status;

  it.each([
    ["of nine signs", "сорок два"],
    ["of two hundred and one", "котёл ".repeat(34).slice(0, 201)],
  ])("%s is refused", async (_, password) => {
    const { person } = await steps.given();
    expect(await set(person.accountId, password)).toBe(422);
  });

  it.each([
    ["of small letters alone", "сиреневыйтрамвайедетлесом"],
    ["of ten signs", "ваэ цмд жё"],
    ["with spaces at its ends and any signs within", "  ﷽ 🌲 «кот»\\\\'\"; --<b> é  "],
    ["of two hundred signs", "Трамвай едет лесом, а кот сидит на тёплом заборе и ждёт. ".repeat(4).slice(0, 200)],
  ])("%s is taken and checked exactly as it was typed", async (_, password) => {
    const { person, login } = await steps.given();
    expect(await set(person.accountId, password)).toBe(200);
    const near = new Set([`${password}.`, password.slice(0, -1), password.toUpperCase(), password.trim()]);
    near.delete(password);
    for (const other of [...near].filter((one) => one.length <= 200))
      expect([other, await opens(login, other)]).toEqual([other, 403]);
    expect(await opens(login, password)).toBe(200);
  });

  it("is kept as argon2id of nineteen megabytes and two passes, with a salt of its own", async () => {
    const [one, other] = [await steps.given(), await steps.given()];
    for (const { person } of [one, other]) expect(await set(person.accountId, "кот сел на тёплый забор")).toBe(200);
    const kept = await world.rows<{ password_hash: string }>(
      "select password_hash from credential where account_id = any ($1)",
      [[one.person.accountId, other.person.accountId]],
    );
    expect(kept.map(({ password_hash }) => password_hash)).toEqual([
      expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/),
      expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/),
    ]);
    expect(kept[0]).not.toEqual(kept[1]);
  });

  it("stays good however old it is", async () => {
    const { person, login } = await steps.given();
    await world.rows("update credential set changed_at = now() - interval '10 years' where account_id = $1", [
      person.accountId,
    ]);
    expect(await opens(login, PASSWORD)).toBe(200);
  });

  it("is not set by a link that has run out, and no link is a password", async () => {
    const { person, login } = await steps.given();
    const late = await link(person.accountId, "-1 minute");
    expect((await world.public.call("POST", late, { password: "четыре простых слова" })).status).toBe(410);
    const good = await link(person.accountId);
    expect(await opens(login, good.split("/").at(-1)!)).toBe(403);
    expect((await world.public.call("GET", good)).status).toBe(200);
  });

  it("is asked for after signing out: the session is over, and the browser is told to drop its pages", async () => {
    const { login } = await steps.given();
    const cookies = cookiesOf(await world.public.call("POST", "/api/session", { login, password: PASSWORD }));
    const cookie = `orientir_session=${cookies["orientir_session"]}`;
    expect(await steps.whoAmI(cookies)).toBe(200);
    const left = await world.public.call("DELETE", "/api/session", undefined, { cookie });
    expect([left.status, left.headers["clear-site-data"]]).toEqual([200, '"cache"']);
    expect(cookiesOf(left)["orientir_session"]).toBe("");
    expect(await steps.whoAmI(cookies)).toBe(401);
  });
});
