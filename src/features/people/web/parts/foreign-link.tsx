import { useQuery } from "@tanstack/react-query";
import type { ForeignLink as Link } from "#features/people/model/ways-contract.ts";
import { problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { NotConfirmed, useConfirmed } from "#web/shell/use-confirmed.tsx";
import { Button } from "#web/ui/button.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { SectionTitle } from "#web/ui/group-title.tsx";
import { momentInWords } from "#web/ui/moment.ts";
import { showNotice } from "#web/ui/notice.tsx";

/** One's own link to a provider of sign-in; nothing where there is none. */
export function ForeignLink() {
  const link = useQuery({
    queryKey: ["foreign-link"],
    queryFn: ({ signal }) => request<Link>("/api/foreign", { signal }),
  });
  const { confirmed, dialog } = useConfirmed();
  const drop = useWrite<void, unknown>(() => confirmed(() => request("/api/foreign", { method: "DELETE" })), {
    refresh: [["foreign-link"], ["sessions"]],
    onDone: () => showNotice("Внешний вход отвязан, остальные входы закрыты"),
  });
  if (!link.data?.linkedAt) return null;
  return (
    <section>
      <SectionTitle>Внешний вход</SectionTitle>
      <p className="m" style={{ marginTop: 8 }}>
        {link.data.name
          ? `Входить можно и через «${link.data.name}»: вход привязан ${momentInWords(link.data.linkedAt)}. Если вы его не привязывали или там вы теперь под другой учётной записью, отвяжите его. Следующий вход оттуда с вашей почтой привяжет его заново.`
          : `К вам привязан вход через внешнюю службу (${momentInWords(link.data.linkedAt)}), но сейчас через неё не входят. Если вы его не привязывали, отвяжите его.`}
      </p>
      <div className="account-act">
        <Button busy={drop.isPending} onClick={() => drop.mutate()}>
          Отвязать
        </Button>
      </div>
      {drop.error && !(drop.error instanceof NotConfirmed) && <FieldError>{problemText(drop.error)}</FieldError>}
      {dialog}
    </section>
  );
}
