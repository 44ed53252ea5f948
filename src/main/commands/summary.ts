import { counted } from "#domain/russian/plural.ts";
import { NO_REACH } from "#platform/db/database.ts";
import { differencesOf, type Difference } from "#features/progress/server/check-figures.ts";
import { boardPlaces, keepFigures } from "#features/progress/server/keep-figures.ts";
import { openForCommand, type OpenedDatabase } from "../open-database.ts";

export const SUMMARY_HELP = `npm run orientir -- summary check
npm run orientir -- summary rebuild

Сводка региона складывается из сохранённых чисел каждого исполнителя. Программа обновляет их сама.
  check    сверить сводку с отчётами и сроками и назвать расхождения. Ничего не меняет
  rebuild  сверить, назвать расхождения и собрать сводку заново
Код завершения 0, если расхождений нет или они исправлены, и 1, если check их нашёл. Программу можно не останавливать.
`;

/** Compares the kept figures of every municipality with live counts, and counts them anew where asked. Returns the exit code. */
export async function summary(args: readonly string[], print: (line: string) => void): Promise<number> {
  const [verb] = args;
  if (args.length !== 1 || (verb !== "check" && verb !== "rebuild")) {
    print(SUMMARY_HELP);
    return 2;
  }
  const opened = await openForCommand();
  try {
    const found = await summarise(opened, verb === "rebuild", print);
    return found > 0 && verb === "check" ? 1 : 0;
  } finally {
    await opened.close();
  }
}

/** As the command does, on a database that is open: how many numbers were wrong. */
export async function summarise(
  { database, clock }: Pick<OpenedDatabase, "database" | "clock">,
  rebuilds: boolean,
  print: (line: string) => void,
): Promise<number> {
  const places = await database.within(NO_REACH, (tx) => boardPlaces(tx, clock), { readOnly: true });
  const names = await namesOf(database);
  let wrong = 0;
  for (const place of places) {
    const reach = { person: undefined, reads: [place.id], writes: [] };
    const found = await database.within(reach, (tx) => differencesOf(tx, place), { readOnly: true, patience: "work" });
    for (const one of found) print(`${names.get(place.id)}: ${inWords(one)}`);
    wrong += found.length;
    if (rebuilds)
      await database.within({ ...reach, writes: [place.id] }, (tx) => keepFigures({ tx, clock }, place.id, true), {
        patience: "work",
      });
  }
  const looked = `Сверено: ${counted(places.length, ["муниципалитет", "муниципалитета", "муниципалитетов"])}.`;
  const told = wrong === 0 ? "Расхождений нет." : `Расхождений: ${wrong}.`;
  print([looked, told, ...(rebuilds ? ["Сводка собрана заново."] : [])].join(" "));
  return wrong;
}

async function namesOf(database: OpenedDatabase["database"]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await database.pool.query<{ id: string; name: string }>(
    "select id, short_name as name from territory",
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const WORDS: Readonly<Record<Difference["what"], string>> = {
  bearers: "исполнителей",
  lateBearers: "исполнителей с просрочкой",
  due: "всего отчётов",
  planned: "должно быть сдано",
  accepted: "принято",
  late: "просрочено",
  soon: "скоро срок",
  ahead: "впереди",
  submitted: "на проверке",
  returned: "возвращено",
  paused: "приостановлено",
  notApplicable: "неприменимо",
};

function inWords({ what, ofMonth, told, counted: right }: Difference): string {
  return `${WORDS[what]}${ofMonth ? " за месяц" : ""} — в сводке ${told}, по отчётам ${right}`;
}
