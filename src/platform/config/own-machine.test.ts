import { describe, expect, it } from "vitest";
import { isOwnMachine } from "./own-machine.ts";

describe("this very machine", () => {
  it.each(["localhost", "LOCALHOST", "127.0.0.1", "127.8.9.10", "::1", "[::1]"])("is %s", (host) =>
    expect(isOwnMachine(host)).toBe(true),
  );

  it.each([
    "127.example.ru",
    "localhost.example.ru",
    "::11",
    "0.0.0.0",
    "10.0.0.1",
    "128.0.0.1",
    "127.0.0.1.nip.io",
    "",
  ])("is not «%s»", (host) => expect(isOwnMachine(host)).toBe(false));
});
