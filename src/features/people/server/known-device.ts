import { timingSafeEqual } from "node:crypto";
import { makeToken } from "#platform/auth/secrets.ts";
import type { Keys } from "#platform/auth/keys.ts";
import type { Id } from "#shared/ids.ts";

/**
 * What a browser keeps after a sign-in: proof that this account was entered here before, good for nothing but being counted apart.
 * Guesses at somebody's login from elsewhere then never shut the owner's own browser out (OWASP, «device cookies»).
 */
export function deviceMark(keys: Keys, accountId: Id): string {
  const nonce = makeToken().slice(0, 22);
  return `${nonce}.${keys.sign("device", `${accountId} ${nonce}`)}`;
}

/** The name of the browser where it holds a mark of this very account. */
export function knownDevice(keys: Keys, mark: string | undefined, accountId: Id): string | undefined {
  const [nonce, proof] = (mark ?? "").split(".");
  if (!nonce || !proof) return undefined;
  const [given, made] = [proof, keys.sign("device", `${accountId} ${nonce}`)].map((text) => Buffer.from(text));
  return given!.length === made!.length && timingSafeEqual(given!, made!) ? nonce : undefined;
}
