import { STYLES_KEPT } from "#shared/first-picture.ts";
import { cookieOf, keepCookie } from "./api/device-cookie.ts";

/**
 * Once the page answers, the server is told which styles this device keeps. Those that came inside a drawn page are fetched as the file they
 * are and stand in their place from then on: the next page brings none.
 */
export function keepStyles(): void {
  const inside = document.querySelector<HTMLStyleElement>("style[data-address]");
  if (!inside) {
    const address = document.querySelector("head link[rel='stylesheet']")?.getAttribute("href");
    if (address) tellKept(address);
    return;
  }
  const address = inside.dataset["address"]!;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  link.addEventListener("load", () => {
    inside.remove();
    tellKept(address);
  });
  // rules of a page that has come stand after these and win over them
  inside.after(link);
}

function tellKept(address: string): void {
  if (cookieOf(STYLES_KEPT) !== address) keepCookie(STYLES_KEPT, address);
}
