import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, truncate } from "node:fs/promises";
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline, Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openBuckets } from "../../../test/support/bucket.ts";
import { judged } from "../../../test/support/s3-signature.ts";
import { FileAlteredError, FileMissingError, ShelfFault } from "./limits.ts";
import type { S3Place } from "./s3-request.ts";
import { openFileStore, type FileStore } from "./store.ts";

type Spoil = (question: IncomingMessage, answer: ServerResponse) => boolean;

/** A server of S3 (s3rver keeps objects, yet checks neither signatures nor hashes: the line does) behind a line that a test may break. */
describe("the store in a bucket", () => {
  let folder: string;
  let bucket: Awaited<ReturnType<typeof openBuckets>>;
  let line: Server;
  let place: S3Place;
  let store: FileStore;
  /** what a test does to the questions: true where it answered itself */
  let spoil: Spoil = () => false;
  let asked: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "orientir-s3-"));
    bucket = await openBuckets(join(folder, "bucket"), ["orientir"]);
    line = createServer((question, answer) => {
      asked.push(question.method!);
      if (spoil(question, answer)) return;
      const { refusal, check } = judged(question, place);
      if (refusal) return void answer.writeHead(403).end(`<Error><Code>${refusal}</Code></Error>`);
      const call = request(
        { port: bucket.port, agent: false, method: question.method, path: question.url, headers: question.headers },
        (reply) => {
          answer.writeHead(reply.statusCode!, reply.headers);
          reply.pipe(answer);
        },
      );
      call.on("error", () => answer.destroy());
      pipeline(question, check, call, (fault) => {
        if (!fault) return;
        call.destroy();
        answer.destroy();
      });
    });
    await new Promise<void>((open) => line.listen(0, "127.0.0.1", open));
    place = {
      endpoint: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
      bucket: "orientir",
      key: "S3RVER",
      secret: "S3RVER",
      region: "ru-central1",
      patienceMs: 400,
      pauseMs: 1,
    };
    store = await openFileStore(join(folder, "local"), { s3: place });
  });
  afterAll(async () => {
    line.closeAllConnections();
    await new Promise((closed) => line.close(closed));
    await bucket.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    spoil = () => false;
    asked = [];
  });

  const received = (content: string | Buffer) => store.receive(Readable.from([Buffer.from(content)]));
  const kept = async (content: string | Buffer) => {
    const file = await received(content);
    await store.adopt(file);
    await store.drop(file);
    return file;
  };

  it.each([
    ["a wrong secret", { secret: "WRONG" }, /403/],
    ["an unknown key", { key: "NOBODY" }, /403/],
    ["a bucket that is not there", { bucket: "nowhere" }, /not there|404/],
  ])("says what is wrong with %s, without quoting it", async (_what, wrong, words) => {
    const other = await openFileStore(join(folder, "wrong"), { s3: { ...place, ...wrong } });
    const file = await other.receive(Readable.from([Buffer.from("приказ")]));
    const fault: unknown = await other.adopt(file).catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(ShelfFault);
    expect((fault as Error).message).toMatch(words);
    expect((fault as Error).message).not.toMatch(/WRONG|NOBODY/);
  });

  it("has no file under a hash that nobody put", async () => {
    const hash = createHash("sha256").update("ничего").digest("hex");
    await expect(store.open(hash)).rejects.toThrow(FileMissingError);
    await expect(store.read(hash)).rejects.toThrow(FileMissingError);
  });

  it("keeps a file of many parts once, whole, and leaves nothing on this machine", async () => {
    const content = Buffer.alloc(5 * 1024 * 1024 + 7, "приказ об утверждении ");
    const file = await kept(content);
    expect(Buffer.compare(Buffer.from(await store.read(file.sha256)), content)).toBe(0);
    expect(await readdir(join(folder, "local", "incoming"))).toEqual([]);
    asked = [];
    await kept(content);
    expect(asked).toEqual(["HEAD"]);
  });

  it("does not send again what was carried before the transaction", async () => {
    const file = await received("протокол № 3");
    await store.carry(file);
    await store.adopt(file);
    expect(asked).toEqual(["PUT", "HEAD"]);
  });

  const listed = async () => {
    const all = new Map<string, number>();
    for await (const { sha256, bytes } of store.listFiles()) all.set(sha256, bytes);
    return all;
  };

  it("lists, and removes", async () => {
    const files = [await kept("а"), await kept("б"), await kept("в")];
    const all = await listed();
    for (const { sha256, bytes } of files) expect(all.get(sha256)).toBe(bytes);
    await store.remove(files[0]!.sha256);
    expect((await listed()).has(files[0]!.sha256)).toBe(false);
    await expect(store.read(files[0]!.sha256)).rejects.toThrow(FileMissingError);
  });

  it("asks for the next page after the last key of this one", async () => {
    const hashes = ["один", "два", "три"].map((word) => createHash("sha256").update(word).digest("hex")).sort();
    const keys = hashes.map((hash) => `files/${hash.slice(0, 2)}/${hash}`);
    // this server of ours falls over its own second page, so the line plays it
    spoil = (question, answer) => {
      const after = new URL(question.url!, "http://any").searchParams.get("start-after") ?? "";
      const page = keys.filter((key) => key > after).slice(0, 2);
      const one = (key: string) =>
        `<Contents><Key>${key}</Key><LastModified>2026-09-01T00:00:00.000Z</LastModified><Size>7</Size></Contents>`;
      answer.end(
        `<ListBucketResult><IsTruncated>${page.at(-1) !== keys.at(-1)}</IsTruncated>${page.map(one).join("")}</ListBucketResult>`,
      );
      return true;
    };
    expect(await listed()).toEqual(new Map(hashes.map((hash) => [hash, 7])));
    expect(asked).toEqual(["GET", "GET"]);
  });

  it.each([
    ["the server is at a loss", (answer: ServerResponse) => answer.writeHead(503).end()],
    ["the line breaks", (answer: ServerResponse) => answer.destroy()],
    ["the server is silent", () => undefined],
  ])("tries again where %s", async (_what, fail) => {
    let failures = 0;
    spoil = (question, answer) => {
      if (question.method !== "PUT" || failures === 2) return false;
      failures += 1;
      question.resume();
      fail(answer);
      return true;
    };
    const file = await kept(`справка: ${_what}`);
    expect(failures).toBe(2);
    expect(Buffer.from(await store.read(file.sha256)).toString()).toBe(`справка: ${_what}`);
  });

  it("gives up after four tries", async () => {
    spoil = (question, answer) => {
      question.resume();
      answer.writeHead(500).end();
      return true;
    };
    await expect(kept("не судьба")).rejects.toThrow(/500/);
    expect(asked).toEqual(["HEAD", "HEAD", "HEAD", "HEAD"]);
  });

  it("does not keep a file that changed on this machine after it was received", async () => {
    const file = await received("договор о сетевом взаимодействии");
    await truncate(file.path, 8);
    await expect(store.adopt(file)).rejects.toThrow(ShelfFault);
    // this server keeps what it got of a broken request; others keep nothing
    await expect(store.read(file.sha256)).rejects.toThrow(/no such content|another hash/);
    await kept("договор о сетевом взаимодействии");
    expect(Buffer.from(await store.read(file.sha256)).toString()).toBe("договор о сетевом взаимодействии");
  });

  it("does not hand out as whole what came altered", async () => {
    const file = await kept("положение о конкурсе");
    spoil = (question, answer) => {
      if (question.method !== "GET") return false;
      answer.writeHead(200).end("положение о конкурce");
      return true;
    };
    await expect(store.read(file.sha256)).rejects.toThrow(FileAlteredError);
  });
});
