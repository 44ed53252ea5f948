import { ENLARGED, enlargeText, expectRoomy, setWindow } from "../support/zoomed-page.ts";
import { visitScreens } from "./visit.ts";

for (const what of ENLARGED)
  visitScreens({
    title: `enlarged twice: ${what}`,
    width: "desktop",
    prepare: (page) => setWindow(page, what),
    expectSound: async (page) => {
      await enlargeText(page, what);
      await expectRoomy(page, what !== "text");
    },
  });
