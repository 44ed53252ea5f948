const NAME = /^orientir-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z\.tar(\.age)?$/;

/** «orientir-2026-11-22T00-00-00Z.tar.age»: when it was made, in UTC, and whether it is encrypted. */
export function backupFileName(madeAt: Date, encrypted: boolean): string {
  return `orientir-${madeAt.toISOString().slice(0, 19).replaceAll(":", "-")}Z.tar${encrypted ? ".age" : ""}`;
}

/** When the backup of this name was made; undefined for a name that is no backup's, an unfinished one's too. */
export function madeAtOf(name: string): Date | undefined {
  const read = NAME.exec(name);
  return read ? new Date(`${read[1]}T${read[2]}:${read[3]}:${read[4]}Z`) : undefined;
}
