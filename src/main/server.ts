import { join } from "node:path";
import { readSettings, SettingError } from "#platform/config/settings.ts";
import { MigrationError } from "#platform/db/migrate.ts";
import { FolderBusyError } from "#platform/db/embedded/lock.ts";
import { startEmbedded } from "#platform/db/embedded/server.ts";
import { assemble } from "./program.ts";
import { projectRoot } from "./place.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const root = projectRoot();
  const settings = readSettings(process.env, root);
  const embedded = settings.databaseUrl ? undefined : await startEmbedded(settings.dataFolder, say);
  const program = await assemble({
    databaseUrl: settings.databaseUrl ?? embedded!.url,
    dataFolder: settings.dataFolder,
    migrationsFolder: join(root, "migrations"),
    webFolder: join(root, "dist", "web"),
    now: settings.now,
    log: (line) => process.stderr.write(`${line}\n`),
  }).catch(async (fault: unknown) => {
    await embedded?.stop();
    throw fault;
  });
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    say("Останавливаюсь…");
    await program.stop().catch(() => {});
    await embedded?.stop();
    process.exit(0);
  };
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());
  const address = await program.server
    .listen({ port: settings.port, host: process.env["ORIENTIR_HOST"] ?? "127.0.0.1" })
    .catch(async (fault: NodeJS.ErrnoException) => {
      await program.stop();
      await embedded?.stop();
      throw fault.code === "EADDRINUSE"
        ? new SettingError(
            `Порт ${settings.port} занят другой программой. Закройте её или укажите другой порт: ORIENTIR_PORT=4401 npm start.`,
          )
        : fault;
    });
  say(`Ориентир открыт: ${address.replace("127.0.0.1", "localhost")}`);
}

main().catch((fault: unknown) => {
  const known = fault instanceof SettingError || fault instanceof FolderBusyError || fault instanceof MigrationError;
  process.stderr.write(
    `${known ? (fault as Error).message : `Не удалось запустить программу: ${(fault as Error).stack ?? String(fault)}`}\n`,
  );
  process.exit(1);
});
