import { Combobox } from "@mantine/core";
import type { Found } from "../../model/contract.ts";
import { countOf } from "../../model/count-words.ts";
import { FOUND_KIND_NAME } from "../../model/kinds.ts";
import { searchPage } from "../use-found.ts";
import { Pieces } from "./pieces.tsx";

export interface FoundOptionsProps {
  readonly answer: Found;
  readonly words: string;
  /** they were found by the words before: shown, and chosen by nobody */
  readonly isStale: boolean;
}

/** What was found, by kinds: the value of an option is its address. The last one is the page with everything. */
export function FoundOptions({ answer: { groups }, words, isStale }: FoundOptionsProps) {
  if (groups.length === 0) return null;
  return (
    <>
      {groups.map((group) => (
        <Combobox.Group key={group.kind} label={`${FOUND_KIND_NAME[group.kind]}: ${countOf(group)}`}>
          {group.hits.map((hit) => (
            <Combobox.Option key={hit.id} value={hit.link} disabled={isStale}>
              <span className="find-title">
                <Pieces pieces={hit.title} />
              </span>
              {hit.text.length > 0 && (
                <span className="find-text">
                  <Pieces pieces={hit.text} />
                </span>
              )}
              <span className="find-place">{[hit.place, hit.state].filter(Boolean).join(" · ")}</span>
            </Combobox.Option>
          ))}
        </Combobox.Group>
      ))}
      <Combobox.Option value={searchPage(words)} className="find-all" disabled={isStale}>
        Показать всё
      </Combobox.Option>
    </>
  );
}

/** What was looked for on this device before: the value of an option is its words. */
export function RecentOptions({ recent }: { readonly recent: readonly string[] }) {
  if (recent.length === 0) return null;
  return (
    <Combobox.Group label="Недавно искали">
      {recent.map((words) => (
        <Combobox.Option key={words} value={words}>
          {words}
        </Combobox.Option>
      ))}
    </Combobox.Group>
  );
}
