import nodemailer from "nodemailer";
import { isOwnMachine } from "#platform/config/own-machine.ts";
import type { Letter } from "./letter.ts";
import { writtenOut } from "./letter.ts";

/** The way letters leave. */
export interface Post {
  /** Hands one letter over to the mail server. Throws `PostFault`. The same `id` twice is the same letter for who receives it. */
  send(id: string, letter: Letter): Promise<void>;
  close(): void;
}

export interface PostOptions {
  /** smtp:// or smtps:// with user and password */
  readonly smtpUrl: string;
  /** «Ориентир <orientir@okrug.ru>» */
  readonly from: string;
  readonly publicUrl: string;
}

/** Why a letter did not leave: a code without a word of what is in it. */
export class PostFault extends Error {
  /** the mail server refused this very letter for good: trying again is of no use */
  readonly forGood: boolean;
  readonly code: string;

  constructor(code: string, forGood: boolean) {
    super(code);
    this.code = code;
    this.forGood = forGood;
  }
}

const WAIT_MS = 20_000;

/** Letters over SMTP. Beyond this machine a connection without TLS is refused: a letter may carry a link that opens an account. */
export function openPost({ smtpUrl, from, publicUrl }: PostOptions): Post {
  const url = new URL(smtpUrl);
  const secure = url.protocol === "smtps:";
  const transport = nodemailer.createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isOwnMachine(url.hostname),
    ...(url.username && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? "orientir";
  return {
    async send(id, letter) {
      try {
        await transport.sendMail({
          from,
          to: { name: "", address: letter.to },
          subject: letter.subject,
          ...writtenOut(letter, publicUrl),
          messageId: `<${id}@${domain}>`,
          headers: { "Auto-Submitted": "auto-generated" },
        });
      } catch (fault) {
        throw faultOf(fault);
      }
    },
    close: () => transport.close(),
  };
}

/** 5xx about the letter or its addressee stands for good; everything else (no answer, wrong password, 4xx) may pass. */
function faultOf(fault: unknown): PostFault {
  const { code = "EFAILED", responseCode = 0 } = fault as { code?: string; responseCode?: number };
  const forGood = ["EENVELOPE", "EMESSAGE"].includes(code) && (responseCode === 0 || responseCode >= 500);
  return new PostFault(code, forGood);
}
