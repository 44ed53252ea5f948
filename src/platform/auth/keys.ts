import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What the installation's own secret is used for; the secret itself is never handed out. */
export interface Keys {
  /** seals a text so that only this installation opens it, and only as what it was sealed for: `about` names its owner */
  seal(text: string, about: string): Buffer;
  /** undefined: sealed by another key, for another owner, or spoilt */
  open(sealed: Buffer, about: string): string | undefined;
  /** proves later that this installation said `text` for `purpose` */
  sign(purpose: string, text: string): string;
  /** tells keys of installations apart without telling the key */
  readonly id: string;
}

const NONCE = 12;
const TAG = 16;
const derived = (secret: Buffer, purpose: string) =>
  Buffer.from(hkdfSync("sha256", secret, "", `orientir ${purpose}`, 32));

/** Keys of one purpose each, made of a secret of 32 bytes: AES-256-GCM for what is kept, HMAC-SHA-256 for what is handed out. */
export function makeKeys(secret: Buffer): Keys {
  const sealing = derived(secret, "seal");
  const signing = derived(secret, "sign");
  return {
    id: derived(secret, "id").toString("hex").slice(0, 16),
    seal(text, about) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv("aes-256-gcm", sealing, nonce).setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, about) {
      if (sealed.length < NONCE + TAG) return undefined;
      const decipher = createDecipheriv("aes-256-gcm", sealing, sealed.subarray(0, NONCE), { authTagLength: TAG })
        .setAAD(Buffer.from(about))
        .setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]).toString("utf8");
      } catch {
        return undefined;
      }
    },
    sign: (purpose, text) => createHmac("sha256", signing).update(`${purpose}\n${text}`).digest("base64url"),
  };
}

/** The file in the data folder that holds the secret where no setting does. */
export const SECRET_FILE = "secret.key";

/**
 * The secret of 32 bytes: of the setting (64 hexadecimal digits), else of a file in the data folder that only its owner reads, made on
 * the first start. Of two programs that start at once on one folder both get the same one.
 */
export async function readSecret(setting: string | undefined, dataFolder: string): Promise<Buffer> {
  if (setting !== undefined) return Buffer.from(setting, "hex");
  const path = join(dataFolder, SECRET_FILE);
  const made = `${path}.${randomBytes(6).toString("hex")}`;
  if ((await storedSecret(path)) === undefined) {
    await writeFile(made, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flush: true });
    // a link appears whole or not at all, and not over one that is there
    await link(made, path).catch((fault: NodeJS.ErrnoException) => {
      if (fault.code !== "EEXIST") throw fault;
    });
    await rm(made);
  }
  const stored = await storedSecret(path);
  if (!stored) throw new Error(`${path} holds no secret`);
  return stored;
}

async function storedSecret(path: string): Promise<Buffer | undefined> {
  const text = await readFile(path, "utf8").catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === "ENOENT") return undefined;
    throw fault;
  });
  if (text === undefined) return undefined;
  if (!/^[0-9a-f]{64}\s*$/i.test(text)) throw new Error(`${path} holds no secret`);
  return Buffer.from(text.trim(), "hex");
}
