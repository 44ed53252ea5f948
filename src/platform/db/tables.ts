/**
 * All tables, by name. Each slice adds its own by declaration merging in its `server/tables.ts`:
 * `declare module "#platform/db/tables.ts" { interface Tables { programme: ProgrammeTable } }`.
 */
// oxlint-disable-next-line typescript/no-empty-interface -- merged into by the slices
export interface Tables {}
