import { describe, expect, it } from "vitest";
import { fitWithin, isPhoto, shrinkPhoto } from "./shrink-photo.ts";

describe("a photograph too large to be taken", () => {
  it.each([
    ["IMG_0001.HEIC", "", true],
    ["снимок", "image/jpeg", true],
    ["скан.pdf", "application/pdf", false],
    ["фото.jpg.docx", "", false],
  ])("is known by its name or kind: %s", (name, type, photo) => {
    expect(isPhoto({ name, type })).toBe(photo);
  });

  it.each([
    [8000, 6000, 4000, 3000],
    [1000, 9000, 444, 4000],
    [4000, 3000, 4000, 3000],
    [20_000, 1, 4000, 1],
  ])("of %i × %i is fitted into a page of paper", (width, height, wide, high) => {
    expect(fitWithin(width, height)).toEqual({ width: wide, height: high });
  });

  it("that the device cannot open stays as it is", async () => {
    expect(await shrinkPhoto(new File(["не снимок"], "а.heic"))).toBeUndefined();
  });
});
