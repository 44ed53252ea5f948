/** Longest side of a photograph made smaller, px: a page of A4 is still read at it. */
const LONGEST_SIDE = 4000;
const QUALITY = 0.85;
const PHOTO = /\.(jpe?g|png|webp|heic|heif)$/iu;

/** Whether a file is a photograph by what its device calls it. */
export function isPhoto({ type, name }: Pick<File, "type" | "name">): boolean {
  return type.startsWith("image/") || PHOTO.test(name);
}

/** How large a picture becomes so that its longer side is not longer than may be; one that is small enough stays. */
export function fitWithin(width: number, height: number): { readonly width: number; readonly height: number } {
  const share = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}

/** The photograph smaller, drawn by the device itself; undefined where it cannot open it (HEIC outside Apple's browsers). */
export async function shrinkPhoto(file: File): Promise<File | undefined> {
  try {
    const picture = await createImageBitmap(file);
    const canvas = document.createElement("canvas");
    Object.assign(canvas, fitWithin(picture.width, picture.height));
    canvas.getContext("2d")!.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
    if (!drawn) return undefined;
    const name = `${file.name.replace(/\.[^.]+$/u, "")}.jpg`;
    return new File([drawn], name, { type: "image/jpeg", lastModified: file.lastModified });
  } catch {
    return undefined;
  }
}
