/**
 * Edits of a programme as rows before and after, so that any of them can be undone and done again. Pure: the server reads the
 * rows of the tables and writes what comes out of here.
 */
export const CHANGE_TABLES = [
  "programme",
  "roadmap",
  "section",
  "measure",
  "measure_party",
  "planned_value",
  "planned_year",
  "measure_paper",
] as const;
export type ChangeTable = (typeof CHANGE_TABLES)[number];

export type Row = Readonly<Record<string, unknown>>;

export interface RowChange {
  readonly table: ChangeTable;
  /** the row's own key in its table */
  readonly key: string;
  /** null: it was not there */
  readonly before: Row | null;
  /** null: it is not there any more */
  readonly after: Row | null;
}

/** Rows by «table key». */
export type RowImage = ReadonlyMap<string, { readonly table: ChangeTable; readonly key: string; readonly row: Row }>;

export function imageOf(
  entries: Iterable<{ readonly table: ChangeTable; readonly key: string; readonly row: Row }>,
): RowImage {
  return new Map([...entries].map((entry) => [nameOf(entry), entry]));
}

/** What differs between two images, tables in the order in which rows may be made. */
export function diffImages(before: RowImage, after: RowImage): RowChange[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  const changes: RowChange[] = [];
  for (const name of names) {
    const [old, now] = [before.get(name), after.get(name)];
    if (same(old?.row ?? null, now?.row ?? null)) continue;
    const { table, key } = (now ?? old)!;
    changes.push({ table, key, before: old?.row ?? null, after: now?.row ?? null });
  }
  return changes.sort((a, b) => CHANGE_TABLES.indexOf(a.table) - CHANGE_TABLES.indexOf(b.table));
}

/** The change that leads back. */
export function inverted(changes: readonly RowChange[]): RowChange[] {
  return changes.map((change) => ({ ...change, before: change.after, after: change.before }));
}

/** The rows on which a change can no longer stand, because they are not as it found them. */
export function conflictsOf(now: RowImage, changes: readonly RowChange[]): RowChange[] {
  return changes.filter((change) => !same(now.get(nameOf(change))?.row ?? null, change.before));
}

export function applyChanges(now: RowImage, changes: readonly RowChange[]): RowImage {
  const next = new Map(now);
  for (const change of changes) {
    if (change.after) next.set(nameOf(change), { table: change.table, key: change.key, row: change.after });
    else next.delete(nameOf(change));
  }
  return next;
}

/** Whether every section and measure stands in a place that exists, and no section inside itself. */
export function isWhole(image: RowImage): boolean {
  const has = (table: ChangeTable, key: unknown) => key === null || image.has(`${table} ${String(key)}`);
  for (const { table, row } of image.values()) {
    if (table === "section" && !(has("roadmap", row["roadmap_id"]) && has("section", row["parent_id"]))) return false;
    if (table === "measure" && !(has("roadmap", row["roadmap_id"]) && has("section", row["section_id"]))) return false;
  }
  return !hasCircle(image);
}

function hasCircle(image: RowImage): boolean {
  for (const { table, key } of image.values()) {
    if (table !== "section") continue;
    const passed = new Set<unknown>();
    for (
      let at: unknown = key;
      at !== null && at !== undefined;
      at = image.get(`section ${String(at)}`)?.row["parent_id"]
    ) {
      if (passed.has(at)) return true;
      passed.add(at);
    }
  }
  return false;
}

function nameOf(change: { readonly table: ChangeTable; readonly key: string }): string {
  return `${change.table} ${change.key}`;
}

const CLOSABLE: readonly ChangeTable[] = ["roadmap", "section", "measure"];

/**
 * A change that would make a row which was closed instead of removed: it starts from the row as it stands. A closed row counts as
 * absent only while nothing but its closing differs; its parts, which stayed with it, while nothing differs at all.
 */
export function standingOn(now: RowImage, change: RowChange): RowChange {
  const row = now.get(nameOf(change))?.row;
  if (change.before || !change.after || !row) return change;
  const isClosed = CLOSABLE.includes(change.table) && row["closed_at"] !== null;
  const wanted = isClosed ? { ...change.after, closed_at: row["closed_at"] } : change.after;
  return (isClosed || !CLOSABLE.includes(change.table)) && same(row, wanted) ? { ...change, before: row } : change;
}

/** Equal as JSON, whatever the order of names; a column that a change kept long ago did not know yet is empty. */
function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([, inner]) => inner !== null)
            .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
        )
      : part,
  );
}
