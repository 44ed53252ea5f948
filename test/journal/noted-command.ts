import { ACTION_WORDS } from "#features/journal/model/action-words.ts";
import { fieldInWords } from "#features/journal/model/field-words.ts";
import { makeSwitch } from "../probe/switch.ts";
import { openWorld } from "../probe/world.ts";
import { notesOf } from "./noted.ts";

const say = (line: string) => void process.stdout.write(`${line}\n`);

makeSwitch();
const world = await openWorld();
try {
  const notes = await notesOf(world, (kind, field) => fieldInWords(kind, field) !== undefined);
  const tried = notes.filter(({ success }) => success);
  const wordless = (actions: readonly string[]) => actions.filter((action) => !(action in ACTION_WORDS));
  const faulty = tried.flatMap(({ route, faults, actions }) =>
    [...faults, ...wordless(actions).map((action) => `действие без русских слов: ${action}`)].map(
      (fault) => `  ${route.action}: ${fault}`,
    ),
  );
  for (const line of faulty) say(line);
  const silent = notes.filter(({ success }) => !success).map(({ route }) => route.action);
  if (silent.length > 0) say(`  никто не добился ответа: ${silent.join(", ")}`);
  const noted = tried.filter(({ faults }) => faults.length === 0).length;
  say(`Оставили запись в журнале ${noted} из ${notes.length} пишущих маршрутов.`);
  process.exitCode = faulty.length + silent.length === 0 ? 0 : 1;
} finally {
  await world.close();
}
