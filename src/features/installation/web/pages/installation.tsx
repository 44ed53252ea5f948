import { useQuery } from "@tanstack/react-query";
import { counted } from "#domain/russian/plural.ts";
import type { InstallationView } from "#features/installation/model/contract.ts";
import { judge, type Judged } from "#features/installation/model/judge.ts";
import { request } from "#web/api/request.ts";
import { DataTable } from "#web/ui/data-table.tsx";
import { size } from "../parts/size.ts";
import { SectionTitle } from "#web/ui/group-title.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { momentInWords } from "#web/ui/moment.ts";
import { Slot } from "#web/slot.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { RunFacts } from "../parts/run-facts.tsx";
import { Standing } from "../parts/standing.tsx";
import "../parts/installation.css";

const LOOK_AGAIN_MS = 30_000;

/** How the program itself stands: backups, their drills, disk, background work, copies. */
export default function Installation() {
  const installation = useQuery({
    queryKey: ["installation"],
    queryFn: ({ signal }) => request<InstallationView>("/api/installation", { signal }),
    refetchInterval: LOOK_AGAIN_MS,
  });
  const judged = installation.data ? judge(installation.data) : [];
  const wrong = judged.filter(({ verdict }) => verdict !== "well").length;
  return (
    <div className="installation">
      <PageHeader
        title="Состояние"
        {...(installation.data && {
          lead:
            wrong === 0
              ? "Всё в порядке."
              : `Внимания ${wrong === 1 ? "просит" : "просят"} ${counted(wrong, ["раздел", "раздела", "разделов"])} из ${judged.length}.`,
        })}
      />
      <Loaded query={installation}>{(view) => <Sections view={view} judged={judged} />}</Loaded>
    </div>
  );
}

function Sections({ view, judged }: { readonly view: InstallationView; readonly judged: readonly Judged[] }) {
  const standing = (subject: Judged["subject"]) => <Standing judged={judged.find((one) => one.subject === subject)} />;
  const { backup, drill, jobs, database, copies } = view;
  const [copy] = copies;
  return (
    <>
      <section>
        <SectionTitle>Резервные копии</SectionTitle>
        {standing("backup")}
        {judged.some(({ subject, verdict }) => subject === "backup" && verdict !== "well") && (
          <Slot name="how-to" facts={{ section: "backups" }} />
        )}
        <dl className="facts">
          <RunFacts run={backup.lastDone} label="Последняя" none="ещё не было" />
          {backup.last && backup.last.outcome !== "done" && (
            <RunFacts run={backup.last} label="Последняя попытка" none="" />
          )}
          <dt>Следующая</dt>
          <dd>{backup.nextAt ? momentInWords(backup.nextAt) : backup.scheduled ? "сейчас" : "расписание не задано"}</dd>
        </dl>
      </section>
      <section>
        <SectionTitle>Учебное восстановление</SectionTitle>
        {standing("drill")}
        <dl className="facts">
          <RunFacts run={drill.last} label="Последнее" none="ещё не было" />
        </dl>
      </section>
      <section>
        <SectionTitle>База данных и диск</SectionTitle>
        {standing("disk")}
        <dl className="facts">
          <dt>База</dt>
          <dd>
            PostgreSQL {database.version}, {size(database.bytes)}
          </dd>
          {copy && copy.diskTotal > 0 && (
            <>
              <dt>Свободно на диске</dt>
              <dd>
                {size(copy.diskFree)} из {size(copy.diskTotal)}
              </dd>
            </>
          )}
        </dl>
      </section>
      <section>
        <SectionTitle>Фоновая работа</SectionTitle>
        {standing("jobs")}
        <dl className="facts">
          <dt>Ждут</dt>
          <dd>{jobs.waiting === 0 ? "нет" : jobs.waiting}</dd>
          <dt>Не удались</dt>
          <dd>{jobs.dead === 0 ? "нет" : jobs.dead}</dd>
        </dl>
      </section>
      {view.files.unchecked > 0 && (
        <section>
          <SectionTitle>Файлы</SectionTitle>
          {standing("files")}
        </section>
      )}
      <section>
        <SectionTitle>Программа</SectionTitle>
        {standing("program")}
        {copies.length > 0 && <Copies copies={copies} />}
      </section>
    </>
  );
}

function Copies({ copies }: { readonly copies: InstallationView["copies"] }) {
  return (
    <DataTable label="Запущенные копии программы" className="stack">
      <thead>
        <tr>
          <th>Версия</th>
          <th>Запущена</th>
          <th>Сообщала о себе</th>
        </tr>
      </thead>
      <tbody>
        {copies.map((copy) => (
          <tr key={`${copy.startedAt} ${copy.seenAt}`}>
            <td className="wide">{copy.version}</td>
            <td className="m" data-label="запущена">
              {momentInWords(copy.startedAt)}
            </td>
            <td className="m" data-label="сообщала о себе">
              {momentInWords(copy.seenAt)}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
