import { removeDemo } from "../demo/remove.ts";
import { openForCommand } from "../open-database.ts";

export const DEMO_REMOVE_HELP = `npm run orientir -- demo remove

Убирает демонстрационный округ со всеми его людьми, программами и отчётами. Ваши данные не затрагиваются.
`;

/** Removes the demo district. Returns the exit code. */
export async function demoRemove(_args: readonly string[], print: (line: string) => void): Promise<number> {
  const opened = await openForCommand();
  try {
    const removed = await removeDemo(opened.database);
    print(removed === 0 ? "Демонстрационного округа в базе нет." : `Убрано территорий с их данными: ${removed}.`);
    return 0;
  } finally {
    await opened.close();
  }
}
