import type { Id } from "#shared/ids.ts";

/** What stands where an erased position stood. */
export const ERASED = "данные уничтожены";

/** The name a person is told by after their data were destroyed: one is still told from another, nobody is known by it. */
export function pseudonymOf(personId: Id): string {
  return `Сотрудник ${personId.slice(-4)}, ${ERASED}`;
}
