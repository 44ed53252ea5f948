import { removeDemo } from "../demo/remove.ts";
import { openForCommand } from "../open-database.ts";

export const DEMO_REMOVE_HELP = `npm run orientir -- demo remove

Убирает демонстрацию: вымышленный регион со всеми его муниципалитетами, людьми, программами и отчётами.
Ваши данные не затрагиваются.
`;

/** Removes the demo region. Returns the exit code. */
export async function demoRemove(_args: readonly string[], print: (line: string) => void): Promise<number> {
  const opened = await openForCommand();
  try {
    const removed = await removeDemo(opened.database, opened.clock);
    print(removed === 0 ? "Демонстрации в базе нет." : "Демонстрация убрана.");
    return 0;
  } finally {
    await opened.close();
  }
}
