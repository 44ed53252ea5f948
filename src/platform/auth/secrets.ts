import { createHash, randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** argon2id, 19 MiB, two passes (OWASP password storage); hashing is done outside transactions. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), ARGON);
}

/** A stranger's login costs the same time as a known one: the check runs against a hash of nothing. */
let decoy: Promise<string> | undefined;

export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString("hex"));
  const matches = await verify(stored ?? (await decoy), password.normalize("NFC")).catch(() => false);
  return matches && stored !== null;
}

/** 256 random bits for a cookie or a link; only its hash is stored. */
export function makeToken(): string {
  return randomBytes(32).toString("base64url");
}

export function tokenHash(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
