import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { useMe } from "#web/api/me.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { useAddressValue } from "#web/ui/address-value.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Shape } from "#web/ui/shape.tsx";
import { Pagination } from "#web/ui/show-more.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { Notice, NoticeList } from "../../model/contract.ts";
import "./notices.css";
import { LOCALE } from "#web/language/language.ts";

const WHEN = { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" } as const;
const THIS_YEAR = new Intl.DateTimeFormat(LOCALE, WHEN);
const OTHER_YEAR = new Intl.DateTimeFormat(LOCALE, { ...WHEN, year: "numeric" });

/** «10 декабря, 09:30», with the year where it is not this one. */
function whenInWords(at: string, today: string): string {
  const moment = new Date(at);
  const format = moment.getFullYear() === Number(today.slice(0, 4)) ? THIS_YEAR : OTHER_YEAR;
  return format.format(moment).replace(" г. в ", ", ").replace(" в ", ", ");
}

/** What happened while one was away, newest first; opening one marks it read. */
export default function NoticesPage() {
  const [page] = useAddressValue("page", "1");
  const notices = useQuery({
    queryKey: ["notices", page],
    queryFn: ({ signal }) => request<NoticeList>("/api/notices", { query: { page }, signal }),
  });
  const read = useWrite<readonly string[] | undefined, unknown>(
    (ids, key) => request("/api/notices/read", { method: "POST", body: ids ? { ids } : {}, key }),
    { refresh: [["notices"], ["counts"]] },
  );
  const unread = notices.data?.unread ?? 0;
  return (
    <div className="notices">
      <PageHeader
        title="Уведомления"
        actions={
          unread > 0 && (
            <Button busy={read.isPending} onClick={() => read.mutate(undefined)}>
              Всё прочитано
            </Button>
          )
        }
      />
      <Loaded query={notices} title="Уведомления не открылись">
        {(data) =>
          data.rows.length === 0 ? (
            <EmptyState title="Уведомлений пока нет">
              {typeset("Здесь появится, что отчёт приняли, вернули или передали вам.")}
            </EmptyState>
          ) : (
            <>
              <ul>
                {data.rows.map((row) => (
                  <Line key={row.id} row={row} onOpen={() => !row.read && read.mutate([row.id])} />
                ))}
              </ul>
              <Pagination
                page={data.page}
                pages={Math.ceil(data.total / data.pageSize)}
                to={(next) => `/notices?page=${next}`}
              />
            </>
          )
        }
      </Loaded>
    </div>
  );
}

function Line({ row, onOpen }: { readonly row: Notice; readonly onOpen: () => void }) {
  const { today } = useMe().clock;
  return (
    <li className={row.read ? "told" : "told unread"}>
      <span className="new">
        {!row.read && (
          <>
            <Shape state="submitted" size={8} />
            <span className="visually-hidden">Не прочитано</span>
          </>
        )}
      </span>
      <div>
        <Link to={row.link} onClick={onOpen}>
          {typeset(row.text)}
        </Link>
        <div className="meta">{whenInWords(row.at, today)}</div>
      </div>
    </li>
  );
}
