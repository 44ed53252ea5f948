import type { PageKey } from "#web/ui/keys.ts";
import { undoLast } from "./last-decision.ts";

const LINK = "main .row a.what";

export interface QueueDeeds {
  /** accepts what is ticked */
  readonly accept: () => void;
  /** ticks or unticks the report with this identifier */
  readonly tick: (reportId: string) => void;
}

/** Keys of the queue: along the rows, into one, ticks. Enter is the link's own. */
export function queueKeys({ accept, tick }: QueueDeeds): readonly PageKey[] {
  return [
    { codes: ["KeyJ", "KeyN"], shown: ["J", "↓"], words: "К следующей строке", run: () => walk(1) },
    { codes: ["KeyK"], shown: ["K", "↑"], words: "К предыдущей строке", run: () => walk(-1) },
    { codes: ["Enter"], shown: ["Enter"], words: "Открыть отчёт", run: undefined },
    {
      codes: ["KeyX"],
      shown: ["X"],
      words: "Отметить отчёт или снять отметку",
      run: () => {
        const path = standsOn()?.getAttribute("href") ?? "";
        tick(path.slice(path.lastIndexOf("/") + 1));
      },
    },
    { codes: ["KeyA"], letters: ["п"], shown: ["П", "A"], words: "Принять отмеченные", run: accept },
    { codes: ["KeyU"], shown: ["U"], words: "Отменить последнее решение", run: undoLast },
    // down: the first row too, where nothing is chosen yet; elsewhere the arrows have their own work
    { codes: ["ArrowDown"], shown: [], words: "", within: "main .row", orNowhere: true, run: () => walk(1) },
    { codes: ["ArrowUp"], shown: [], words: "", within: "main .row", run: () => walk(-1) },
  ];
}

function standsOn(): HTMLElement | null {
  return document.activeElement?.closest(".row")?.querySelector<HTMLElement>("a.what") ?? null;
}

function walk(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>(LINK)];
  const from = standsOn();
  const at = from ? links.indexOf(from) + by : by === 1 ? 0 : links.length - 1;
  links[Math.min(links.length - 1, Math.max(0, at))]?.focus();
}
