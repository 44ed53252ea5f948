import { describe, expect, it } from "vitest";
import { jsonLog } from "./log.ts";

describe("the log for a collector", () => {
  it("is one object a line: what happened, how grave, when", () => {
    const lines: Record<string, unknown>[] = [];
    const log = jsonLog({ write: (line) => void lines.push(JSON.parse(line)) });
    log.say("Ориентир открыт");
    log.fault("сбой 0a1b2c3d: load.ts:17");
    log.answered({ action: "report.submit", status: 200, seconds: 0.0421 });
    expect(lines).toMatchObject([
      { level: "info", event: "program", msg: "Ориентир открыт" },
      { level: "error", event: "fault", msg: "сбой 0a1b2c3d: load.ts:17" },
      { level: "info", event: "request", action: "report.submit", status: 200, ms: 42 },
    ]);
    log.answered({ action: "programme.edit", status: 403, refusal: "not-allowed", seconds: 0.01 });
    expect(lines[3]).toMatchObject({ level: "warn", event: "request", status: 403, refusal: "not-allowed" });
    expect(lines.every(({ time }) => !Number.isNaN(Date.parse(String(time))))).toBe(true);
    expect(Object.keys(lines[2]!).sort()).toEqual(["action", "event", "level", "ms", "status", "time"]);
  });
});
