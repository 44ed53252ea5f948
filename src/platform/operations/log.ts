import { pino, type DestinationStream } from "pino";
import type { Answered } from "#platform/http/answered.ts";

/** Where the program tells what it does. Personal data never comes here: places of faults, names of actions, figures. */
export interface Log {
  /** a step of the program's own life, in Russian */
  say(line: string): void;
  /** a failure somebody should look at */
  fault(line: string): void;
  /** one answered request */
  answered(answered: Answered): void;
}

/** For a person at a terminal: steps and failures in words, requests untold. */
function wordsLog(): Log {
  return {
    say: (line) => process.stdout.write(`${line}\n`),
    fault: (line) => process.stderr.write(`${line}\n`),
    answered: () => {},
  };
}

/** For a collector of logs: one JSON object a line, requests by the name of their action, never by their address or person. */
export function jsonLog(to?: DestinationStream): Log {
  const logger = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (level) => ({ level }) } },
    to ?? pino.destination({ sync: true }),
  );
  return {
    say: (line) => logger.info({ event: "program" }, line),
    fault: (line) => logger.error({ event: "fault" }, line),
    // one who was refused is looked for by the grade and the code; who it was stands in the journal, not here
    answered: ({ action, status, refusal, seconds }) =>
      logger[refusal ? "warn" : "info"]({
        event: "request",
        action,
        status,
        ...(refusal && { refusal }),
        ms: Math.round(seconds * 1000),
      }),
  };
}

export function openLog(form: "words" | "json"): Log {
  return form === "json" ? jsonLog() : wordsLog();
}
