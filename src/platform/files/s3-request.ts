import { AwsV4Signer } from "aws4fetch";
import { request as plain, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { request as secured } from "node:https";
import { pipeline, type Readable } from "node:stream";
import { ShelfFault } from "./limits.ts";

/** A bucket and who may write into it. Addressed by path, as every server of this kind understands. */
export interface S3Place {
  /** «https://storage.example.ru» */
  readonly endpoint: string;
  readonly bucket: string;
  readonly key: string;
  readonly secret: string;
  readonly region: string;
  /** silence after which a request is given up, milliseconds; 20 s unless told */
  readonly patienceMs?: number;
  /** first pause before another try, doubled each time, milliseconds; 300 unless told */
  readonly pauseMs?: number;
}

interface S3Question {
  readonly method: "GET" | "HEAD" | "PUT" | "DELETE";
  /** empty: the bucket itself */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  /** opened anew for every try */
  readonly content?: { readonly sha256: string; readonly bytes: number; open(): Readable };
}

interface S3Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readable;
}

const TRIES = 4;
const NO_CONTENT = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/**
 * Asks the bucket, again where the line broke or the server was at a loss. The answer is a success or a 404; anything else is a ShelfFault
 * with the status and the code of the server, never its text: it may quote the key.
 */
export async function askS3(place: S3Place, question: S3Question): Promise<S3Answer> {
  for (let tried = 1; ; tried += 1) {
    const answer = await once(place, question).catch((fault: unknown) => fault as Error);
    const failed = answer instanceof Error;
    if (!failed && (answer.status < 300 || answer.status === 404)) return answer;
    const passing = failed || answer.status >= 500 || answer.status === 429 || answer.status === 408;
    if (!passing || tried === TRIES) throw failed ? named(answer) : await refusalOf(answer);
    if (!failed) answer.body.resume();
    await new Promise((rest) => setTimeout(rest, (place.pauseMs ?? 300) * 2 ** (tried - 1)));
  }
}

async function once(place: S3Place, { method, key, query, content }: S3Question): Promise<S3Answer> {
  const url = new URL(`${place.endpoint.replace(/\/+$/, "")}/${place.bucket}${key && `/${key}`}`);
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  const signed = await new AwsV4Signer({
    method,
    url: url.href,
    headers: { "x-amz-content-sha256": content?.sha256 ?? NO_CONTENT },
    accessKeyId: place.key,
    secretAccessKey: place.secret,
    service: "s3",
    region: place.region,
  }).sign();
  const headers = Object.fromEntries(signed.headers as unknown as Iterable<[string, string]>);
  if (content) headers["content-length"] = String(content.bytes);
  return exchange(signed.url, method, headers, content?.open(), place.patienceMs ?? 20_000);
}

function exchange(
  url: URL,
  method: string,
  headers: Record<string, string>,
  content: Readable | undefined,
  patienceMs: number,
): Promise<S3Answer> {
  return new Promise((resolve, reject) => {
    const ask = url.protocol === "https:" ? secured : plain;
    const call = ask(url, { method, headers }, (body: IncomingMessage) =>
      resolve({ status: body.statusCode ?? 0, headers: body.headers, body }),
    );
    // silence, not length: a long file on a slow line is no failure
    call.setTimeout(patienceMs, () => call.destroy(new ShelfFault("the bucket is silent")));
    call.on("error", reject);
    if (!content) return void call.end();
    pipeline(content, call, (fault) => {
      if (!fault) return;
      call.destroy();
      reject(fault);
    });
  });
}

const named = (fault: Error) =>
  fault instanceof ShelfFault ? fault : new ShelfFault((fault as NodeJS.ErrnoException).code ?? fault.name);

async function refusalOf({ status, body }: S3Answer): Promise<ShelfFault> {
  const parts: Buffer[] = [];
  for await (const part of body) parts.push(part as Buffer);
  const code = /<Code>(\w+)<\/Code>/.exec(Buffer.concat(parts).toString("utf8"))?.[1] ?? "";
  return new ShelfFault(`the bucket refuses: ${status} ${code}`.trim());
}
