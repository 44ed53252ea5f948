import { readRegistry } from "../probe/registry.ts";
import type { Fault } from "./judge-answer.ts";
import { judgeAnswer } from "./judge-answer.ts";
import { makeRequest, type Made } from "./make-request.ts";
import { keepDoors, mendDoors } from "./mend.ts";
import { operationsOf, type OpenApi } from "./operations.ts";
import type { RunningProgram } from "./program.ts";
import { sender } from "./send.ts";
import { makeTally, type Tally } from "./tally.ts";

const LANES = 8;
/** the world changes under valid requests: so often it is read again, and those who lost their sign-in get it back */
const ROUND = 1000;

export interface PartOptions {
  /** number of the first try: a try is made again by its number and the seed */
  readonly from: number;
  readonly count: number;
  readonly seed: number;
  readonly say: (line: string) => void;
  /** workbooks are looked through and not opened in LibreOffice, which takes seconds */
  readonly withoutOffice?: true;
}

/** Sends `count` requests made from the program's own OpenAPI document to the running program and judges every answer. */
export async function requestsPart(
  program: RunningProgram,
  { from: first, count, seed, say }: PartOptions,
): Promise<Tally> {
  const tally = makeTally("requests", seed);
  const send = sender(program.address, LANES);
  const document = JSON.parse(
    String((await send({ method: "GET", path: "/api/openapi.json", headers: {}, body: undefined })).body),
  ) as OpenApi;
  const operations = operationsOf(document);
  await keepDoors(program.pool);
  for (let from = first; from < first + count; from += ROUND) {
    const registry = await readRegistry(program.pool);
    const around = { ...program, operations, registry };
    const end = Math.min(first + count, from + ROUND);
    let next = from;
    await Promise.all(
      Array.from({ length: LANES }, async () => {
        while (next < end) {
          const number = next;
          next += 1;
          const made = makeRequest(number, seed, around);
          const got = await send(made.sent);
          tally.count(`${made.operation.action} ${got.status}`, got.status, got.milliseconds);
          const fault = judgeAnswer(got, made.operation, isWhole(made));
          if (fault) tally.fault(fault.kind, tell(number, made, fault));
        }
      }),
    );
    await mendDoors(program.pool);
    if ((from / ROUND) % 5 === 4) say(`  отправлено ${end} из ${count}, сбоев ${tally.faults.length}`);
  }
  const answered = operations.filter(({ action }) => tally.kinds.has(`${action} 200`)).length;
  say(`  маршрутов ${operations.length}, из них с удачными ответами ${answered}; ответы: ${tally.statuses()}`);
  return tally;
}

/** Method and address are those of the operation: only the body and its values are hurt. */
export function isWhole({ twist, sent, operation }: Made): boolean {
  return twist !== "line" && twist !== "address" && sent.method === operation.method;
}

function tell(number: number, { operation, persona, twist, sent }: Made, { what }: Fault): string {
  const body = sent.body ? Buffer.from(sent.body).toString("utf8").slice(0, 300) : "";
  return `${number} ${operation.action} (${twist}, ${persona.name}): ${what}\n    ${sent.method} ${sent.path.slice(0, 300)} ${body}`;
}
