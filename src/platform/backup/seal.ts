import { createHash } from "node:crypto";
import { Transform } from "node:stream";
import { DamagedError } from "./backup-error.ts";

const MARK = "\norientir-backup sha256 ";
/** Bytes of the seal: the mark, 64 hexadecimal signs, the end of the line. */
const SEAL_BYTES = MARK.length + 64 + 1;

/** Adds the seal after the last byte: SHA-256 of everything before it, so that no byte can change unseen, padding of the archive included. */
export function sealing(): Transform {
  const hash = createHash("sha256");
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(null, Buffer.from(`${MARK}${hash.digest("hex")}\n`, "ascii"));
    },
  });
}

/** Takes the seal off and compares. Fails with DamagedError after the last byte where the seal is absent or another. */
export function unsealing(): Transform & { digest?: string } {
  const hash = createHash("sha256");
  let kept = Buffer.alloc(0);
  const stream: Transform & { digest?: string } = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const all = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
      const through = Math.max(0, all.length - SEAL_BYTES);
      kept = Buffer.from(all.subarray(through));
      const passed = all.subarray(0, through);
      hash.update(passed);
      done(null, passed.length > 0 ? passed : undefined);
    },
    flush(done) {
      const seal = kept.toString("latin1");
      if (!seal.startsWith(MARK) || !seal.endsWith("\n"))
        return done(new DamagedError("конца файла нет, она обрезана или изменена"));
      const digest = hash.digest("hex");
      if (seal !== `${MARK}${digest}\n`) return done(new DamagedError("контрольная сумма не сходится"));
      stream.digest = digest;
      done();
      return undefined;
    },
  });
  return stream;
}
