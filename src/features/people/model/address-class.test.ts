import { describe, expect, it } from "vitest";
import { addressClass, addressWords } from "./address-class.ts";

describe("the class of an address", () => {
  it.each([
    ["127.0.0.1", "computer"],
    ["::1", "computer"],
    ["::ffff:127.0.0.1", "computer"],
    ["10.4.0.9", "local"],
    ["172.16.0.1", "local"],
    ["172.31.255.1", "local"],
    ["172.32.0.1", "172.32.0.*"],
    ["192.168.1.7", "local"],
    ["85.12.34.56", "85.12.34.*"],
    ["::ffff:85.12.34.56", "85.12.34.*"],
    ["fe80::1", "local"],
    ["fd12:3456::1", "local"],
    ["2a02:6b8:0:1::1", "2a02:6b8:0:*"],
    ["", ""],
  ])("%s is %s", (address, told) => expect(addressClass(address)).toBe(told));

  it("is told in words, and not at all where it is unknown", () => {
    expect(addressWords("85.12.34.*")).toBe("сеть 85.12.34.*");
    expect(addressWords("local")).toBe("из местной сети");
    expect(addressWords("")).toBe("");
  });
});
