import { readable } from "./mail-server.ts";

/** A letter as it came: to whom, with what words. */
export interface CameLetter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Letters of a mail server that came since they were last asked for. */
export function cameLetters({ letters }: { readonly letters: readonly string[] }): () => CameLetter[] {
  let seen = 0;
  return () => {
    const fresh = letters.slice(seen);
    seen = letters.length;
    return fresh.map((raw) => ({
      to: /^To: (\S+?)\r?$/m.exec(raw)![1]!,
      subject: subjectOf(raw),
      text: readable(raw),
    }));
  };
}

/** «=?UTF-8?B?…?= =?UTF-8?Q?…?=» in words */
function subjectOf(raw: string): string {
  const head = /^Subject: ((?:.|\r?\n[ \t])*)/m.exec(raw)![1]!;
  return head
    .replaceAll(/\s*=\?UTF-8\?([BQ])\?(.*?)\?=/gis, (_, kind: string, text: string) =>
      /b/i.test(kind)
        ? Buffer.from(text, "base64").toString("latin1")
        : text
            .replaceAll("_", " ")
            .replaceAll(/=([0-9A-F]{2})/g, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    )
    .replace(/^.*$/s, (all) => Buffer.from(all.trim(), "latin1").toString("utf8"));
}
