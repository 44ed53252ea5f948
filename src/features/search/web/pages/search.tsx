import { useEffect, useRef } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { useMe } from "#web/api/me.ts";
import { addressOf } from "#web/api/request.ts";
import { useAddressValue } from "#web/ui/address-value.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Filters, FilterWord } from "#web/ui/filter-word.tsx";
import { GroupTitle } from "#web/ui/group-title.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { SearchField } from "#web/ui/search-field.tsx";
import { Pagination } from "#web/ui/show-more.tsx";
import { PAGE_HITS, type Found, type FoundGroup } from "../../model/contract.ts";
import { onlyHit } from "../../model/only-hit.ts";
import { countOf } from "../../model/count-words.ts";
import { FOUND_KIND_NAME, FOUND_KINDS, type FoundKind } from "../../model/kinds.ts";
import { rememberWords } from "../recent-words.ts";
import { searchPage, useFound } from "../use-found.ts";
import { FoundHits } from "../parts/found-hits.tsx";
import { Searched } from "../parts/searched.tsx";
import "../parts/search.css";

const KINDS = [
  { value: "all", label: "всё" },
  ...FOUND_KINDS.map((kind) => ({ value: kind, label: FOUND_KIND_NAME[kind].toLowerCase() })),
];

/** Everything that has the words: the first of every kind, or one kind page by page. */
export default function SearchPage() {
  const { account } = useMe();
  const [words] = useAddressValue("words");
  const [kind] = useAddressValue("kind", "all");
  const [page] = useAddressValue("page", "1");
  const chosen = FOUND_KINDS.find((one) => one === kind) ?? "all";
  const found = useFound(words.trim(), chosen, page);
  const led = found.data !== undefined && found.data.groups.length > 0 && !found.isPlaceholderData;
  useEffect(() => {
    if (led) rememberWords(account.id, words.trim());
  }, [led, account.id, words]);
  const go = useNavigate();
  // Enter was pressed on these words, whose answer is still to come
  const entered = useRef<string>(undefined);
  const current = found.isPlaceholderData ? undefined : found.data;
  useEffect(() => {
    if (!current) return;
    const only = entered.current === words.trim() ? onlyHit(current) : undefined;
    entered.current = undefined;
    if (only) void go(only.link);
  }, [current, words, go]);
  return (
    <div className="found">
      <PageHeader title="Поиск" />
      <Filters>
        <SearchField
          label="Слова, которые нужно найти"
          name="words"
          focused={words === ""}
          onEnter={(typed) => {
            const only = current && typed.trim() === words.trim() ? onlyHit(current) : undefined;
            if (only) void go(only.link);
            else entered.current = typed.trim();
          }}
        />
        <FilterWord name="kind" label="Где" options={KINDS} />
        {led && (
          <span className="r">
            <Button kind="ghost" size="small" icon="print" onClick={() => window.print()}>
              Печать
            </Button>
          </span>
        )}
      </Filters>
      {words.trim() === "" ? (
        <EmptyState title="Напишите, что найти">
          Название мероприятия или программы, школу, фамилию, номер приказа, слова из отчёта или из приложенного файла.
        </EmptyState>
      ) : (
        <Loaded query={found} title="Поиск не получился">
          {(answer) => <Answer answer={answer} words={words.trim()} kind={chosen} page={Number(page)} />}
        </Loaded>
      )}
    </div>
  );
}

function Answer(props: {
  readonly answer: Found;
  readonly words: string;
  readonly kind: FoundKind | "all";
  readonly page: number;
}) {
  const { answer, words, kind, page } = props;
  const [params] = useSearchParams();
  if (answer.groups.length === 0)
    return (
      <EmptyState title="Ничего не нашлось" action={kind !== "all" && <Link to={searchPage(words)}>Искать везде</Link>}>
        Попробуйте другое слово или его начало. Находится только то, что вам открыто.
      </EmptyState>
    );
  return (
    <>
      <Searched words={answer.searched} />
      {answer.groups.map((group) => (
        <section key={group.kind} className="grp" aria-label={FOUND_KIND_NAME[group.kind]}>
          <GroupTitle count={countOf(group)}>{FOUND_KIND_NAME[group.kind]}</GroupTitle>
          <FoundHits hits={group.hits} label={FOUND_KIND_NAME[group.kind]} />
          {kind === "all" && group.total > group.hits.length && <WholeKind group={group} words={words} />}
        </section>
      ))}
      {kind !== "all" && (
        <Pagination
          page={page}
          pages={Math.ceil(answer.groups[0]!.total / PAGE_HITS)}
          to={(next) => addressOf("/search", { ...Object.fromEntries(params), page: next })}
        />
      )}
      {answer.groups.some(({ beyond }) => beyond) && kind !== "all" && (
        <p className="q">Показаны первые {answer.groups[0]!.total}. Добавьте слово, чтобы найти точнее.</p>
      )}
    </>
  );
}

function WholeKind({ group, words }: { readonly group: FoundGroup; readonly words: string }) {
  return (
    <Link className="more" to={searchPage(words, group.kind)}>
      Показать все: {countOf(group)}
      <span className="visually-hidden">, {FOUND_KIND_NAME[group.kind].toLowerCase()}</span>
    </Link>
  );
}
