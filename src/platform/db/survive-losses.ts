import type pg from "pg";

/**
 * A connection that the database drops must not end the program, whether it lies idle or somebody holds it between two questions: the pool
 * listens to idle ones alone, and an error that nobody hears ends the process. Whoever asks next is told, or gets another connection.
 */
export function surviveLosses(pool: pg.Pool): void {
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
}
