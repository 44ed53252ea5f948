import { markReachable, markUnreachable } from "./online.ts";
import { again } from "./again.ts";
import { ApiProblem, noConnection, problemFrom, retryAfterOf } from "./problem.ts";
import { signInAgain } from "./session-gate.ts";

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface RequestOptions {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** sent as JSON */
  readonly body?: unknown;
  /** empty values are left out of the address */
  readonly query?: Query;
  readonly signal?: AbortSignal | undefined;
  /** Idempotency-Key of a write; made here when absent. Give the same one to repeat a write that got no answer (`useWrite` does). */
  readonly key?: string;
  /** false for signing in itself: a 401 is then its own answer and opens no dialog */
  readonly askToSignIn?: boolean;
}

/**
 * One request of the product's own interface: `request<Roadmap>("/api/roadmaps/1")`.
 * Throws `ApiProblem` for every refusal and for a missing answer; an aborted one throws the abort.
 * A session that has ended opens the sign-in dialog over the page, then the same request (same key) goes again; so does a write whose
 * answer was lost, or that the server was not ready for.
 */
export async function request<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
  const key = options.key ?? newKey();
  try {
    return await patiently<Answer>(path, options, key);
  } catch (error) {
    const ended = error instanceof ApiProblem && error.status === 401 && options.askToSignIn !== false;
    if (ended && (await signInAgain())) return patiently<Answer>(path, options, key);
    throw error;
  }
}

/** What only reads is asked again by whoever shows it (`makeQueryClient`). */
function patiently<Answer>(path: string, options: RequestOptions, key: string): Promise<Answer> {
  const ask = () => once<Answer>(path, options, key);
  return (options.method ?? "GET") === "GET" ? ask() : again(ask, options.signal);
}

/** A fresh Idempotency-Key. */
export function newKey(): string {
  // randomUUID exists only on https and loopback; a municipal server on plain http inside its network still works.
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The address with its query: empty values left out. */
export function addressOf(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== "");
  if (given.length === 0) return path;
  return `${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

/** The headers every write carries: the key, and the mark that a form of another site cannot set. */
export function writeHeaders(key: string): Record<string, string> {
  return { "Idempotency-Key": key, "X-Orientir": "1" };
}

async function once<Answer>(path: string, options: RequestOptions, key: string): Promise<Answer> {
  const { method = "GET", body, query, signal } = options;
  const headers: Record<string, string> = { Accept: "application/json" };
  if (method !== "GET") Object.assign(headers, writeHeaders(key));
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const response = await reach(addressOf(path, query), {
    method,
    headers,
    credentials: "same-origin",
    ...(signal && { signal }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = await bodyOf(response);
  if (!response.ok) {
    const problem = problemFrom(response.status, answer);
    problem.retryAfter = retryAfterOf(response.headers.get("retry-after"));
    throw problem;
  }
  return answer as Answer;
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(address, init);
    markReachable();
    return response;
  } catch (error) {
    if (init.signal?.aborted) throw error;
    markUnreachable();
    throw noConnection();
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => "");
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    if (response.ok) throw problemFrom(response.status, undefined);
    return undefined;
  }
}
