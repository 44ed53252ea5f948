import { Secret, TOTP } from "otpauth";
import type { Keys } from "#platform/auth/keys.ts";
import type { ForeignSignIn } from "#platform/auth/foreign.ts";
import { hashPassword, makeToken, tokenHash } from "#platform/auth/secrets.ts";
import type { Known } from "./forms.ts";
import type { Put } from "./people.ts";
import type { Persona } from "./place.ts";

const RECOVERY_CODE = "123456789012";
const tomorrow = () => new Date(Date.now() + 86_400_000);

/** A second step of one person with a recovery code and a half-open sign-in, and another's that waits for its first code. */
export async function givenWays(
  put: Put,
  keys: Keys,
  guarded: Persona,
  offered: Persona,
): Promise<Pick<Known, "cookies" | "recoveryCode" | "firstCode">> {
  const secret = new Secret({ size: 20 });
  const sealed = ({ accountId }: Persona) => ({
    account_id: accountId,
    sealed: keys.seal(secret.base32, `second factor ${accountId}`),
    key_id: keys.id,
  });
  await put("second_factor", { ...sealed(guarded), made_at: new Date(), last_step: 0 });
  const hash = await hashPassword(RECOVERY_CODE);
  await put("recovery_code", { account_id: guarded.accountId, number: 1, hash });
  await put("second_factor_offer", { ...sealed(offered), expires_at: tomorrow() });
  const token = makeToken();
  const step = { account_id: guarded.accountId, first_proof: "password", expires_at: tomorrow() };
  await put("sign_in_step", { ...step, token_hash: tokenHash(token) });
  const begun = { state: "s", nonce: "n", verifier: "v", at: tomorrow().getTime() };
  const cookies = new Map([
    ["session.code", `orientir_step=${token}`],
    [
      "foreign.sign-in",
      `orientir_foreign=${keys.seal(JSON.stringify(begun), "foreign sign-in").toString("base64url")}`,
    ],
  ]);
  return { cookies, recoveryCode: RECOVERY_CODE, firstCode: () => new TOTP({ secret, period: 30 }).generate() };
}

/** A provider that names whoever has this address. */
export function providerOf(email: string): ForeignSignIn {
  return {
    name: "Портал пробы",
    begin: async () => ({ url: "https://provider.test/", start: { state: "s", nonce: "n", verifier: "v" } }),
    finish: async () => ({ issuer: "https://provider.test", subject: "1", email }),
  };
}
