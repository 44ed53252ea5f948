import { createInterface } from "node:readline";
import { BackupError } from "#platform/backup/backup-error.ts";
import { MigrationError } from "#platform/db/migrate.ts";
import { BinariesError } from "#platform/db/embedded/binaries.ts";
import { FolderBusyError } from "#platform/db/embedded/lock.ts";
import { SettingError } from "#platform/config/settings.ts";
import { JOURNAL_VERIFY_HELP, journalVerify } from "./commands/journal-verify.ts";
import { BACKUP_HELP, backup } from "./commands/backup.ts";
import { BACKUP_DRILL_HELP, backupDrill } from "./commands/backup-drill.ts";
import { BACKUP_KEY_HELP, backupKey } from "./commands/backup-key.ts";
import { RESTORE_HELP, restore } from "./commands/restore.ts";
import { DEAD_JOBS_HELP, deadJobs } from "./commands/dead-jobs.ts";
import { DEMO_REMOVE_HELP, demoRemove } from "./commands/demo-remove.ts";
import { FACTOR_RESET_HELP, factorReset } from "./commands/factor-reset.ts";
import { KEY_RENEW_HELP, keyRenew } from "./commands/key-renew.ts";
import { SUMMARY_HELP, summary } from "./commands/summary.ts";
import { TOKEN_ADD_HELP, tokenAdd } from "./commands/token-add.ts";
import { TOKEN_REVOKE_HELP, tokenRevoke } from "./commands/token-revoke.ts";
import { USER_LINK_HELP, userLink } from "./commands/user-link.ts";
import { USER_ADD_HELP, userAdd } from "./commands/user-add.ts";
import { runWorker, WORKER_HELP } from "./commands/worker.ts";
import { world, WORLD_HELP } from "./commands/world.ts";
import { phrasesCheck } from "./phrases-check.ts";
import { doctorCommand } from "./doctor-command.ts";
import { phrasesCommand } from "./phrases-command.ts";
import { readCommand } from "./read-command.ts";
import { unknownCommand } from "./unknown-command.ts";

const print = (line: string) => void process.stdout.write(`${line}\n`);

interface Command {
  readonly words: readonly string[];
  readonly summary: string;
  readonly help: string;
  run(args: readonly string[]): Promise<number>;
}

const READ_HELP = `npm run orientir -- read ФАЙЛ [--json]

Читает документ (Word, OpenDocument, Excel, PDF с текстом, веб-страницу, текст) и печатает прочитанное:
таблицы, разделы, мероприятия и сомнения.
С --json печатает одну запись JSON: {document, tables, doubts}. Файл не изменяется, в базу ничего не пишется.`;

const DOCTOR_HELP = `npm run orientir -- doctor ФАЙЛ

Объясняет по шагам, как прочитан документ: что в файле, где заголовки и разделы, что значит каждый столбец, как поняты
сроки и откуда взялось каждое сомнение — с правилом и адресом ячейки. Файл не изменяется, в базу ничего не пишется.`;

const PHRASES_HELP = `npm run orientir -- phrases terms|parties|planned < ФРАЗЫ
npm run orientir -- phrases check [ПАПКА]

Читает фразы из стандартного ввода, по одной в строке, и печатает по строке JSON на каждую:
  terms    срок:               {phrase, phases:[{kind, windows:[{from,to}], freq}], rest, doubts, confidence}
  parties  исполнители:        {phrase, parties:[{name, part}], rest, doubts, confidence}
  planned  плановые значения:  {text, parts:[{value, unit, atLeast}], rest, doubts, confidence}

check читает фразы с чтениями из папки (без неё fixtures/phrases) и печатает, сколько понято целиком, о скольких
программа переспросит и где она поняла не то; как дописать фразу, сказано в fixtures/phrases/README.md.`;

