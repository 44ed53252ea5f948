import { afterEach, expect, it, vi } from "vitest";
import { upload } from "./upload.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("a file stopped in the pause between two tries is not sent again", async () => {
  vi.useFakeTimers();
  let sent = 0;
  /** a line that fails each time */
  class Call extends EventTarget {
    readonly upload = new EventTarget();
    open() {}
    setRequestHeader() {}
    abort() {}
    send() {
      sent += 1;
      this.dispatchEvent(new Event("error"));
    }
  }
  vi.stubGlobal("XMLHttpRequest", Call);
  vi.stubGlobal("navigator", { onLine: true });
  const stop = new AbortController();
  const answer = upload(new File(["a"], "a.txt"), { territoryId: "t", signal: stop.signal });
  answer.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(500);
  stop.abort();
  await vi.advanceTimersByTimeAsync(30_000);
  await expect(answer).rejects.toMatchObject({ name: "AbortError" });
  expect(sent).toBe(1);
});
