import { describe, expect, it } from "vitest";
import { Secret } from "otpauth";
import { factorUri, makeFactorSecret, makeRecoveryCodes, stepOfCode } from "./one-time-code.ts";

describe("a code by time", () => {
  // RFC 6238, appendix B (SHA-1), the last six of its eight digits
  const secret = Secret.fromUTF8("12345678901234567890").base32;
  it.each([
    ["1970-01-01T00:00:59Z", "287082", 1],
    ["2005-03-18T01:58:29Z", "081804", 0x23523ec],
    ["2009-02-13T23:31:30Z", "005924", 0x273ef07],
    ["2033-05-18T03:33:20Z", "279037", 0x3f940aa],
  ])("of %s is %s", (at, code, step) => expect(stepOfCode(secret, code, new Date(at))).toBe(step));

  it.each([
    [-60, false],
    [-30, true],
    [0, true],
    [30, true],
    [60, false],
  ])("is taken %i seconds after its own step: %s", (later, taken) => {
    const at = new Date(Date.parse("2009-02-13T23:31:30Z") + later * 1000);
    expect(stepOfCode(secret, "005924", at) === 0x273ef07).toBe(taken);
  });

  it("is refused when it is another's", () => {
    expect(stepOfCode(makeFactorSecret(), "279037", new Date("2033-05-18T03:33:20Z"))).toBeUndefined();
  });

  it("has an address that names the product and the login", () => {
    const uri = new URL(factorUri(secret, "vetrova@example.test"));
    expect(decodeURIComponent(uri.pathname)).toContain("vetrova@example.test");
    expect([uri.searchParams.get("issuer"), uri.searchParams.get("secret")]).toEqual(["Ориентир", secret]);
  });
});

it("ten recovery codes differ, and so do the next ten", () => {
  const codes = [...makeRecoveryCodes(), ...makeRecoveryCodes()];
  expect(new Set(codes).size).toBe(20);
  expect(codes.every((code) => /^\d{12}$/.test(code))).toBe(true);
});
