import type { Sharp } from "sharp";

/** Photographs of telephones reach 100 megapixels; a file of a few kilobytes may claim billions. */
const MOST_PIXELS = 100_000_000;
const SECONDS = 30;

/** Loaded with the first picture: the server has pictures drawn by another process, and does not wait for the library when it starts. */
async function library() {
  const { default: sharp } = await import("sharp");
  // one picture a process, and never all cores
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

type Library = Awaited<ReturnType<typeof library>>;

const opened = (sharp: Library, path: string, animated = false) =>
  sharp(path, { limitInputPixels: MOST_PIXELS, failOn: "error", sequentialRead: false, animated }).timeout({
    seconds: SECONDS,
  });

/**
 * Writes the picture anew: turned as its camera said, and without anything but its pixels: place, time, camera, remarks, a smaller picture
 * inside, whatever stood behind its end. Throws where it cannot be opened or is beyond the bounds.
 */
export async function cleanPicture(path: string, into: string, mediaType: string): Promise<void> {
  const sharp = await library();
  const picture = opened(sharp, path, mediaType === "image/webp").rotate();
  if (mediaType === "image/png") {
    const { isPalette } = await opened(sharp, path).metadata();
    await picture.png({ compressionLevel: 6, palette: isPalette }).toFile(into);
  } else if (mediaType === "image/webp") await picture.webp({ quality: 90 }).toFile(into);
  else await picture.jpeg({ quality: 90 }).toFile(into);
}

export interface PreviewSize {
  readonly width: number;
  readonly height: number;
}
export interface PreviewSizes {
  readonly small: PreviewSize;
  readonly large: PreviewSize;
}

/** Sides of the square that a preview fits in, pixels. */
const SIDES = { small: 320, large: 1600 } as const;

const QUALITIES = { small: 72, large: 80 } as const;

/**
 * Draws a picture small and larger, on white, into `${into}.small` and `${into}.large` (WebP). Throws as `cleanPicture` does. It is read once,
 * for both, and drawn with little effort: twice the work makes hardly a smaller file of a photograph.
 */
export async function drawPreviews(path: string, into: string): Promise<PreviewSizes> {
  const sharp = await library();
  const fitted = (picture: Sharp, side: number) =>
    picture.resize({ width: side, height: side, fit: "inside", withoutEnlargement: true });
  const { data, info } = await fitted(opened(sharp, path).rotate(), SIDES.large)
    .flatten({ background: "#ffffff" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const draw = async (size: keyof typeof SIDES): Promise<PreviewSize> => {
    const { width, height } = await fitted(sharp(data, { raw: info }), SIDES[size])
      .webp({ quality: QUALITIES[size], effort: 1 })
      .toFile(`${into}.${size}`);
    return { width, height };
  };
  return { small: await draw("small"), large: await draw("large") };
}
