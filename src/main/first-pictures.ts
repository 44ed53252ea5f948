import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { DrawPictures } from "#platform/http/pages.ts";
import type { DrawPicture } from "#shared/first-picture.ts";

/** What draws the first pictures of the pages, built by itself into `folder`, with the pages that have one: read once, when it is first wanted. */
export function firstPictures(folder: string): DrawPictures {
  return async (language) => {
    const built = (await import(pathToFileURL(join(folder, `first-picture-${language}.js`)).href)) as {
      readonly drawPicture: DrawPicture;
      readonly readPages: () => Promise<void>;
    };
    await built.readPages();
    return built.drawPicture;
  };
}
