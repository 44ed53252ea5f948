import type { Random } from "../../fuzz/random.ts";

/** What hostile files point at: nobody may ask for the address, read the secret, run the word or make the file. */
export interface Lure {
  /** «http://127.0.0.1:…»: a server that only counts who asks */
  readonly web: string;
  /** «file:///…/secret.txt» */
  readonly file: string;
  /** what stands in that file, and in no other */
  readonly secret: string;
  /** a path that appears where something of a file was executed */
  readonly canary: string;
  /** a name that appears on the disk where a part of an archive got out of it */
  readonly escaped: string;
}

/** A word in everything active: it may be kept and saved, but never opened in the window. */
export const ACTIVE_MARK = "orientirActive";

/** Content that a maker made; its number decides everything in it. */
export interface Made {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** does something where it is opened: never shown in the browser's window */
  readonly active?: true;
  /** Content-Type told for it; what a browser would tell unless given */
  readonly type?: string;
  /** how it is sent: an envelope of its own instead of the usual one */
  readonly wrap?: (content: Uint8Array, boundary: string) => Envelope;
}

/** The body of a request as it goes over the line. */
export interface Envelope {
  readonly body: Uint8Array;
  readonly contentType: string;
  /** instead of the true one; the line is closed by us after what we have */
  readonly length?: number;
}

export type Maker = (random: Random, lure: Lure) => Made | Promise<Made>;

export const bytesOf = (words: string): Uint8Array => new Uint8Array(Buffer.from(words, "utf8"));
export const latin = (words: string): Uint8Array => new Uint8Array(Buffer.from(words, "latin1"));
export const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
