import { createDecipheriv, hkdfSync } from "node:crypto";
import { open, type FileHandle } from "node:fs/promises";

/** Content is encrypted by age in chunks of this size, each with a mark that proves it; the last one says that it is the last. */
const MARK_BYTES = 16;
const CHUNK_BYTES = 64 * 1024 + MARK_BYTES;
const NONCE_BYTES = 16;
/** a hundred bytes for each reader of the file */
const MOST_HEADER_BYTES = 64 * 1024;

/**
 * Whether an encrypted file that cannot be read ends before its time: its header is not whole, or its last chunk does not prove to be the
 * last. Damage of the last chunk itself cannot be told from that. The key must be one of the file's.
 */
export async function isCutShort(path: string, secretKey: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const start = await read(file, 0, Math.min(size, MOST_HEADER_BYTES));
    const header = /^[\s\S]*?\n--- [A-Za-z0-9+/]{43}\n/.exec(start.toString("latin1"))?.[0];
    // a header is text, what it stands before is not
    if (header === undefined) return /^[\x20-\x7e\n]*$/.test(start.toString("latin1"));
    const content = header.length + NONCE_BYTES;
    const chunks = Math.ceil((size - content) / CHUNK_BYTES);
    if (chunks < 1) return true;
    const { Decrypter } = await import("age-encryption");
    const decrypter = new Decrypter();
    decrypter.addIdentity(secretKey);
    const fileKey = await decrypter.decryptHeader(start.subarray(0, header.length)).catch(() => undefined);
    if (!fileKey) return false;
    const salt = start.subarray(header.length, content);
    const key = Buffer.from(hkdfSync("sha256", fileKey, salt, "payload", 32));
    const proves = async (number: number) => {
      const from = content + number * CHUNK_BYTES;
      return isProven(await read(file, from, Math.min(CHUNK_BYTES, size - from)), key, number, number === chunks - 1);
    };
    // where the first one is damaged too, the end is not what is wrong
    return !(await proves(chunks - 1)) && (chunks === 1 || (await proves(0)));
  } finally {
    await file.close();
  }
}

function isProven(chunk: Buffer, key: Buffer, number: number, isLast: boolean): boolean {
  if (chunk.length < MARK_BYTES) return false;
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce[11] = isLast ? 1 : 0;
  const decipher = createDecipheriv("chacha20-poly1305", key, nonce, { authTagLength: MARK_BYTES });
  decipher.setAuthTag(chunk.subarray(-MARK_BYTES));
  decipher.update(chunk.subarray(0, -MARK_BYTES));
  try {
    decipher.final();
    return true;
  } catch {
    return false;
  }
}

async function read(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
  return buffer.subarray(0, bytesRead);
}
