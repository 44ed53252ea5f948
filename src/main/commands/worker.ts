import { readSettings, SettingError } from "#platform/config/settings.ts";
import { runningEmbedded } from "#platform/db/embedded/attach.ts";
import { openLog } from "#platform/operations/log.ts";
import { startBackups } from "../backup/start-backups.ts";
import { optionsOf } from "../options.ts";
import { projectRoot } from "../place.ts";
import { assemble } from "../program.ts";

export const WORKER_HELP = `npm run orientir -- worker

Делает фоновую работу (чтение документов, планы, письма) отдельно от сервера, пока её не остановят (Ctrl+C). База та же:
DATABASE_URL или встроенная, пока сервер запущен. Серверу скажите ORIENTIR_WORKER=apart. Таких процессов может быть несколько:
работу упавшего возьмёт другой.
`;

const LOOK_MS = 2000;

/** Does background work until it is stopped, or until the embedded database is another one. Returns the exit code. */
export async function runWorker(print: (line: string) => void): Promise<number> {
  const root = projectRoot();
  const settings = readSettings(process.env, root);
  const url = settings.databaseUrl ?? (await runningEmbedded(settings.dataFolder));
  if (!url) throw new SettingError("База данных не запущена. Запустите сервер (npm start) или укажите DATABASE_URL.");
  const log = openLog(settings.log).fault;
  const program = await assemble({ ...optionsOf(settings, url, root), log });
  const backups = await startBackups(program, settings, { url, root, works: true, log });
  print("Фоновая работа идёт. Остановить: Ctrl+C.");
  const code = await new Promise<number>((resolve) => {
    process.once("SIGINT", () => resolve(0));
    process.once("SIGTERM", () => resolve(0));
    // the embedded database comes back at another port when its server is started again
    if (!settings.databaseUrl)
      setInterval(() => {
        void runningEmbedded(settings.dataFolder).then((now) => (now && now !== url ? resolve(1) : undefined));
      }, LOOK_MS).unref();
  });
  if (code !== 0) print("Сервер запущен заново, база у него другая: запустите и фоновую работу заново.");
  await backups.stop();
  await program.stop().catch(() => undefined);
  return code;
}
