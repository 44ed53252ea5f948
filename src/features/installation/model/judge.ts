import { counted } from "#domain/russian/plural.ts";
import type { InstallationView } from "./contract.ts";

export type Verdict = "well" | "doubtful" | "bad";

export interface Judged {
  readonly subject: "program" | "disk" | "jobs" | "files" | "backup" | "drill";
  readonly verdict: Verdict;
  /** what it means and what to do; a sentence */
  readonly sentence: string;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const age = (at: string, now: string) => Date.parse(now) - Date.parse(at);

/** What of the figures is well and what asks for a person, in the order of the page. */
export function judge(view: InstallationView): Judged[] {
  return [program(view), ...disk(view), jobs(view), ...files(view), backup(view), drill(view)];
}

function program({ copies, at }: InstallationView): Judged {
  const alive = copies.filter((copy) => age(copy.seenAt, at) < 3 * MINUTE);
  const versions = new Set(alive.map((copy) => copy.version));
  if (alive.length === 0)
    return {
      subject: "program",
      verdict: "doubtful",
      sentence: "Ни одна копия программы не сообщала о себе три минуты.",
    };
  if (versions.size > 1)
    return {
      subject: "program",
      verdict: "doubtful",
      sentence: "Работают копии разных версий. Обновите все до одной.",
    };
  return { subject: "program", verdict: "well", sentence: "Программа работает." };
}

function disk({ copies, at }: InstallationView): Judged[] {
  const [fullest] = copies
    .filter((copy) => age(copy.seenAt, at) < 3 * MINUTE && copy.diskTotal > 0)
    .map((copy) => ({ share: copy.diskFree / copy.diskTotal, free: copy.diskFree }))
    .sort((one, other) => one.share - other.share);
  if (!fullest) return [];
  const gigabyte = 1024 ** 3;
  if (fullest.free < gigabyte)
    return [
      {
        subject: "disk",
        verdict: "bad",
        sentence: "Места на диске меньше 1 ГБ. Освободите его сегодня: иначе отчёты перестанут приниматься.",
      },
    ];
  if (fullest.share < 0.1 && fullest.free < 20 * gigabyte)
    return [
      {
        subject: "disk",
        verdict: "doubtful",
        sentence: "Свободно меньше десятой части диска. Освободите место или замените диск.",
      },
    ];
  return [{ subject: "disk", verdict: "well", sentence: "Места на диске достаточно." }];
}

function jobs({ jobs: { waiting, oldestSeconds, dead } }: InstallationView): Judged {
  if (dead > 0)
    return {
      subject: "jobs",
      verdict: "bad",
      sentence:
        "Есть фоновые работы, которые не удались ни с одной попытки. Разберите их на сервере: npm run orientir -- jobs.",
    };
  if (waiting > 0 && oldestSeconds > 600)
    return { subject: "jobs", verdict: "doubtful", sentence: "Фоновые работы ждут дольше десяти минут." };
  return { subject: "jobs", verdict: "well", sentence: "Фоновые работы выполняются." };
}

function files({ files: { unchecked } }: InstallationView): Judged[] {
  if (unchecked === 0) return [];
  return [
    {
      subject: "files",
      verdict: "doubtful",
      sentence: `${counted(unchecked, ["файл ждёт", "файла ждут", "файлов ждут"])} проверки на вирусы больше часа, и открыть их нельзя. Проверьте, отвечает ли clamd и не меньше ли 30M его StreamMaxLength.`,
    },
  ];
}

function backup({ backup: { scheduled, last, lastDone }, at }: InstallationView): Judged {
  if (!scheduled && !lastDone)
    return {
      subject: "backup",
      verdict: "bad",
      sentence:
        "Резервных копий нет и сами они не делаются. Задайте на сервере час ежедневной копии: ORIENTIR_BACKUP_AT. Сделать одну сейчас: npm run orientir -- backup.",
    };
  if (last && (last.outcome === "failed" || last.outcome === "cut"))
    return {
      subject: "backup",
      verdict: "bad",
      sentence: `Последняя копия не получилась. ${last.sentence ?? "Программа остановилась, пока её делала."}`,
    };
  if (!lastDone) return { subject: "backup", verdict: "doubtful", sentence: "Первая копия ещё не сделана." };
  if (age(lastDone.startedAt, at) > 2 * DAY)
    return {
      subject: "backup",
      verdict: "bad",
      sentence: scheduled
        ? "Копии не было больше двух суток. Сделайте её сейчас (npm run orientir -- backup) и проверьте, работала ли программа в назначенный час."
        : "Копии не было больше двух суток, и сами они не делаются. Задайте на сервере час ежедневной копии: ORIENTIR_BACKUP_AT. Сделать одну сейчас: npm run orientir -- backup.",
    };
  if (lastDone.sentence) return { subject: "backup", verdict: "bad", sentence: lastDone.sentence };
  if (!scheduled)
    return {
      subject: "backup",
      verdict: "doubtful",
      sentence:
        "Последняя копия сделана вручную, сами они не делаются. Задайте на сервере час ежедневной копии: ORIENTIR_BACKUP_AT.",
    };
  if (lastDone.file?.endsWith(".tar"))
    return {
      subject: "backup",
      verdict: "doubtful",
      sentence: "Копия сделана, но не зашифрована: кто её возьмёт, прочтёт всё. Задайте ORIENTIR_BACKUP_KEY.",
    };
  return { subject: "backup", verdict: "well", sentence: "Копия сделана." };
}

function drill({ drill: { asked, last }, at }: InstallationView): Judged {
  if (last?.outcome === "failed" || last?.outcome === "cut")
    return { subject: "drill", verdict: "bad", sentence: last.sentence ?? "Учебное восстановление не завершилось." };
  if (last?.outcome === "done" && age(last.startedAt, at) < 8 * DAY)
    return {
      subject: "drill",
      verdict: "well",
      sentence: "Копия восстанавливается: строки, файлы, журнал и вход проверены.",
    };
  return {
    subject: "drill",
    verdict: "doubtful",
    sentence: asked
      ? last?.outcome === "done"
        ? "Учебного восстановления не было больше недели."
        : "Учебного восстановления ещё не было."
      : "Копии не проверяются восстановлением. Включите ORIENTIR_BACKUP_DRILL=1.",
  };
}
