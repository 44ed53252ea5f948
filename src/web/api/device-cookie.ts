const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** What this browser keeps and tells the server with each page; undefined where it keeps none, as on the server itself. */
export function cookieOf(name: string): string | undefined {
  if (typeof document === "undefined") return undefined;
  const found = document.cookie.split("; ").find((one) => one.startsWith(`${name}=`));
  return found && decodeURIComponent(found.slice(name.length + 1));
}

/** Keeps a choice for a year on this device; undefined forgets it. */
export function keepCookie(name: string, value: string | undefined): void {
  const age = value === undefined ? 0 : YEAR_SECONDS;
  document.cookie = `${name}=${encodeURIComponent(value ?? "")}; path=/; max-age=${age}; samesite=lax`;
}
