import { join } from "node:path";
import type { Settings } from "#platform/config/settings.ts";
import { filePlacesOf } from "./file-places.ts";
import type { ProgramOptions } from "./program.ts";

/** What the settings say of the program itself, the same for the server and for the worker apart. */
export function optionsOf(settings: Settings, databaseUrl: string, root: string): Omit<ProgramOptions, "log"> {
  return {
    databaseUrl,
    databaseDirectUrl: settings.databaseDirectUrl,
    dataFolder: settings.dataFolder,
    migrationsFolder: join(root, "migrations"),
    webFolder: join(root, "dist", "web"),
    picturesFolder: join(root, "dist", "main"),
    now: settings.now,
    proxy: settings.proxy,
    secretKey: settings.secretKey,
    secondFactor: settings.secondFactor,
    publicUrl: settings.publicUrl,
    smtpUrl: settings.smtpUrl,
    mailFrom: settings.mailFrom,
    oidcIssuer: settings.oidcIssuer,
    oidcClientId: settings.oidcClientId,
    oidcClientSecret: settings.oidcClientSecret,
    oidcName: settings.oidcName,
    journalSeals: settings.journalSeals,
    filePlaces: filePlacesOf(settings),
    copiesKeptDays: copiesKeptDays(settings),
  };
}

/** The oldest of the backups that are kept: acts of destruction say until when one may still hold what was destroyed. */
function copiesKeptDays({ backupAt, backupKeep }: Settings): number | undefined {
  if (backupAt === undefined) return undefined;
  const { daily, weekly, monthly } = backupKeep;
  return Math.max(daily, weekly * 7, monthly * 31);
}
