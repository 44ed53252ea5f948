export const MAX_FILE_BYTES = 30 * 1024 * 1024;

/** More than MAX_FILE_BYTES. */
export class FileTooLargeError extends Error {}
/** Nothing lies under this hash, though a row may name it. */
export class FileMissingError extends Error {}
/** What lies under this hash has another hash: it was changed or cut short. */
export class FileAlteredError extends Error {}
/** The bucket does not answer, or answers with what is no answer. */
export class ShelfFault extends Error {}
