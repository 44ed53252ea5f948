import { createHash } from "node:crypto";
import { pipeline, Transform, type Readable } from "node:stream";
import { FileAlteredError } from "./limits.ts";

/** The hash as a name of a file; throws RangeError for what is none, so that no path is ever made of it. */
export function asHash(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError("not a SHA-256");
  return sha256;
}

/** The same stream, failing at its end with FileAlteredError where what went through has another hash. */
export function checkedContent(content: Readable, sha256: string): Readable {
  const hash = createHash("sha256");
  const check = new Transform({
    transform(part: Buffer, _encoding, done) {
      hash.update(part);
      done(null, part);
    },
    flush(done) {
      done(hash.digest("hex") === sha256 ? null : new FileAlteredError("the content has another hash"));
    },
  });
  // a fault of either is heard by whoever reads the result
  return pipeline(content, check, () => undefined);
}
