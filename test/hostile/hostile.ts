import { parseArgs } from "node:util";
import { cellsPart } from "./cells.ts";
import { filesPart } from "./files.ts";
import { startProgram } from "./program.ts";
import { requestsPart } from "./requests.ts";
import type { Tally } from "./tally.ts";

const HELP = `npm run hostile [-- files|requests|cells --count N --seed S --from N]

Нападает на работающую программу: вредоносными файлами (2000), запросами, составленными по её описанию OpenAPI (50 000), и ячейками
с формулами (5000), которые выгружаются и читаются обратно. Без названия части идут все три. Печатает по строке на часть: сколько
попыток, падений, ответов 500, зависаний, живых формул и содержимого, зерно и время.`;

const PARTS = {
  files: { run: filesPart, count: 2000 },
  requests: { run: requestsPart, count: 50_000 },
  cells: { run: cellsPart, count: 5000 },
} as const;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string" },
    from: { type: "string", default: "0" },
    seed: { type: "string", default: "20261122" },
    help: { type: "boolean", default: false },
  },
});
const say = (line: string) => void process.stdout.write(`${line}\n`);

if (values.help) say(HELP);
else process.exitCode = (await hostile()) ? 0 : 1;

async function hostile(): Promise<boolean> {
  const seed = Number(values.seed);
  const parts = Object.entries(PARTS).filter(([name]) => positionals.length === 0 || positionals.includes(name));
  const program = await startProgram();
  let holds = true;
  try {
    for (const [, { run, count }] of parts) {
      const before = program.crashes().length;
      const tally = await run(program, { from: Number(values.from), count: Number(values.count ?? count), seed, say });
      const crashes = program.crashes().slice(before);
      tell(tally, crashes);
      for (const line of new Set(
        program
          .output()
          .match(/сбой [^\n]*/g)
          ?.map(withoutReference),
      ))
        say(`  ${line}`);
      holds = holds && tally.holds(crashes.length);
    }
  } finally {
    await program.close();
  }
  return holds;
}

/** Failures of one place are one line. */
function withoutReference(line: string): string {
  return line.replace(/сбой [0-9a-f]{8}: /, "сбой: ").slice(0, 400);
}

function tell(tally: Tally, crashes: readonly string[]): void {
  for (const crash of crashes) say(`ПАДЕНИЕ ${crash}`);
  for (const { kind, what } of tally.faults.slice(0, 40)) say(`СБОЙ, ${kind}: ${what}`);
  say(tally.verdict(crashes.length));
}
