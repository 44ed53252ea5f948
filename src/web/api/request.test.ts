import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiProblem } from "./problem.ts";
import { addressOf, request } from "./request.ts";
import { answerExpiredSession } from "./session-gate.ts";

interface Sent {
  readonly address: string;
  readonly headers: Record<string, string>;
}

/** Answers in turn; keeps what was asked. */
function serverWith(
  ...answers: readonly (readonly [status: number, body: string, retryAfter?: string] | "silence")[]
): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal("fetch", async (address: string, init: { headers: Record<string, string> }) => {
    const answer = answers[sent.length];
    sent.push({ address, headers: init.headers });
    if (!answer || answer === "silence") throw new TypeError("Failed to fetch");
    const headers: Record<string, string> = answer[2] ? { "retry-after": answer[2] } : {};
    return new Response(answer[1] || null, { status: answer[0], headers });
  });
  return sent;
}

const ENDED = JSON.stringify({ code: "not-signed-in", text: "Вход закончился." });
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail("no refusal"),
    (error: unknown) => error as ApiProblem,
  );

afterEach(() => vi.unstubAllGlobals());

describe("request", () => {
  it("turns a problem document into its sentence and fields", async () => {
    serverWith([
      422,
      JSON.stringify({
        code: "bad-request",
        text: "Поправьте поля.",
        fields: { title: "Заполните." },
        extra: { a: 1 },
      }),
    ]);
    const problem = await refusal(request("/api/x", { method: "POST", body: {} }));
    expect(problem).toMatchObject({
      code: "bad-request",
      status: 422,
      text: "Поправьте поля.",
      fields: { title: "Заполните." },
      extra: { a: 1 },
    });
  });

  it("reads the problem documents of the product's server", async () => {
    serverWith([
      403,
      JSON.stringify({ type: "urn:orientir:not-allowed", code: "not-allowed", status: 403, title: "Нет права." }),
    ]);
    expect(await refusal(request("/api/x"))).toMatchObject({ code: "not-allowed", text: "Нет права.", fields: {} });
  });

  it.each([
    [502, "<html>Bad gateway</html>"],
    [500, ""],
    [200, "<html>proxy</html>"],
  ])("says something of its own for %i %s", async (status, body) => {
    serverWith([status, body]);
    const problem = await refusal(request("/api/x"));
    expect(problem.code).toBe("unreadable");
    expect(problem.text).toContain(String(status));
  });

  it("says that the server did not answer", async () => {
    serverWith("silence");
    expect(await refusal(request("/api/x"))).toMatchObject({ code: "no-connection", status: 0 });
  });

  it("marks writes, and only writes", async () => {
    const sent = serverWith([200, "1"], [204, ""]);
    expect(await request("/api/x")).toBe(1);
    expect(await request("/api/x", { method: "DELETE", key: "k-1" })).toBeUndefined();
    expect(sent[0]?.headers["Idempotency-Key"]).toBeUndefined();
    expect(sent[1]?.headers).toMatchObject({ "Idempotency-Key": "k-1", "X-Orientir": "1" });
  });

  describe("a write", () => {
    beforeEach(() => {
      vi.useFakeTimers();
      vi.stubGlobal("navigator", { onLine: true });
    });
    afterEach(() => {
      vi.useRealTimers();
    });
    const BUSY = JSON.stringify({ code: "overloaded", title: "Слишком много людей." });
    const write = async () => {
      const answer = request("/api/x", { method: "POST", body: {} });
      answer.catch(() => undefined);
      // all its pauses, before the connection itself is looked at
      for (let second = 0; second < 11; second += 1) await vi.advanceTimersByTimeAsync(1000);
      return answer;
    };

    it.each([
      ["whose answer was lost", "silence"],
      ["the server was not ready for", [503, BUSY, "2"]],
    ] as const)("%s goes again under the same key", async (_, first) => {
      const sent = serverWith(first, [200, '{"ok":true}']);
      expect(await write()).toEqual({ ok: true });
      expect(sent).toHaveLength(2);
      expect(sent[1]?.headers["Idempotency-Key"]).toBe(sent[0]?.headers["Idempotency-Key"]);
    });

    it("waits as long as the server bids", async () => {
      const sent = serverWith([503, BUSY, "7"], [200, "1"]);
      const answer = request("/api/x", { method: "POST", body: {} });
      await vi.advanceTimersByTimeAsync(6900);
      expect(sent).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(200);
      expect(await answer).toBe(1);
    });

    it("is not asked for ever, nor with the cable out, nor after a fault of the server itself", async () => {
      const silent = serverWith("silence");
      expect(await refusal(write())).toMatchObject({ status: 0 });
      expect(silent.filter(({ address }) => address === "/api/x")).toHaveLength(4);
      const failing = serverWith([500, ""]);
      await refusal(write());
      expect(failing).toHaveLength(1);
      vi.stubGlobal("navigator", { onLine: false });
      const cut = serverWith("silence");
      await refusal(write());
      expect(cut.filter(({ address }) => address === "/api/x")).toHaveLength(1);
    });
  });

  it("after an ended session asks to sign in and repeats under the same key", async () => {
    const sent = serverWith([401, ENDED], [200, '{"ok":true}']);
    const leave = answerExpiredSession(async () => true);
    expect(await request("/api/x", { method: "POST", body: { a: 1 } })).toEqual({ ok: true });
    leave();
    expect(sent).toHaveLength(2);
    expect(sent[0]?.headers["Idempotency-Key"]).toBe(sent[1]?.headers["Idempotency-Key"]);
  });

  it("refuses when nobody signs in, and never asks for signing in itself", async () => {
    let asked = 0;
    const leave = answerExpiredSession(async () => ++asked < 0);
    serverWith([401, ENDED], [401, ENDED]);
    expect(await refusal(request("/api/x"))).toMatchObject({ code: "not-signed-in" });
    expect(await refusal(request("/api/session", { method: "POST", askToSignIn: false }))).toMatchObject({
      status: 401,
    });
    leave();
    expect(asked).toBe(1);
  });
});

describe("addressOf", () => {
  it("leaves out what is empty and encodes the rest", () => {
    expect(addressOf("/api/x", { q: "", page: undefined, state: null })).toBe("/api/x");
    expect(addressOf("/api/x", { q: "план & факт", page: 2, late: false })).toBe(
      "/api/x?q=%D0%BF%D0%BB%D0%B0%D0%BD+%26+%D1%84%D0%B0%D0%BA%D1%82&page=2&late=false",
    );
  });
});
