import type { ClientBase } from "pg";

/** A file of the data folder that is kept beside the store. */
export interface BesideFile {
  /** below the data folder, with forward slashes */
  readonly name: string;
  readonly content: Buffer;
}

/** What of the program a backup holds. Made once, at the composition root: a backup knows no table by name. */
export interface BackupPlan {
  /** reads a stored file whole; FileMissingError, FileAlteredError */
  readonly files: { read(sha256: string): Promise<Uint8Array> };
  /** SQL: the SHA-256 of every stored file, each once, in order of the text, and whether it must be there or else is told as lost */
  readonly fileNames: string;
  /** tables whose rows are not kept */
  readonly leftOut: readonly string[];
  /** where jobs that wait are put for the time of the journey: they are promises made by committed writes */
  readonly jobsTable: string;
  /** the IANA zone whose clock tells people when the backup was made */
  timeZone(client: ClientBase): Promise<string | undefined>;
  /** the files beside the store, as they belong to the instant that the transaction of `client` sees */
  beside(client: ClientBase): Promise<readonly BesideFile[]>;
}
