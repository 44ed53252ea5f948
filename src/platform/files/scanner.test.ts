import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { Readable } from "node:stream";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { clamdProgram, makeClamd, VIRUS, type Clamd } from "../../../test/support/clamd.ts";
import { makeScanner, ScannerLimitError, ScannerSilentError } from "./scanner.ts";

const content = (...parts: (string | Buffer)[]) => Readable.from(parts.map((part) => Buffer.from(part)));

describe("a scanner that is not well", () => {
  let server: Server | undefined;
  afterEach(() => new Promise((closed) => (server ? server.close(closed) : closed(undefined))));
  const scannerOf = async (onLine: (line: Socket) => void, patienceMs = 200) => {
    server = createServer((line) => {
      line.on("error", () => undefined);
      onLine(line);
    });
    await new Promise<void>((open) => server!.listen(0, "127.0.0.1", open));
    return makeScanner({ host: "127.0.0.1", port: (server.address() as AddressInfo).port }, patienceMs);
  };

  it.each<[string, (line: Socket) => void]>([
    ["says nothing", (line) => void line.resume()],
    ["hangs up", (line) => line.destroy()],
    ["hangs up in the middle of a word", (line) => line.once("data", () => line.end("stream: O"))],
    ["says that it could not look", (line) => line.once("data", () => line.end("Can't allocate memory ERROR\0"))],
    ["talks without end", (line) => line.once("data", () => line.end("x".repeat(10_000)))],
  ])("that %s leaves the file unchecked", async (_what, onLine) => {
    const scanner = await scannerOf(onLine);
    await expect(scanner.findVirus(content("приказ"))).rejects.toThrow(ScannerSilentError);
  });

  it("that takes its time is waited for without piling up listeners", async () => {
    const warned: string[] = [];
    const listen = ({ name }: Error) => void warned.push(name);
    process.on("warning", listen);
    const scanner = await scannerOf((line) => {
      let taken = 0;
      line.on("data", (part) => {
        taken += part.length;
        line.pause();
        setTimeout(() => (taken > 20 * 1024 * 1024 ? line.end("stream: OK\0") : line.resume()), 1);
      });
    }, 30_000);
    const pieces = Array.from({ length: 20 }, () => Buffer.alloc(1024 * 1024));
    expect(await scanner.findVirus(content(...pieces))).toBeUndefined();
    process.off("warning", listen);
    expect(warned).not.toContain("MaxListenersExceededWarning");
  });

  it("that is not there leaves the file unchecked", async () => {
    const scanner = makeScanner({ path: "/nonexistent/clamd.ctl" });
    await expect(scanner.findVirus(content("приказ"))).rejects.toThrow(ScannerSilentError);
  });
});

describe.skipIf(!clamdProgram())("clamd", () => {
  let clamd: Clamd;
  beforeAll(async () => {
    clamd = await makeClamd(clamdProgram()!);
    await clamd.start();
  });
  afterAll(() => clamd.close());

  it("finds what its signatures know, also across pieces, and nothing in a clean file", async () => {
    const scanner = makeScanner({ path: clamd.socket });
    expect(await scanner.findVirus(content("приказ ", VIRUS, " конец"))).toMatch(/^Orientir\.Test/);
    expect(await scanner.findVirus(content(VIRUS.slice(0, 9), "", VIRUS.slice(9)))).toMatch(/^Orientir\.Test/);
    expect(await scanner.findVirus(content("приказ"))).toBeUndefined();
    expect(await scanner.findVirus(content(Buffer.alloc(30 * 1024 * 1024, "отчёт ")))).toBeUndefined();
  });

  it("says when a file is longer than it takes", async () => {
    const scanner = makeScanner({ path: clamd.socket });
    await expect(
      scanner.findVirus(content(...Array.from({ length: 45 }, () => Buffer.alloc(1024 * 1024)))),
    ).rejects.toThrow(ScannerLimitError);
  });
});
