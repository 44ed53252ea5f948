import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { BackupError, DamagedError } from "./backup-error.ts";

/** Loaded when a backup is encrypted or read, not at every start. */
const age = () => import("age-encryption");

/** How a file encrypted by age begins. */
const AGE_MARK = "age-encryption.org/v1\n";

export const isEncrypted = (start: Uint8Array) =>
  Buffer.from(start.subarray(0, AGE_MARK.length)).toString("latin1") === AGE_MARK;

export interface KeyPair {
  /** «age1…», stands in ORIENTIR_BACKUP_KEY: encrypts, reads nothing */
  readonly open: string;
  /** «AGE-SECRET-KEY-1…», kept away from the server */
  readonly secret: string;
}

export async function makeKeys(): Promise<KeyPair> {
  const { generateIdentity, identityToRecipient } = await age();
  const secret = await generateIdentity();
  return { open: await identityToRecipient(secret), secret };
}

/** The secret key out of a key file: its line «AGE-SECRET-KEY-…», whatever comments stand around. Throws BackupError where there is none. */
export async function secretKeyIn(text: string): Promise<string> {
  const key = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .find((line) => /^AGE-SECRET-KEY-/i.test(line));
  if (!key) throw new BackupError("В файле ключа нет строки AGE-SECRET-KEY-…: нужен секретный ключ, а не открытый.");
  const { Decrypter } = await age();
  try {
    new Decrypter().addIdentity(key);
  } catch {
    throw new BackupError("Секретный ключ записан с ошибкой: строка AGE-SECRET-KEY-… должна стоять целиком.");
  }
  return key;
}

/** Encrypts a stream so that any of the open keys' owners can read it. Throws BackupError for a key with a wrong sign in it. */
export async function encrypting(content: Readable, openKeys: readonly string[]): Promise<Readable> {
  const { Encrypter } = await age();
  const encrypter = new Encrypter();
  for (const key of openKeys) {
    try {
      encrypter.addRecipient(key);
    } catch {
      throw new BackupError(`ORIENTIR_BACKUP_KEY: ключ «${key}» записан с ошибкой. Перенесите его заново целиком.`);
    }
  }
  const encrypted = await encrypter.encrypt(Readable.toWeb(content) as ReadableStream<Uint8Array>);
  return Readable.fromWeb(encrypted as unknown as WebStream);
}

/** Decrypts a stream. Throws BackupError where the key is not the file's; a changed byte ends the stream with an error. */
export async function decrypting(content: Readable, secretKey: string): Promise<Readable> {
  const { Decrypter } = await age();
  const decrypter = new Decrypter();
  decrypter.addIdentity(secretKey);
  try {
    const plain = await decrypter.decrypt(Readable.toWeb(content) as ReadableStream<Uint8Array>);
    return Readable.fromWeb(plain as unknown as WebStream);
  } catch (fault) {
    if (/no identity matched/.test((fault as Error).message))
      throw new BackupError(
        "Ключ не подходит к этой копии. Ничего не изменено. Укажите ключ, который был записан, когда копию делали.",
      );
    throw new DamagedError("её начало не читается");
  }
}
