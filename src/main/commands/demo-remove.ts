import { createInterface } from "node:readline/promises";
import { removeDemo } from "../demo/remove.ts";
import { openForCommand } from "../open-database.ts";

export const DEMO_REMOVE_HELP = `npm run orientir -- demo remove [--yes]

Убирает демонстрацию: вымышленный регион со всеми его муниципалитетами, людьми, программами и отчётами, в том числе тем,
что вы в нём попробовали. Ваши данные не затрагиваются. В окне команд сначала переспросит; с --yes не спрашивает.
`;

/** Removes the demo region. Returns the exit code. */
export async function demoRemove(args: readonly string[], print: (line: string) => void): Promise<number> {
  if (!args.includes("--yes") && process.stdin.isTTY && !(await agreed())) {
    print("Ничего не изменилось.");
    return 1;
  }
  const opened = await openForCommand();
  try {
    const removed = await removeDemo(opened.database, opened.clock);
    print(removed === 0 ? "Демонстрации в базе нет." : "Демонстрация убрана.");
    return 0;
  } finally {
    await opened.close();
  }
}

/** A person at the terminal says so themselves; a script has nobody to ask. */
async function agreed(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const said = await terminal.question("Убрать демонстрацию со всем, что в ней сделано? Введите «да»: ");
  terminal.close();
  return said.trim().toLocaleLowerCase("ru") === "да";
}
