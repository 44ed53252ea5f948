/** How long a deed can be taken back, ms: the minute that its notice offers, and a slow line's answer. */
export const UNDO_MS = 65_000;
