import { ANSWERS_NOW } from "./answers-now.ts";

/*
 * The only script of a page that the server has drawn until its code comes (docs/decisions/029). It stands after the styles, so that it
 * runs when they are here and before anything is shown: it chooses the theme, has the code fetched once the picture is seen, and keeps
 * what is pressed meanwhile.
 */
const root = document.documentElement;
const code = document.currentScript?.dataset["code"]?.split(" ") ?? [];
let begun = false;
let pressed: HTMLButtonElement | undefined;

/** The theme chosen on this device, as the kit keeps it. */
function chosenTheme(): string | null {
  try {
    return localStorage.getItem("mantine-color-scheme-value");
  } catch {
    return null;
  }
}

/** The line broke: what is pressed waits for nothing, and the next press fetches the code again. */
function codeLost(): void {
  pressed?.removeAttribute("aria-busy");
  pressed = undefined;
  begun = false;
}

function fetchCode(): void {
  if (begun) return;
  begun = true;
  for (const address of code) {
    const script = document.createElement("script");
    script.type = "module";
    script.crossOrigin = "anonymous";
    script.src = address;
    script.addEventListener("error", codeLost, { once: true });
    document.head.append(script);
  }
}

const chosen = chosenTheme();
const dark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
root.dataset["mantineColorScheme"] = dark ? "dark" : "light";

// Styles that came inside the page: this device has nothing of ours yet, and letters of our own must not hold up the code.
if (document.querySelector("style[data-address]")) root.dataset["letters"] = "later";

document.addEventListener("DOMContentLoaded", () => {
  requestAnimationFrame(() => setTimeout(fetchCode));
  // a page that nobody looks at draws no frames
  if (document.hidden) fetchCode();
});

function keepPress({ target }: Event): void {
  const button = (target as Element).closest("button");
  if (!button) return;
  pressed?.removeAttribute("aria-busy");
  pressed = button;
  button.setAttribute("aria-busy", "true");
  fetchCode();
}
document.addEventListener("click", keepPress);
document.addEventListener(ANSWERS_NOW, () => {
  delete root.dataset["letters"];
  document.removeEventListener("click", keepPress);
  pressed?.removeAttribute("aria-busy");
  pressed?.click();
});
