import type { Fault } from "../fault.ts";
import { killServer } from "./kill-server.ts";

/** Every fault, in the order of the table. */
export const FAULTS: readonly Fault[] = [killServer];
