import { Combobox, useCombobox } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { counted } from "#domain/russian/plural.ts";
import { useMe } from "#web/api/me.ts";
import { problemText } from "#web/api/problem.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { MOST_LETTERS, type Found } from "../../model/contract.ts";
import { onlyHit } from "../../model/only-hit.ts";
import { forgetWords, recentWords, rememberWords } from "../recent-words.ts";
import { setSearchOpened } from "../search-open.ts";
import { searchPage, useFound } from "../use-found.ts";
import { useRested } from "../use-rested.ts";
import { FoundOptions, RecentOptions } from "./search-options.tsx";
import { Searched } from "./searched.tsx";
import "./search.css";
import "@mantine/core/styles/Combobox.layer.css";

const close = () => setSearchOpened(false);

/** The search over any page: results as one types, walked by the arrows; Enter opens the chosen one, or the page with everything. */
export default function SearchDialog() {
  const { account } = useMe();
  const go = useNavigate();
  const [typed, setTyped] = useState("");
  const [recent, setRecent] = useState(() => recentWords(account.id));
  const words = typed.trim();
  const rested = useRested(words);
  const found = useFound(rested);
  const answer = words === "" ? undefined : found.data;
  // what stands on the screen was found by other words: it is seen until the answer to these comes, and not chosen
  const isStale = rested !== words || found.isPlaceholderData;
  const isListed = answer ? answer.groups.length > 0 : words === "" && recent.length > 0;
  const options = useCombobox({ opened: isListed, onOpenedChange: (opened) => !opened && close() });
  const leave = (to: string) => {
    rememberWords(account.id, words);
    void go(to);
    close();
  };
  const write = (text: string) => {
    setTyped(text);
    options.resetSelectedOption();
  };
  const forget = () => {
    forgetWords(account.id);
    setRecent([]);
  };
  return (
    <Dialog opened onClose={close} title="Найти" width={640} high>
      <Combobox store={options} onOptionSubmit={(value) => (words === "" ? write(value) : leave(value))}>
        <form
          className="find"
          onKeyDownCapture={(event) => {
            // before the list takes it: nothing in it is of these words yet
            if (event.key !== "Enter" || !isStale || words === "") return;
            event.preventDefault();
            event.stopPropagation();
            leave(searchPage(words));
          }}
          onSubmit={(event) => {
            event.preventDefault();
            const only = answer && !isStale && onlyHit(answer);
            if (words !== "") leave(only ? only.link : searchPage(words));
          }}
        >
          <label className="search find-field">
            <Icon name="search" size={18} />
            <span className="visually-hidden">Слова, которые нужно найти</span>
            <Combobox.EventsTarget withExpandedAttribute autoComplete="off">
              <input
                type="search"
                data-autofocus
                maxLength={MOST_LETTERS}
                placeholder="Мероприятие, школа, фамилия, номер приказа…"
                aria-autocomplete="list"
                value={typed}
                onChange={(event) => write(event.target.value)}
              />
            </Combobox.EventsTarget>
          </label>
          <output className="visually-hidden">{answer && !found.isFetching && toldIn(answer)}</output>
          {found.isError && words !== "" && <p className="late">{problemText(found.error)}</p>}
          {answer && <Searched words={answer.searched} />}
          {answer?.groups.length === 0 && (
            <p className="find-none">Ничего не нашлось. Попробуйте другое слово или его начало.</p>
          )}
          <Combobox.Options className="find-list" aria-label="Найденное">
            {answer && <FoundOptions answer={answer} words={words} isStale={isStale} />}
            {words === "" && <RecentOptions recent={recent} />}
          </Combobox.Options>
          {words === "" && recent.length > 0 && (
            <button type="button" className="link-button sm find-forget" onClick={forget}>
              Забыть недавние
            </button>
          )}
          {words === "" && recent.length === 0 && (
            <p className="find-none">
              Ищем в мероприятиях, программах, отчётах, организациях, людях, документах и файлах.
            </p>
          )}
        </form>
      </Combobox>
    </Dialog>
  );
}

function toldIn({ groups, searched }: Found): string {
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  const told = total === 0 ? "Ничего не нашлось." : `Найдено: ${counted(total, ["запись", "записи", "записей"])}.`;
  return searched ? `Искали: ${searched}. ${told}` : told;
}
