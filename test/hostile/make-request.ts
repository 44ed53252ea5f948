import { ROUTES } from "#main/routes.ts";
import type { Route } from "#platform/http/route.ts";
import { makeId } from "#shared/ids.ts";
import { randomOf, type Random } from "../fuzz/random.ts";
import { aimsOf, bodyOf, type Aim } from "../probe/aims.ts";
import { FORMS, type Known } from "../probe/forms.ts";
import type { Persona, Territory } from "../probe/place.ts";
import type { Registry } from "../probe/registry.ts";
import { NASTY_TEXTS } from "./nasty.ts";
import type { Operation, Parameter } from "./operations.ts";
import type { Sent } from "./send.ts";
import { twistBody, twistText } from "./twist-body.ts";
import { filePart, twistLine } from "./twist-line.ts";

export interface Surroundings {
  readonly operations: readonly Operation[];
  readonly personas: readonly Persona[];
  readonly territories: readonly Territory[];
  readonly registry: Registry;
  readonly known: Known;
}

export const TWISTS = ["valid", "body", "text", "address", "line"] as const;
export type Twist = (typeof TWISTS)[number];

export interface Made {
  readonly sent: Sent;
  readonly operation: Operation;
  readonly persona: Persona;
  readonly twist: Twist;
}

const BY_ACTION = new Map(ROUTES.map((route) => [route.action, route]));
/** so that each number of each seed has dice of its own */
const SPREAD = 2_654_435_761;

/** The request that a number means: operations in turn; who asks, what it is aimed at and how it is hurt the dice decide. */
export function makeRequest(number: number, seed: number, around: Surroundings): Made {
  const random = randomOf((seed ^ Math.imul(number + 1, SPREAD)) >>> 0);
  const operation = around.operations[number % around.operations.length]!;
  const route = BY_ACTION.get(operation.action);
  const aims = route ? aimsFor(route, around) : [];
  const aim = aims.length > 0 ? random.pick(aims) : undefined;
  const persona = personaFor(aim, around.personas, random);
  const twist = random.pick<Twist>([
    "valid",
    "valid",
    "valid",
    "body",
    "body",
    "body",
    "text",
    "address",
    "address",
    "line",
  ]);
  const value = route && aim && bodyOf(route, aim, FORMS[route.action]?.(aim, around.registry, around.known) ?? {});
  const hurt = twist === "body" ? twistBody(value ?? {}, random) : value;
  const text = hurt === undefined ? "" : JSON.stringify(hurt);
  const json: Uint8Array | undefined =
    operation.method === "GET" || hurt === undefined
      ? undefined
      : twist === "text"
        ? twistText(text, random)
        : Buffer.from(text);
  const plain: Sent = {
    method: operation.method,
    path: addressOf(operation, aim, around.known, twist === "address" ? random : undefined),
    headers: { ...persona.headers, ...(json ? { "content-type": "application/json" } : {}) },
    body: json,
  };
  const whole = operation.takesFile
    ? filePart(plain, around.known.workbooks.get(operation.action), twist === "body" || twist === "text", random)
    : plain;
  return { sent: twist === "line" ? twistLine(whole, random) : whole, operation, persona, twist };
}

const aimsKept = new WeakMap<Registry, Map<string, readonly Aim[]>>();

/** Aims are many and the same for a registry: they are worked out once for each route. */
function aimsFor(route: Route, { territories, registry }: Surroundings): readonly Aim[] {
  const kept = aimsKept.get(registry) ?? new Map<string, readonly Aim[]>();
  aimsKept.set(registry, kept);
  const known = kept.get(route.action);
  if (known) return known;
  const aims = aimsOf(route, territories, registry);
  kept.set(route.action, aims);
  return aims;
}

/** Mostly somebody of the place, who gets further than the door; sometimes anybody. */
function personaFor(aim: Aim | undefined, personas: readonly Persona[], random: Random): Persona {
  const near = personas.filter(
    (one) => one.kind === "person" && one.held.some((held) => held.territoryId === aim?.territoryId),
  );
  if (near.length === 0 || random.oneIn(4)) return random.pick(personas);
  const leading = near.filter((one) => one.held.some(({ role }) => /administrator|officer|school_head/.test(role)));
  return random.pick(random.oneIn(2) && leading.length > 0 ? leading : near);
}

const ANY: Readonly<Record<string, string>> = { year: "2026", direction: "undo", format: "docx", rowId: "" };

function addressOf(
  { path, parameters }: Operation,
  aim: Aim | undefined,
  known: Known,
  random: Random | undefined,
): string {
  const value = ({ name, schema }: Parameter): string => {
    if (random?.oneIn(2)) return random.pick(NASTY_TEXTS).slice(0, 8000);
    if (name === "token" && path.includes("/feeds/")) return known.feeds.get(aim?.territoryId ?? "") ?? "x".repeat(43);
    if (name === "token") return known.invitations.get(aim?.territoryId ?? "") ?? "x".repeat(43);
    return ANY[name] || String(aim?.ids[name] ?? schema.enum?.[0] ?? makeId());
  };
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encoded(value(parameters.find((one) => one.name === name) ?? { name, in: "path", required: true, schema: {} })),
  );
  const asked = parameters.filter(
    (one) => one.in === "query" && (one.required || isAimed(one, aim) || random?.oneIn(3)),
  );
  const query = asked.map((one) => `${one.name}=${encoded(value(one))}`);
  if (random?.oneIn(4)) query.push(...query, "__proto__[role]=administrator", "territoryId[]=1");
  if (random?.oneIn(20)) query.push("%", "a=%zz", "%00=%00", "=", "&&", "a".repeat(3000));
  return query.length > 0 ? `${filled}?${query.join("&")}` : filled;
}

const isAimed = ({ name }: Parameter, aim: Aim | undefined): boolean =>
  name === "version" || aim?.ids[name] !== undefined;

/** A lone half of a sign has no bytes of its own. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
}
