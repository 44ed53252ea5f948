import { createHash, randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import { atMost } from "#platform/files/at-most.ts";

/** argon2id, 19 MiB, two passes (OWASP password storage); hashing is done outside transactions. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const MOST_WAITING = 500;
/** Each fills a core and its 19 MiB; a crowd of them at once would besides keep the few threads of the program from its files. */
const inTurn = atMost(availableParallelism(), MOST_WAITING);

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFC"), ARGON));
}

/** A stranger's login costs the same time as a known one: the check runs against a hash of nothing. */
let decoy: Promise<string> | undefined;

/**
 * Whether the password is the one of this hash; of none it is not. Throws OverloadError where too many wait already, or `isWanted` says, when its turn
 * has come, that nobody waits for it any more.
 */
export async function passwordMatches(
  password: string,
  stored: string | null,
  isWanted?: () => boolean,
): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString("hex"));
  const against = stored ?? (await decoy);
  const check = () => verify(against, password.normalize("NFC")).catch(() => false);
  const matches = await inTurn(check, isWanted && { isWanted });
  return matches && stored !== null;
}

/** 256 random bits for a cookie or a link; only its hash is stored. */
export function makeToken(): string {
  return randomBytes(32).toString("base64url");
}

export function tokenHash(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
