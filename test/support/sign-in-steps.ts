import { Secret, TOTP } from "otpauth";
import { expect } from "vitest";
import { hashPassword } from "#platform/auth/secrets.ts";
import type { Answer, World } from "./world.ts";

export const PASSWORD = "пять добрых слов";
/** the code that an app shows at that moment */
export const codeOf = (secret: string, atMs = Date.now()) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: atMs });
/** a code that is none of those in force */
export const wrongFor = (secret: string) => {
  const near = [-60, -30, 0, 30, 60].map((later) => codeOf(secret, Date.now() + later * 1000));
  return ["000000", "111111", "222222", "333333", "444444", "555555"].find((code) => !near.includes(code))!;
};
/** cookies that an answer sets, by name */
export const cookiesOf = (answer: Answer) => {
  const set = [answer.headers["set-cookie"] ?? []].flat() as string[];
  return Object.fromEntries(set.map((one) => one.split(";")[0]!.split("=") as [string, string]));
};

type Cookies = Readonly<Record<string, string>>;

/** What a person does at the pages of sign-in, cookies in hand. */
export function atSignIn(world: World) {
  const given = async () => {
    const person = await world.person([]);
    await world.rows("select set_credential($1, $2, now())", [person.accountId, await hashPassword(PASSWORD)]);
    const [{ login }] = (await world.rows("select login from account where id = $1", [person.accountId])) as [any];
    return { person, login: login as string };
  };
  const call = (cookies: Cookies, path: string, body?: unknown, method: "POST" | "GET" = "POST") =>
    world.public.call(method, path, body, {
      cookie: Object.entries(cookies)
        .map(([name, value]) => `${name}=${value}`)
        .join("; "),
    });
  /** sets the factor up in a session of its own; returns its secret, the recovery codes and the cookies held afterwards */
  const setUp = async (login: string) => {
    const entered = cookiesOf(await world.public.call("POST", "/api/session", { login, password: PASSWORD }));
    const { body: offer } = await call(entered, "/api/factor/offer");
    const set = await call(entered, "/api/factor", { code: codeOf(offer.secret) });
    expect(set.status).toBe(200);
    // the code that put it in force was taken: tests begin at the next step, as a person half a minute later does
    await world.rows("update second_factor set last_step = last_step - 2");
    return {
      secret: offer.secret as string,
      codes: set.body.codes as string[],
      cookies: { ...entered, ...cookiesOf(set) },
    };
  };
  const firstStep = async (login: string, cookies: Cookies = {}) => {
    const answer = await call(cookies, "/api/session", { login, password: PASSWORD });
    return { answer, cookies: { ...cookies, ...cookiesOf(answer) } };
  };
  const whoAmI = async (cookies: Cookies) => (await call(cookies, "/api/session", undefined, "GET")).status;
  return { given, call, setUp, firstStep, whoAmI };
}
