import { parseArgs } from "node:util";
import { readSettings } from "#platform/config/settings.ts";
import { runningEmbedded } from "#platform/db/embedded/attach.ts";
import { startEmbedded } from "#platform/db/embedded/server.ts";
import { optionsOf } from "../options.ts";
import { projectRoot } from "../place.ts";
import { assemble } from "../program.ts";
import { fillWorld, WorldNotEmptyError } from "../world/fill-world.ts";
import { isWorldSize, WORLD_SIZES, type WorldSizeName } from "../world/sizes.ts";

const USUAL_SEED = 2026;

export const WORLD_HELP = `npm run orientir -- world --size M|S|R [--seed ЧИСЛО]

Наполняет пустую базу вымышленным регионом, чтобы увидеть программу под настоящей нагрузкой: люди, школы, программы по шаблонам,
отчёты во всех состояниях.
${sizesInWords()}
Одно и то же число в --seed даёт один и тот же мир (без него ${USUAL_SEED}). База, в которой кто-то уже работает, не изменяется.
Входить в этот мир можно по ссылке: npm run orientir -- user link --login user2@world.example.
`;

function sizesInWords(): string {
  return Object.entries(WORLD_SIZES)
    .map(
      ([name, { municipalities, organisations, teachers, obligations }]) =>
        `  ${name}  муниципалитетов ${municipalities}, организаций ${municipalities * organisations}, учителей ${municipalities * teachers}, сроков не меньше ${municipalities * obligations}`,
    )
    .join("\n");
}

/** Fills an empty database with an invented world. Returns the exit code. */
export async function world(args: readonly string[], print: (line: string) => void): Promise<number> {
  const asked = readAsked(args);
  if (!asked) {
    print(WORLD_HELP);
    return 2;
  }
  const root = projectRoot();
  const settings = readSettings(process.env, root);
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const running = settings.databaseUrl ?? (await runningEmbedded(settings.dataFolder));
  const started = running ? undefined : await startEmbedded(settings.dataFolder, say);
  try {
    const program = await assemble({ ...optionsOf(settings, running ?? started!.url, root), works: false, log: say });
    try {
      const begun = Date.now();
      const { municipalities, obligations, rows } = await fillWorld(
        program,
        WORLD_SIZES[asked.size],
        asked.seed,
        print,
      );
      const seconds = ((Date.now() - begun) / 1000).toLocaleString("ru", { maximumFractionDigits: 1 });
      print(`Готово за ${seconds} с: муниципалитетов ${municipalities}, сроков ${obligations}, строк ${rows}.`);
      return 0;
    } catch (fault) {
      if (!(fault instanceof WorldNotEmptyError)) throw fault;
      print("В этой базе уже есть территории. Ничего не изменено: вымышленный мир наполняет только пустую базу.");
      return 2;
    } finally {
      await program.stop();
    }
  } finally {
    await started?.stop();
  }
}

function readAsked(args: readonly string[]): { size: WorldSizeName; seed: number } | undefined {
  try {
    const { values } = parseArgs({ args: [...args], options: { size: { type: "string" }, seed: { type: "string" } } });
    const seed = Number(values.seed ?? USUAL_SEED);
    const size = values.size ?? "";
    return isWorldSize(size) && Number.isSafeInteger(seed) ? { size, seed } : undefined;
  } catch {
    return undefined;
  }
}
