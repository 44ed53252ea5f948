import { uuidv7 } from "uuidv7";

/** A UUIDv7 in its usual form; made by the program, so that PostgreSQL 15 suffices. */
export type Id = string;

/** The door through which new identifiers come in; tests pass a counter. */
export type MakeId = () => Id;

export const makeId: MakeId = uuidv7;
