import { useEffect, useRef, useSyncExternalStore } from "react";
import type { Language } from "../language/language.ts";

/** One key of a page: where it is on the keyboard, the Russian letter that names what it does, and what it does. */
export interface PageKey {
  /** places on the keyboard, whatever the layout: `KeyJ` is «о» and «j» */
  readonly codes: readonly string[];
  /** letters that name the deed in Russian: «п» for «принять» */
  readonly letters?: readonly string[];
  /** as the list of keys shows it: `["J", "↓"]`; nothing where another line of the list tells of it */
  readonly shown: readonly string[];
  /** what it does, with a verb: «Следующий отчёт» */
  readonly words: string;
  /** undefined where there is nothing to do now */
  readonly run: (() => void) | undefined;
  /** works only while the focus is within this: the arrows roll the page elsewhere */
  readonly within?: string;
  /** and where the focus is on no link, button or field at all */
  readonly orNowhere?: true;
}

/** How long a page rests before it listens: the press that opened it, held or made twice, must not decide on it. */
const REST_MS = 400;

/** Keys of a page while it is open, unless the person has switched them off. Never while something is typed or asked over the page. */
export function usePageKeys(keys: readonly PageKey[], on: boolean): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!on) return;
    const since = performance.now();
    const press = (event: KeyboardEvent) => {
      if (performance.now() - since < REST_MS || !isForPage(event)) return;
      const key = latest.current.find((one) => fits(one, event));
      if (!key?.run) return;
      event.preventDefault();
      key.run();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [on]);
}

/** Typing, a question over the page, a shortcut of the browser and a key held down are not for the page. */
export function isForPage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.repeat || event.altKey || event.ctrlKey || event.metaKey) return false;
  if (document.querySelector("[role=dialog]") !== null) return false;
  const { target } = event;
  return !(
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest("input:not([type=checkbox]), textarea, select, [role=menu], [role=listbox]") !== null)
  );
}

/** Whether the press is this key: by its place, or by the Russian letter that names the deed. */
export function fits(key: PageKey, event: Pick<KeyboardEvent, "code" | "key" | "shiftKey" | "target">): boolean {
  if (key.within && !isAt(key, key.within, event.target)) return false;
  if (key.codes.includes("?")) return event.key === "?";
  if (event.shiftKey) return false;
  return key.codes.includes(event.code) || (key.letters?.includes(event.key.toLowerCase()) ?? false);
}

const CONTROL = "a[href], button, input, select, textarea, summary, [tabindex='0']";

function isAt({ orNowhere }: PageKey, within: string, target: EventTarget | null): boolean {
  const element = target as Element | null;
  if (!element?.closest) return false;
  return element.closest(within) !== null || (orNowhere === true && element.closest(CONTROL) === null);
}

/** The letters that stand on the keys of the Latin ones in the Russian layout. */
const RUSSIAN_LETTER: Readonly<Record<string, string>> = Object.fromEntries(
  [..."QWERTYUIOPASDFGHJKLZXCVBNM"].map((latin, at) => [latin, "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ"[at]!]),
);

/** One key under the letter that stands on it in the layout of the page: «О», in English «J»; of what is no Latin letter, itself. */
function nameOfKey(shown: string, language: Language): string {
  return language === "ru" ? (RUSSIAN_LETTER[shown] ?? shown) : shown;
}

/** What the list of keys shows of one: a Russian letter that names the deed is told on a Russian page alone, as there is no such key beside Latin ones. */
export function namesOfKey({ shown }: Pick<PageKey, "shown">, language: Language): readonly string[] {
  const told = language === "ru" ? shown : shown.filter((name) => !/\p{Script=Cyrillic}/u.test(name));
  return [...new Set(told.map((name) => nameOfKey(name, language)))];
}

const nameOf = (accountId: string) => `orientir/keys/${accountId}`;
const heard = new Set<() => void>();

/** Whether single keys work for this person on this device, and how to change it (WCAG 2.1.4). On unless switched off. */
export function useKeysChoice(accountId: string): readonly [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    (listen) => {
      heard.add(listen);
      return () => heard.delete(listen);
    },
    () => read(nameOf(accountId)) !== "off",
    // as the server draws it, which knows nothing of the device
    () => true,
  );
  return [
    on,
    (next) => {
      write(nameOf(accountId), next ? "on" : "off");
      for (const listen of heard) listen();
    },
  ];
}

/** a private window may forbid keeping anything: then the choice lasts as long as the page */
const forThisPage = new Map<string, string>();

function read(name: string): string | null {
  try {
    return globalThis.localStorage.getItem(name) ?? forThisPage.get(name) ?? null;
  } catch {
    return forThisPage.get(name) ?? null;
  }
}

function write(name: string, value: string): void {
  forThisPage.set(name, value);
  try {
    globalThis.localStorage.setItem(name, value);
  } catch {
    // kept for this page
  }
}
