import fc from "fast-check";
import { runs, SEED } from "./laws.ts";

fc.configureGlobal({ seed: SEED, numRuns: runs(100) });