const COMMANDS: readonly Command[] = [
  { words: ["read"], summary: "прочитать документ с дорожной картой", help: READ_HELP, run: read },
  { words: ["doctor"], summary: "объяснить по шагам, как прочитан документ", help: DOCTOR_HELP, run: doctor },
  {
    words: ["phrases"],
    summary: "понять фразы о сроках, исполнителях или плановых значениях",
    help: PHRASES_HELP,
    run: phrases,
  },
  {
    words: ["user", "add"],
    summary: "завести человека и получить ссылку для пароля",
    help: USER_ADD_HELP,
    run: (args) => userAdd(args, print),
  },
  {
    words: ["user", "link"],
    summary: "дать ссылку для нового пароля",
    help: USER_LINK_HELP,
    run: (args) => userLink(args, print),
  },
  {
    words: ["token", "add"],
    summary: "выдать ключ для чтения данных программой",
    help: TOKEN_ADD_HELP,
    run: (args) => tokenAdd(args, print),
  },
  {
    words: ["token", "revoke"],
    summary: "отозвать ключи, выданные программам",
    help: TOKEN_REVOKE_HELP,
    run: (args) => tokenRevoke(args, print),
  },
  {
    words: ["journal", "verify"],
    summary: "проверить, что журнал никто не переписал",
    help: JOURNAL_VERIFY_HELP,
    run: (args) => journalVerify(args, print),
  },
  {
    words: ["world"],
    summary: "наполнить пустую базу вымышленным регионом",
    help: WORLD_HELP,
    run: (args) => world(args, print),
  },
  {
    words: ["summary"],
    summary: "сверить сводку региона с отчётами или собрать её заново",
    help: SUMMARY_HELP,
    run: (args) => summary(args, print),
  },
  {
    words: ["backup", "key"],
    summary: "сделать пару ключей для резервных копий",
    help: BACKUP_KEY_HELP,
    run: (args) => backupKey(args, print),
  },
  {
    words: ["backup", "drill"],
    summary: "восстановить копию на пробу и сверить",
    help: BACKUP_DRILL_HELP,
    run: (args) => backupDrill(args, print),
  },
  { words: ["backup"], summary: "сделать резервную копию", help: BACKUP_HELP, run: (args) => backup(args, print) },
  {
    words: ["restore"],
    summary: "восстановить резервную копию в пустое место",
    help: RESTORE_HELP,
    run: (args) => restore(args, print),
  },
  {
    words: ["worker"],
    summary: "делать фоновую работу отдельно от сервера",
    help: WORKER_HELP,
    run: () => runWorker(print),
  },
  {
    words: ["factor", "reset"],
    summary: "снять второй шаг входа тому, кто потерял телефон",
    help: FACTOR_RESET_HELP,
    run: (args) => factorReset(args, print),
  },
  {
    words: ["key", "renew"],
    summary: "принять новый ключ вместо утраченного",
    help: KEY_RENEW_HELP,
    run: (args) => keyRenew(args, print),
  },
  {
    words: ["jobs"],
    summary: "неудавшиеся фоновые работы: показать, повторить, отложить",
    help: DEAD_JOBS_HELP,
    run: (args) => deadJobs(args, print),
  },
  {
    words: ["demo", "remove"],
    summary: "убрать демонстрацию",
    help: DEMO_REMOVE_HELP,
    run: (args) => demoRemove(args, print),
  },
];

async function read(args: readonly string[]): Promise<number> {
  const path = args.find((arg) => !arg.startsWith("--"));
  if (!path) {
    print(READ_HELP);
    return 2;
  }
  return readCommand(path, { json: args.includes("--json") });
}

async function doctor([path]: readonly string[]): Promise<number> {
  if (path === undefined) {
    print(DOCTOR_HELP);
    return 2;
  }
  return doctorCommand(path);
}

async function phrases([kind, folder]: readonly string[]): Promise<number> {
  if (kind === "check") return phrasesCheck(folder ?? "fixtures/phrases", print);
  if (kind !== "terms" && kind !== "parties" && kind !== "planned") {
    print(PHRASES_HELP);
    return 2;
  }
  await phrasesCommand(
    kind,
    createInterface({ input: process.stdin, crlfDelay: Infinity }),
    (text) => void process.stdout.write(text),
  );
  return 0;
}

function overview(title: string): string {
  const width = Math.max(...COMMANDS.map((command) => command.words.join(" ").length));
  return [
    `${title} (справка о каждой: npm run orientir -- КОМАНДА --help):`,
    ...COMMANDS.map((command) => `  ${command.words.join(" ").padEnd(width)}  ${command.summary}`),
  ].join("\n");
}

async function main(args: readonly string[]): Promise<number> {
  const command = COMMANDS.find(({ words }) => words.every((word, index) => args[index] === word));
  if (!command) {
    const asked = args.length === 0 || args[0] === "--help";
    if (!asked) {
      const known = COMMANDS.map(({ words }) => words.join(" "));
      print(unknownCommand(args, known));
    }
    print(overview(asked ? "Команды" : "Есть такие"));
    return asked ? 0 : 2;
  }
  const rest = args.slice(command.words.length);
  if (rest.includes("--help")) {
    print(command.help);
    return 0;
  }
  return command.run(rest);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    const known = [SettingError, FolderBusyError, BinariesError, MigrationError, BackupError].some(
      (kind) => fault instanceof kind,
    );
    process.stderr.write(
      `${known ? (fault as Error).message : `Не получилось: ${(fault as Error).stack ?? String(fault)}`}\n`,
    );
    process.exitCode = 1;
  },
);
