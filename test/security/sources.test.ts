import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ownFiles } from "../house/own-files.ts";

const SOURCES = ownFiles(["src"], /\.tsx?$/).filter((path) => !/\.test\.tsx?$/.test(path));
const TEXTS = new Map(SOURCES.map((path) => [path, withoutComments(readFileSync(path, "utf8"))]));

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, "");
}

/** Files in which the sign stands. */
const having = (sign: RegExp): string[] => SOURCES.filter((path) => sign.test(TEXTS.get(path)!));
const onServer = (path: string): boolean => !/^src\/(web|features\/[^/]+\/web)\//.test(path);

describe("the sources", () => {
  it("are looked at", () => {
    expect(SOURCES.length).toBeGreaterThan(500);
    expect(having(/createHash/).length).toBeGreaterThan(5);
  });

  it("run no text as a program and write no markup of anybody's into a page", () => {
    expect(
      having(
        /\beval\(|new Function\(|\.innerHTML\b|insertAdjacentHTML|document\.write\(|dangerouslySetInnerHTML|srcDoc|node:vm\b|setTimeout\(\s*["'`]/,
      ),
    ).toEqual([]);
  });

  it("start other programs in named places alone, never by a line of words", () => {
    expect(having(/node:child_process/)).toEqual([
      "src/platform/db/embedded/cluster.ts",
      "src/platform/db/embedded/server.ts",
      "src/platform/files/apart.ts",
      "src/platform/office/office-program.ts",
      "src/platform/office/page-program.ts",
    ]);
    expect(having(/shell:\s*true|\bexecSync\(|import \{[^}]*\bexec\b[^}]*\} from "node:child_process"/)).toEqual([]);
  });

  it("write no SQL as text: its values are parameters", () => {
    expect(having(/\bsql\.raw\(/)).toEqual([]);
    const asked = having(/\.query(?:<[^(]*>)?\(\s*`[^`]*\$\{(?![A-Z_]+\})/).filter((path) =>
      /^src\/(features|platform\/http)\//.test(path),
    );
    expect(asked).toEqual([]);
  });

  it("build no pattern of what somebody typed", () => {
    expect(having(/new RegExp\(/).filter((path) => /\/server\/|platform\/(db|http|jobs|journal)\//.test(path))).toEqual(
      [],
    );
  });

  it("ask only hosts that a setting names: the bucket, the virus scanner, the mail server, the sign-in provider", () => {
    const speaking =
      /\bfetch\(|\b(?:https?|net|tls|dgram)\.(?:request|get|connect|createConnection)\(|import \{[^}]*\b(?:connect|createConnection|request)\b[^}]*\} from "node:/;
    const own = new Set(["src/platform/files/s3-request.ts", "src/platform/files/scanner.ts"]);
    expect(having(speaking).filter((path) => onServer(path) && !own.has(path))).toEqual([]);
    expect(having(/from "(?:nodemailer|openid-client)"/).every((path) => /platform\/(mail|auth)\//.test(path))).toBe(
      true,
    );
  });

  it("throw no dice that can be guessed, hash by nothing weaker than SHA-256, encrypt by AES-256-GCM alone", () => {
    expect(having(/\bMath\.random\(/).filter(onServer)).toEqual([]);
    expect(having(/create(?:Hash|Hmac)\(\s*["'](?!sha(?:256|512)["'])/)).toEqual([]);
    expect(having(/createCipheriv\((?!"aes-256-gcm")|createCipher\(|publicEncrypt|pkcs1/i)).toEqual([]);
  });

  it("take apart data of others by JSON alone", () => {
    expect(having(/from "(?:node:)?v8"|\bdeserialize\(|from "(?:js-)?yaml"|node-serialize/)).toEqual([]);
  });

  it("talk to no other window and open none", () => {
    expect(having(/\bpostMessage\(|addEventListener\("message"|\bwindow\.open\(|\bjsonp\b/i)).toEqual([]);
  });

  it("keep in the browser drafts, places on a page and choices, never a session or an answer", () => {
    expect(having(/\b(?:localStorage|sessionStorage|indexedDB)\b/)).toEqual([
      "src/features/imports/web/parts/use-doubts.ts",
      "src/features/imports/web/parts/use-kept-scroll.ts",
      "src/features/people/web/pages/foreign-return.tsx",
      "src/features/people/web/parts/foreign-button.tsx",
      "src/features/search/web/recent-words.ts",
      "src/web/api/device-store.ts",
      "src/web/api/sign-out.ts",
      "src/web/before-code.ts",
      "src/web/ui/keys.ts",
    ]);
    // choices that the server reads with each page; the session is out of reach of scripts
    expect(having(/document\.cookie/)).toEqual(["src/web/api/device-cookie.ts"]);
  });

  it("ask nothing of a third party from the page: no script, style, font or picture of another host", () => {
    const pages = ownFiles(["src"], /\.(css|html|svg)$/).map((path) => readFileSync(path, "utf8"));
    expect(pages.filter((text) => /(?:src|href)="https?:|url\(["']?https?:|@import ["']https?:/.test(text))).toEqual(
      [],
    );
    expect(having(/(?:src|href)="https?:/)).toEqual([]);
  });

  it("have a page without a script of its own", () => {
    const page = readFileSync("src/web/index.html", "utf8");
    expect(
      [...page.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)].map(([, tag, text]) => [
        /\bsrc=/.test(tag!),
        text!.trim(),
      ]),
    ).toEqual([[true, ""]]);
    expect(page).not.toMatch(/\son\w+=|javascript:|<style/);
  });

  it("hold no secret", () => {
    expect(
      having(/-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|(?:password|secret|token)\s*[:=]\s*["'][\w+/]{20,}["']/i),
    ).toEqual([]);
  });
});
