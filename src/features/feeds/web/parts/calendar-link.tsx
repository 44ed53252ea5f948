import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { copyLink } from "#web/ui/copy-link.ts";
import { SectionTitle } from "#web/ui/group-title.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { momentInWords } from "#web/ui/moment.ts";
import { showNotice } from "#web/ui/notice.tsx";
import { Refusal } from "#web/ui/refusal.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { FeedView, MadeFeed } from "../../model/contract.ts";

const SHOWN = "calendar-link";

/** The link by which a calendar program shows what one owes: made, copied, revoked, made anew. It is shown only once, when it is made. */
export default function CalendarLink() {
  const [made, setMade] = useState<string | null>(null);
  const feed = useQuery({
    queryKey: ["feed"],
    queryFn: ({ signal }) => request<FeedView>("/api/feed", { signal }),
  });
  const make = useWrite((_: void, key) => request<MadeFeed>("/api/feed", { method: "POST", key }), {
    refresh: [["feed"]],
    // the link itself is the answer: a notice would stand over it
    onDone: ({ path }) => setMade(`${location.origin}${path}`),
  });
  const revoke = useWrite((_: void, key) => request("/api/feed", { method: "DELETE", key }), {
    refresh: [["feed"]],
    onDone: () => {
      setMade(null);
      showNotice("Ссылка больше не действует");
    },
  });
  return (
    <section>
      <SectionTitle>Календарь по ссылке</SectionTitle>
      <p className="m">
        {typeset(
          "Ваши сроки в календаре телефона или компьютера: добавьте в нём подписку на эту ссылку, и он будет обновляться сам.",
        )}
      </p>
      <Loaded query={feed} title="Ссылка не открылась">
        {({ since }) => (
          <>
            <p className="sm q" style={{ marginTop: 8 }}>
              {typeset(standing(since, made))}
            </p>
            {made && (
              <p className="link-made" id={SHOWN}>
                {made}
              </p>
            )}
            <div className="act">
              {made && (
                <Button icon="link" onClick={() => void copyLink(made, SHOWN)}>
                  Скопировать ссылку
                </Button>
              )}
              {!made && (
                <Button icon="link" busy={make.isPending} onClick={() => make.mutate()}>
                  {since ? "Сделать новую ссылку" : "Сделать ссылку"}
                </Button>
              )}
              {since && (
                <Button kind="ghost" busy={revoke.isPending} onClick={() => revoke.mutate()}>
                  Отозвать ссылку
                </Button>
              )}
            </div>
            <Refusal error={make.error ?? revoke.error} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function standing(since: string | null, made: string | null): string {
  if (made)
    return "Скопируйте ссылку сейчас: больше она здесь не появится. Не пересылайте её: по ней видны ваши сроки без пароля.";
  if (since)
    return `Ссылка действует с ${momentInWords(since)}. Её саму программа не хранит: если потеряли, сделайте новую, прежняя перестанет действовать.`;
  return "Ссылки пока нет.";
}
