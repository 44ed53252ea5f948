import { expect, it } from "vitest";
import { networkOf } from "./network-of.ts";

it.each([
  ["85.12.34.56", "85.12.34.56"],
  ["::ffff:85.12.34.56", "85.12.34.56"],
  ["2a02:6b8:0:1:aaaa::1", "2a02:6b8:0:1"],
  ["2a02:6b8:0:1:bbbb:cccc:dddd:eeee", "2a02:6b8:0:1"],
  ["2a02:6b8::1", "2a02:6b8:0:0"],
  ["2a02:6b8:0:2::1", "2a02:6b8:0:2"],
  ["::1", "0:0:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["", ""],
])("guesses from %s are those of %s", (address, network) => expect(networkOf(address)).toBe(network));
