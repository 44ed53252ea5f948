import { createReadStream } from "node:fs";
import { asHash, checkedContent } from "./content-hash.ts";
import { FileMissingError, ShelfFault } from "./limits.ts";
import { askS3, type S3Place } from "./s3-request.ts";
import type { KeptFile, ReceivedFile, Shelf } from "./store.ts";

const PREFIX = "files/";
const keyOf = (sha256: string) => `${PREFIX}${asHash(sha256).slice(0, 2)}/${sha256}`;

/** Files in a bucket: `files/ab/abcd…`. What is sent is hashed on its way, and the server is told the hash to hold it to. */
export function openS3Shelf(place: S3Place): Shelf {
  return {
    put: (received) => put(place, received),
    async sizeOf(sha256) {
      const answer = await askS3(place, { method: "HEAD", key: keyOf(sha256) });
      answer.body.resume();
      return answer.status === 404 ? undefined : Number(answer.headers["content-length"]);
    },
    async open(sha256) {
      const answer = await askS3(place, { method: "GET", key: keyOf(sha256) });
      if (answer.status !== 404) return answer.body;
      answer.body.resume();
      throw new FileMissingError("no such content");
    },
    list: () => list(place),
    async remove(sha256) {
      (await askS3(place, { method: "DELETE", key: keyOf(sha256) })).body.resume();
    },
  };
}

async function put(place: S3Place, { sha256, bytes, path }: ReceivedFile): Promise<void> {
  const answer = await askS3(place, {
    method: "PUT",
    key: keyOf(sha256),
    content: { sha256, bytes, open: () => checkedContent(createReadStream(path), sha256) },
  });
  answer.body.resume();
  if (answer.status === 404) throw new ShelfFault("the bucket is not there");
}

async function* list(place: S3Place): AsyncIterable<KeptFile> {
  // the next page begins after the last key: every server understands that, and there is no token to be spoilt
  for (let after: string | undefined = ""; after !== undefined;) {
    const query = {
      "list-type": "2",
      prefix: PREFIX,
      ...(after && { "start-after": after }),
    };
    const answer = await askS3(place, { method: "GET", key: "", query });
    if (answer.status === 404) throw new ShelfFault("the bucket is not there");
    const parts: Buffer[] = [];
    for await (const part of answer.body) parts.push(part as Buffer);
    const page = Buffer.concat(parts).toString("utf8");
    let last: string | undefined;
    for (const [, one = ""] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      last = said(one, "Key");
      const sha256 = /([0-9a-f]{64})$/.exec(last)?.[1];
      if (sha256) yield { sha256, bytes: Number(said(one, "Size")), keptAt: new Date(said(one, "LastModified")) };
    }
    after = said(page, "IsTruncated") === "true" ? last : undefined;
  }
}

function said(xml: string, name: string): string {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? "";
}
