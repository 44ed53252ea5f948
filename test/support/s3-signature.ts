import { createHash, createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { Transform } from "node:stream";

const sha256 = (text: string | Buffer) => createHash("sha256").update(text).digest("hex");
const keyed = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();

/**
 * What a server of S3 makes of a question, by the rules of AWS Signature Version 4 written a second time: the code of its refusal, and a
 * stream that breaks where the body has another hash or length than was signed.
 */
export function judged(
  question: IncomingMessage,
  place: { readonly key: string; readonly secret: string; readonly region: string },
): { refusal: string | undefined; check: Transform } {
  const signed = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8}\/[^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
    question.headers.authorization ?? "",
  );
  const promised = String(question.headers["x-amz-content-sha256"]);
  return { refusal: refusalOf(question, place, signed, promised), check: bodyOf(question, promised) };
}

function refusalOf(
  question: IncomingMessage,
  place: { readonly key: string; readonly secret: string; readonly region: string },
  signed: RegExpExecArray | null,
  promised: string,
): string | undefined {
  if (!signed) return "AccessDenied";
  const [, key, scope, names, signature] = signed as unknown as string[];
  if (key !== place.key) return "InvalidAccessKeyId";
  const url = new URL(question.url!, "http://any");
  const canonical = [
    question.method!,
    url.pathname,
    [...url.searchParams]
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
      .sort()
      .join("&"),
    ...names!.split(";").map((name) => `${name}:${String(question.headers[name]).trim()}`),
    "",
    names!,
    promised,
  ].join("\n");
  const [day, region] = scope!.split("/") as [string, string];
  if (region !== place.region || scope !== `${day}/${region}/s3/aws4_request`) return "AuthorizationHeaderMalformed";
  if (!names!.split(";").includes("host")) return "AccessDenied";
  const signing = keyed(keyed(keyed(keyed(`AWS4${place.secret}`, day), region), "s3"), "aws4_request");
  const toSign = ["AWS4-HMAC-SHA256", String(question.headers["x-amz-date"]), scope!, sha256(canonical)].join("\n");
  return keyed(signing, toSign).toString("hex") === signature ? undefined : "SignatureDoesNotMatch";
}

function bodyOf(question: IncomingMessage, promised: string): Transform {
  const hash = createHash("sha256");
  let bytes = 0;
  return new Transform({
    transform(part: Buffer, _encoding, done) {
      hash.update(part);
      bytes += part.length;
      done(null, part);
    },
    flush(done) {
      const whole = hash.digest("hex") === promised && bytes === Number(question.headers["content-length"] ?? 0);
      done(whole ? null : new Error("XAmzContentSHA256Mismatch"));
    },
  });
}
