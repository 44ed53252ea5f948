import { productTime } from "./product-clock.ts";

/** Drafts in the browser's own storage. Nothing here leaves the device. */
const PREFIX = "orientir/draft/";
const KEPT_DAYS = 60;

interface Kept {
  readonly version: number;
  readonly at: string;
  readonly value: unknown;
}

export interface Recalled<Value> {
  readonly value: Value;
  readonly at: Date;
}

/** What was kept under the name, if its version is the one asked for. */
export function recall<Value>(
  name: string,
  version: number,
  store: Storage | null = deviceStorage(),
): Recalled<Value> | null {
  const kept = read(store?.getItem(PREFIX + name) ?? null);
  return kept && kept.version === version ? { value: kept.value as Value, at: new Date(kept.at) } : null;
}

/** How many drafts of the account this device holds. */
export function draftsOf(accountId: string, store: Storage | null = deviceStorage()): number {
  return namesIn(store).filter((name) => name.startsWith(`${PREFIX}${accountId}/`)).length;
}

/** whose page this is no more: what a page writes as it closes must not come back */
let cleared: string | undefined;

/** Takes everything of the account from this device, and keeps nothing more of it while this page lives. */
export function clearPerson(
  accountId: string,
  store: Storage | null = deviceStorage(),
  tab: Storage | null = tabStorage(),
): void {
  cleared = accountId;
  for (const name of namesIn(store)) if (name.split("/").includes(accountId)) store?.removeItem(name);
  tab?.clear();
}

/** Keeps the value; the time of keeping, or null where the device refused. */
export function remember(
  name: string,
  version: number,
  value: unknown,
  store: Storage | null = deviceStorage(),
): Date | null {
  // by the product's clock: that of the device may be years away, and a draft must not be old because of it
  const at = productTime(new Date());
  try {
    if (!store || (cleared !== undefined && name.startsWith(`${cleared}/`))) return null;
    store.setItem(PREFIX + name, JSON.stringify({ version, at: at.toISOString(), value } satisfies Kept));
    return at;
  } catch {
    return null;
  }
}

export function forget(name: string, store: Storage | null = deviceStorage()): void {
  store?.removeItem(PREFIX + name);
}

/** Drops drafts that nobody touched for two months, so that the device does not fill up. */
export function dropOldDrafts(now: Date, store: Storage | null = deviceStorage()): void {
  const oldest = now.getTime() - KEPT_DAYS * 86_400_000;
  for (const name of namesIn(store)) {
    if (!name.startsWith(PREFIX)) continue;
    const kept = read(store!.getItem(name));
    if (!kept || Date.parse(kept.at) < oldest) store!.removeItem(name);
  }
}

function namesIn(store: Storage | null): string[] {
  if (!store) return [];
  return Array.from({ length: store.length }, (_, index) => store.key(index)).filter((name) => name !== null);
}

function read(text: string | null): Kept | null {
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as Partial<Kept> | null;
    return kept && typeof kept.version === "number" && typeof kept.at === "string" ? (kept as Kept) : null;
  } catch {
    return null;
  }
}

/** Null where the browser forbids it (private windows of old browsers). */
function deviceStorage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

function tabStorage(): Storage | null {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    return null;
  }
}
