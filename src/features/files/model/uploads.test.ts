import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_BYTES, PART_BYTES, partFault, partLength } from "./uploads.ts";

const lengths = fc.integer({ min: 1, max: MOST_BYTES });

describe("parts of a file", () => {
  it("sent one after another make the whole and no more", () => {
    fc.assert(
      fc.property(lengths, (bytes) => {
        let received = 0;
        while (received < bytes) {
          const part = { offset: received, bytes: partLength(bytes, received) };
          expect(partFault({ bytes, received }, part)).toBeUndefined();
          received += part.bytes;
        }
        expect(received).toBe(bytes);
        expect(partFault({ bytes, received }, { offset: received, bytes: 0 })).toBe("upload-part");
      }),
    );
  });

  it("that overlap, leave a hole or repeat are told where to begin", () => {
    fc.assert(
      fc.property(lengths, fc.nat({ max: MOST_BYTES }), fc.nat({ max: MOST_BYTES }), (bytes, received, offset) => {
        fc.pre(offset !== received && received <= bytes);
        expect(partFault({ bytes, received }, { offset, bytes: 1 })).toBe("upload-offset");
      }),
    );
  });

  it.each([
    ["shorter than the others in the middle of a file", PART_BYTES * 3, 0, PART_BYTES - 1],
    ["longer", PART_BYTES * 3, 0, PART_BYTES + 1],
    ["beyond the end", PART_BYTES + 5, PART_BYTES, 6],
    ["empty", PART_BYTES, 0, 0],
  ])("%s is refused", (_what, bytes, received, length) => {
    expect(partFault({ bytes, received }, { offset: received, bytes: length })).toBe("upload-part");
  });
});
