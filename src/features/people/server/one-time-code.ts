import { randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { RECOVERY_CODES, RECOVERY_DIGITS } from "../model/second-factor.ts";

const ISSUER = "Ориентир";
const PERIOD_SECONDS = 30;

/** Codes by time as every app makes them (RFC 6238): SHA-1, six digits, thirty seconds. */
function totp(secret: string, label = ""): TOTP {
  // the name once, not twice: the picture stays coarse enough for an old camera
  return new TOTP({
    issuer: ISSUER,
    issuerInLabel: false,
    label,
    secret: Secret.fromBase32(secret),
    period: PERIOD_SECONDS,
  });
}

/** A new secret of 160 bits, in base32. */
export function makeFactorSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that an app reads from the picture: it names the product and the login. */
export function factorUri(secret: string, login: string): string {
  return totp(secret, login).toString();
}

/**
 * The thirty-second step whose code this is: the present one or a neighbour, for clocks that are not quite right. Undefined for a wrong
 * code. Whoever takes the code must see that the step is newer than the last one taken: then it works once.
 */
export function stepOfCode(secret: string, code: string, at: Date): number | undefined {
  const delta = totp(secret).validate({ token: code, timestamp: at.getTime(), window: 1 });
  return delta === null ? undefined : Math.floor(at.getTime() / 1000 / PERIOD_SECONDS) + delta;
}

/** Codes for the day when the phone is lost, each good once. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () =>
    Array.from({ length: RECOVERY_DIGITS }, () => randomInt(10)).join(""),
  );
}
