import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { DrawPictures } from "#platform/http/pages.ts";
import type { DrawPicture } from "#shared/first-picture.ts";

/** What draws the first pictures of the pages, built by itself into `folder`: read when the first one is wanted, for it is as long as the program. */
export function firstPictures(folder: string): DrawPictures {
  return async (language) => {
    const built = (await import(pathToFileURL(join(folder, `first-picture-${language}.js`)).href)) as {
      readonly drawPicture: DrawPicture;
    };
    return built.drawPicture;
  };
}
