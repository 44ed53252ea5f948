import { readSettings, SettingError, type Settings } from "#platform/config/settings.ts";
import { MigrationError } from "#platform/db/migrate.ts";
import { BinariesError } from "#platform/db/embedded/binaries.ts";
import { FolderBusyError } from "#platform/db/embedded/lock.ts";
import { startEmbedded } from "#platform/db/embedded/server.ts";
import { openLog } from "#platform/operations/log.ts";
import { openMetricsDoor } from "#platform/operations/metrics-door.ts";
import { BackupError } from "#platform/backup/backup-error.ts";
import { demoRoutes } from "#features/people/server/demo-routes.ts";
import { startBackups } from "./backup/start-backups.ts";
import { loadDemo } from "./demo/load.ts";
import { assemble, type Program } from "./program.ts";
import { optionsOf } from "./options.ts";
import { projectRoot } from "./place.ts";

async function main(): Promise<void> {
  const root = projectRoot();
  const settings = readSettings(process.env, root);
  const { say, fault: log, answered } = openLog(settings.log);
  const embedded = settings.databaseUrl ? undefined : await startEmbedded(settings.dataFolder, say);
  // one click opens a session: never beyond this machine, so neither on another address nor behind a proxy
  const demoOpen = settings.demo && isLoopback(settings.host) && settings.proxy === undefined;
  const program = await assemble({
    ...optionsOf(settings, settings.databaseUrl ?? embedded!.url, root),
    databaseReadUrl: settings.databaseReadUrl,
    works: settings.worker === "inside",
    extraRoutes: demoOpen ? demoRoutes : [],
    metrics: settings.metrics !== undefined,
    log,
    answered,
  }).catch(async (fault: unknown) => {
    await embedded?.stop();
    throw fault;
  });
  if (settings.demo) {
    await loadDemo(program, say);
    // the demonstration shows what people of a real district find in the morning
    await program.reminders.look();
  }
  const backups = await startBackups(program, settings, {
    url: settings.databaseUrl ?? embedded!.url,
    root,
    works: settings.worker === "inside",
    log,
  });
  const metricsDoor = settings.metrics && (await openMetricsDoor(program.metrics!, settings.metrics));
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    say("Останавливаюсь…");
    metricsDoor?.close();
    await backups.stop();
    await program.stop().catch(() => {});
    await embedded?.stop();
    process.exit(0);
  };
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());
  const address = await program.server
    .listen({ port: settings.port, host: settings.host })
    .catch(async (fault: NodeJS.ErrnoException) => {
      await backups.stop();
      await program.stop();
      await embedded?.stop();
      throw whyNotOpen(fault, settings) ?? fault;
    });
  say(`Ориентир открыт: ${address.replace("127.0.0.1", "localhost")}`);
  // a word of help, no more: the program serves whether the database answers it or not
  for (const line of await howToSignIn(program, demoOpen).catch(() => [])) say(line);
}

/** What of the settings kept the program from opening, in a sentence. */
function whyNotOpen({ code }: NodeJS.ErrnoException, { port, host }: Settings): SettingError | undefined {
  if (code === "EADDRINUSE")
    return new SettingError(
      `Порт ${port} занят другой программой. Закройте её или укажите другой порт: ORIENTIR_PORT=4401 npm start.`,
    );
  if (code === "EACCES")
    return new SettingError(`Порт ${port} система не даёт открыть. Укажите другой: ORIENTIR_PORT=4400 npm start.`);
  if (code === "ENOTFOUND" || code === "EADDRNOTAVAIL" || code === "EAI_AGAIN")
    return new SettingError(`ORIENTIR_HOST: «${host}» не адрес этого компьютера. Укажите его адрес или 0.0.0.0.`);
  return undefined;
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}

async function howToSignIn(program: Program, demo: boolean): Promise<string[]> {
  const { rows } = await program.database.pool.query<{ demo: boolean; people: boolean }>(
    "select exists (select from territory where is_demo) as demo, exists (select from account) as people",
  );
  if (demo && rows[0]!.demo) {
    return [
      "Вход: выберите на первой странице, чьими глазами смотреть. Пароль в демонстрации не нужен.",
      "Остановить: Ctrl+C, данные остаются.",
      "С чистого листа: npm run orientir -- demo remove, а дальше запускать ORIENTIR_DEMO=0 npm start.",
    ];
  }
  if (rows[0]!.people) return ["Вход: логин и пароль."];
  return [
    "Людей в базе ещё нет. Заведите первого администратора:",
    '  npm run orientir -- user add --login почта@округ.рф --name "Фамилия Имя Отчество" --region "Область"',
  ];
}

main().catch((fault: unknown) => {
  const known = [SettingError, FolderBusyError, BinariesError, MigrationError, BackupError].some(
    (kind) => fault instanceof kind,
  );
  process.stderr.write(
    `${known ? (fault as Error).message : `Не удалось запустить программу: ${(fault as Error).stack ?? String(fault)}`}\n`,
  );
  process.exit(1);
});
