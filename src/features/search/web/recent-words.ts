const MOST = 6;
/** the account stands between slashes: signing out takes it from the device with everything else */
const nameOf = (accountId: string) => `orientir/searches/${accountId}`;

/** What was looked for last on this device, the latest first. */
export function recentWords(accountId: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(accountId)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Keeps words that led somewhere; a device that refuses keeps none. */
export function rememberWords(accountId: string, words: string): void {
  const kept = [words, ...recentWords(accountId).filter((one) => one !== words)].slice(0, MOST);
  try {
    localStorage.setItem(nameOf(accountId), JSON.stringify(kept));
  } catch {
    // nothing is lost but a shortcut
  }
}

export function forgetWords(accountId: string): void {
  try {
    localStorage.removeItem(nameOf(accountId));
  } catch {
    // nothing was kept then
  }
}
