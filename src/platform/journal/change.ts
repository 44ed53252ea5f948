import type { Id } from "#shared/ids.ts";

/** One field of a row: what it held before and what it holds after; null where there was or is no row. */
export interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  /** whose personal data the values are: they are kept apart from the journal, where erasure reaches them */
  readonly personOf?: Id;
}

type Fields = Readonly<Record<string, unknown>>;

/** The fields that differ; a field missing on one side counts as null. Values are compared as JSON, the order of keys aside. */
export function changed(before: Fields | null, after: Fields | null): Change[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .map((field) => ({ field, before: before?.[field] ?? null, after: after?.[field] ?? null }))
    .filter((one) => sorted(one.before) !== sorted(one.after));
}

/** All that a new row holds, what is empty left out. */
export function created(after: Fields): Change[] {
  return changed(null, after).filter(
    ({ after: value }) => value !== "" && !(Array.isArray(value) && value.length === 0),
  );
}

/** What went out of a list and what came into it: a long list is not told twice for each item of it. */
export function listChanged(field: string, before: readonly unknown[], after: readonly unknown[]): Change[] {
  const [had, has] = [before, after].map((list) => new Set(list.map(sorted)));
  const gone = before.filter((one) => !has!.has(sorted(one)));
  const come = after.filter((one) => !had!.has(sorted(one)));
  return gone.length + come.length === 0 ? [] : [{ field, before: gone, after: come }];
}

/** The same changes as somebody's personal data. */
export function ofPerson(personId: Id, changes: readonly Change[]): Change[] {
  return changes.map((change) => ({ ...change, personOf: personId }));
}

/** A value as text with the keys in order: equal values have equal texts. */
export function sorted(value: unknown): string {
  return JSON.stringify(value ?? null, (_, one: unknown) =>
    one !== null && typeof one === "object" && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
