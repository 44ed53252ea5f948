import { join } from "node:path";
import type { Readable } from "node:stream";
import { asHash, checkedContent } from "./content-hash.ts";
import { machineDisk, type Disk } from "./disk.ts";
import { openFolderShelf } from "./folder-shelf.ts";
import { openIncoming } from "./incoming.ts";
import type { Scanner } from "./scanner.ts";
import type { S3Place } from "./s3-request.ts";
import { openS3Shelf } from "./s3-shelf.ts";

/** A file on the disk that nothing owns yet: it is adopted into the store or dropped. */
export interface ReceivedFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly path: string;
}

/** What lies in the store for good. */
export interface KeptFile {
  readonly sha256: string;
  readonly bytes: number;
  /** when it was last put there */
  readonly keptAt: Date;
}

/** Where adopted files lie: a folder of this machine, or a bucket. Everything may be done twice. */
export interface Shelf {
  /** The received file stays where it is or moves; a file of this hash that was altered is replaced. */
  put(received: ReceivedFile): Promise<void>;
  /** its length; undefined where nothing lies under the hash */
  sizeOf(sha256: string): Promise<number | undefined>;
  /** Throws FileMissingError; the content is not checked. */
  open(sha256: string): Promise<Readable>;
  list(): AsyncIterable<KeptFile>;
  remove(sha256: string): Promise<void>;
}

/** Content-addressed store: a file is named by its SHA-256, so the same paper is kept once. */
export interface FileStore {
  readonly limits: FileLimits;
  /** looks for viruses; undefined where no scanner is set */
  readonly scanner: Scanner | undefined;
  /** Takes a stream to the disk, fsynced. Throws FileTooLargeError beyond 30 MB; nothing is left behind then. */
  receive(content: Readable): Promise<ReceivedFile>;
  readReceived(received: ReceivedFile): Promise<Uint8Array>;
  /** Drops what was received; what was adopted stays. */
  drop(received: ReceivedFile): Promise<void>;
  /** Brings a file that will be adopted to where it will lie, before a transaction waits for it; a folder of this machine needs no such step. */
  carry(received: ReceivedFile): Promise<void>;
  /**
   * Keeps a received file for good: before the row that tells of it is committed, and under the lock of its content
   * (`features/files/server/content-lock.ts`), or the sweep may take it away in between.
   */
  adopt(received: ReceivedFile): Promise<void>;
  /** The content as a stream that fails at its end with FileAlteredError where the hash is another. Throws FileMissingError. */
  open(sha256: string): Promise<Readable>;
  /** The whole content, its hash checked. Throws FileMissingError, FileAlteredError. */
  read(sha256: string): Promise<Uint8Array>;
  /** Everything that was adopted, in no order; what comes meanwhile may be left out. */
  listFiles(): AsyncIterable<KeptFile>;
  /** Takes a content away for good. Only the sweep does, under the lock of the content. */
  remove(sha256: string): Promise<void>;
}

/** How much may be kept, and by whom; bytes of the files as they were kept, the same content twice counted twice. */
export interface FileLimits {
  readonly territoryBytes: number;
  /** of the files that people of one organisation put up */
  readonly organisationBytes: number;
  /** of one report, paper or import */
  readonly recordFiles: number;
  readonly recordBytes: number;
  /** put up by one person and cited by nothing yet */
  readonly looseFiles: number;
  /** on their way from one person */
  readonly uploadsAtOnce: number;
}

const MEGABYTE = 1024 * 1024;

export const USUAL_LIMITS: FileLimits = {
  territoryBytes: 102_400 * MEGABYTE,
  organisationBytes: 10_240 * MEGABYTE,
  recordFiles: 60,
  recordBytes: 500 * MEGABYTE,
  looseFiles: 200,
  uploadsAtOnce: 4,
};

export interface StorePlaces {
  /** the bucket instead of the folder; received files lie in the folder all the same */
  readonly s3?: S3Place | undefined;
  readonly scanner?: Scanner | undefined;
  readonly limits?: FileLimits | undefined;
  readonly disk?: Disk;
}

/** Opens the store and clears what an earlier run had received and not adopted. */
export async function openFileStore(
  folder: string,
  { s3, scanner, limits = USUAL_LIMITS, disk = machineDisk }: StorePlaces = {},
): Promise<FileStore> {
  const incoming = await openIncoming(join(folder, "incoming"), disk);
  const shelf = s3 ? openS3Shelf(s3) : openFolderShelf(folder, disk);
  return {
    ...incoming,
    limits,
    scanner,
    carry: (received) => (s3 ? shelf.put(received) : Promise.resolve()),
    async adopt(received) {
      if (s3 && (await shelf.sizeOf(received.sha256)) === received.bytes) return;
      await shelf.put(received);
    },
    open: async (sha256) => checkedContent(await shelf.open(asHash(sha256)), sha256),
    async read(sha256) {
      const parts: Buffer[] = [];
      for await (const part of checkedContent(await shelf.open(asHash(sha256)), sha256)) parts.push(part as Buffer);
      return new Uint8Array(Buffer.concat(parts));
    },
    listFiles: () => shelf.list(),
    remove: async (sha256) => shelf.remove(asHash(sha256)),
  };
}
