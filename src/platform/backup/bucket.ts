import { ShelfFault } from "#platform/files/limits.ts";
import type { Shelf } from "#platform/files/store.ts";
import { BackupError } from "./backup-error.ts";

/** Where files go instead of the data folder. */
export interface Bucket {
  /** address and name, for people and for the mark of a restore under way */
  readonly name: string;
  readonly shelf: Pick<Shelf, "list" | "remove">;
}

/**
 * Throws BackupError unless the bucket answers and is empty: two programs on one bucket would sweep away each other's files, and what a
 * failed restore brought could not be told from what was there.
 */
export async function requireEmptyBucket({ name, shelf }: Bucket): Promise<void> {
  try {
    for await (const _ of shelf.list())
      throw new BackupError(
        `В корзине ${name} уже лежат файлы: восстановление идёт только в пустое место. Ничего не изменено. Создайте новую корзину и укажите её в ORIENTIR_S3_BUCKET.`,
      );
  } catch (fault) {
    if (!(fault instanceof ShelfFault)) throw fault;
    throw new BackupError(
      `Корзина ${name} не отвечает или не пускает (${fault.message}). Ничего не изменено. Проверьте ORIENTIR_S3_ENDPOINT, ORIENTIR_S3_BUCKET и ключ доступа.`,
    );
  }
}

/** Takes everything out of a bucket that was empty before a restore. */
export async function emptyBucket({ shelf }: Bucket): Promise<void> {
  for await (const { sha256 } of shelf.list()) await shelf.remove(sha256);
}
