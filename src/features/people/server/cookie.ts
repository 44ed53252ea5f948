export const SESSION_COOKIE = "orientir_session";
/** Twelve hours: a working day. */
export const SESSION_SECONDS = 12 * 60 * 60;

/** Not readable by scripts, sent only to this site; `secure` behind TLS. */
export function sessionCookie(token: string, secure: boolean): string {
  return `${SESSION_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${SESSION_SECONDS}${secure ? "; Secure" : ""}`;
}

export function noSessionCookie(): string {
  return `${SESSION_COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;
}
