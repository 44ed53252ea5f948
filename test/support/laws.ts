/**
 * Laws try the same examples on every machine: a change that passed once passes again. New counterexamples are sought by `npm run laws`,
 * which sets both from outside.
 */
export const SEED = Number(process.env["ORIENTIR_LAW_SEED"] ?? 2021);

/** How many examples a law tries: as many as it needs at every change, or the number that `npm run laws -- --runs N` asks of each. */
export function runs(usual: number): number {
  return Number(process.env["ORIENTIR_LAW_RUNS"] ?? usual);
}
