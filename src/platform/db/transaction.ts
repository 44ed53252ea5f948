import {
  DefaultQueryExecutor,
  DummyDriver,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
  Transaction,
  type DatabaseConnection,
} from "kysely";
import type { Line } from "./line.ts";
import type { Tables } from "./tables.ts";

const COUNTED = new Set(["INSERT", "UPDATE", "DELETE", "MERGE"]);

const dialect = new PostgresDialect({
  pool: () => Promise.reject(new Error("a transaction has its line, it takes none")),
});
const [adapter, compiler] = [new PostgresAdapter(), new PostgresQueryCompiler()];
const shared = { config: { dialect }, dialect, driver: new DummyDriver() };

/**
 * Kysely's transaction over a line on which one is open. Kysely's own connection asks one question at a time, whoever asks; here those
 * asked together go together.
 */
export function transactionOn(line: Line): Transaction<Tables> {
  const connection: DatabaseConnection = {
    async executeQuery<Row>({ sql, parameters }: { readonly sql: string; readonly parameters: readonly unknown[] }) {
      const { command, rowCount, rows } = await line.ask(sql, parameters);
      return {
        rows: rows as Row[],
        ...(COUNTED.has(command) && { numAffectedRows: BigInt(rowCount ?? 0) }),
      };
    },
    streamQuery() {
      throw new Error("rows are not streamed on a line that others may be asking on");
    },
  };
  const executor = new DefaultQueryExecutor(compiler, adapter, {
    provideConnection: (consumer) => consumer(connection),
  });
  return new Transaction<Tables>({ ...shared, executor });
}
