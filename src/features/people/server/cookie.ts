type Cookies = Readonly<Record<string, string | undefined>>;

/** Twelve hours: a working day. An hour without a request ends a session earlier (migrations/…-sign-in.sql). */
export const SESSION_SECONDS = 12 * 60 * 60;
/** Time for the second step of a sign-in, and for a provider's pages. */
export const STEP_SECONDS = 5 * 60;
export const FOREIGN_SECONDS = 10 * 60;
const DEVICE_SECONDS = 365 * 24 * 60 * 60;

/**
 * What a browser holds for us: the session; a half-open sign-in; a proof that its person signed in here before; what a provider's
 * answer is compared with.
 */
const LASTS = {
  session: SESSION_SECONDS,
  step: STEP_SECONDS,
  device: DEVICE_SECONDS,
  foreign: FOREIGN_SECONDS,
} as const;
export type Kept = keyof typeof LASTS;

/**
 * Behind TLS the name begins with __Host-: a browser takes such a cookie only from this very host over TLS, so that no neighbour of the
 * domain can plant one, and the plain name is not listened to.
 */
const nameOf = (kept: Kept, secure: boolean) => `${secure ? "__Host-" : ""}orientir_${kept}`;

/** Not readable by scripts, sent only to this site. */
export function cookie(kept: Kept, value: string, secure: boolean): string {
  return written(nameOf(kept, secure), value, LASTS[kept], secure);
}

/** Takes a cookie back. */
export function noCookie(kept: Kept, secure: boolean): string {
  return written(nameOf(kept, secure), "", 0, secure);
}

export function cookieOf(cookies: Cookies, kept: Kept, secure: boolean): string | undefined {
  return cookies[nameOf(kept, secure)] || undefined;
}

function written(name: string, value: string, seconds: number, secure: boolean): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure ? "; Secure" : ""}`;
}
