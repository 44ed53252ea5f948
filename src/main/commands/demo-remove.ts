import { parseArgs } from "node:util";
import { createInterface } from "node:readline/promises";
import { demoInWords } from "../demo/demo-words.ts";
import { removeDemo } from "../demo/remove.ts";
import { openForCommand } from "../open-database.ts";

export const DEMO_REMOVE_HELP = `npm run orientir -- demo remove [--yes]

Убирает демонстрацию: вымышленный регион со всеми его муниципалитетами, людьми, программами и отчётами, в том числе тем,
что вы в нём попробовали, и теми, кого вы в нём завели. Ваши данные не затрагиваются. Сначала говорит, что уйдёт,
и переспрашивает; с --yes не спрашивает. Там, где спросить некого (команду запускает другая программа), нужен --yes.
`;

/** Removes the demo region, once somebody has agreed to what goes. Returns the exit code. */
export async function demoRemove(
  args: readonly string[],
  print: (line: string) => void,
  ask: ((question: string) => Promise<string>) | undefined = process.stdin.isTTY ? askAtTerminal : undefined,
): Promise<number> {
  let agreed: boolean;
  try {
    agreed = parseArgs({ args: [...args], options: { yes: { type: "boolean" } } }).values.yes ?? false;
  } catch {
    print(DEMO_REMOVE_HELP);
    return 2;
  }
  const opened = await openForCommand();
  try {
    const goes = await demoInWords(opened.database);
    if (goes === undefined) {
      print("Демонстрации в базе нет.");
      return 0;
    }
    print(`Уйдёт ${goes}. Вернуть это будет нельзя. Остальное не затрагивается.`);
    if (!agreed && !ask) {
      print("Ничего не изменилось. Чтобы убрать, добавьте --yes: npm run orientir -- demo remove --yes.");
      return 2;
    }
    if (!agreed && (await ask!("Убрать? Введите «да»: ")).trim().toLocaleLowerCase("ru") !== "да") {
      print("Ничего не изменилось.");
      return 1;
    }
    await removeDemo(opened.database, opened.clock);
    print("Демонстрация убрана.");
    return 0;
  } finally {
    await opened.close();
  }
}

async function askAtTerminal(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}
