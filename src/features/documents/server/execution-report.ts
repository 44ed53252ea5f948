import { fileNameOf } from "#shared/file-name.ts";
import type { z } from "zod";
import { dateInDigits, dateInWords, spanInWords } from "#domain/russian/dates.ts";
import { plural } from "#domain/russian/plural.ts";
import { percentOf } from "#domain/formulas/share.ts";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import { download, type RawReply, type RequestContext } from "#platform/http/route.ts";
import type { Block, DocumentTree, ParagraphStyle } from "#platform/render/document-tree.ts";
import { renderDocx } from "#platform/render/docx.ts";
import { renderXlsx } from "#platform/render/xlsx.ts";
import { papersOf } from "#features/papers/server/public.ts";
import { redactionInForce } from "#features/programmes/server/public.ts";
import { executionFacts, type ExecutionFacts } from "#features/progress/server/public.ts";
import type { Format, ReportQuery } from "../model/contract.ts";
import { restInWords } from "../model/figure-words.ts";
import { approvedInWords, headLines } from "../model/report-head.ts";
import { proofsOf, roadmapsOf, signerOf } from "./load-report.ts";
import { reportTable } from "./report-table.ts";

type Asked = RequestContext<
  { territoryId: Id; programmeId: Id; format: Format },
  z.output<typeof ReportQuery>,
  unknown
>;

const MEDIA: Readonly<Record<Format, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** «Отчёт об исполнении дорожной карты» as a file: from the rows of this moment, those that the actor sees. */
export async function executionReport(context: Asked): Promise<RawReply> {
  const { territoryId, programmeId, format } = context.params;
  const facts = await executionFacts(context, territoryId, programmeId, context.query.period);
  const tree = await reportTree(context, facts);
  const content = format === "docx" ? await renderDocx(tree) : await renderXlsx(tree);
  return download(content, fileName(facts, format), MEDIA[format]);
}

async function reportTree(context: Asked, facts: ExecutionFacts): Promise<DocumentTree> {
  const { tx, params, query } = context;
  const { programme } = facts;
  const [roadmaps, { proofs, days }, signer, redaction] = await Promise.all([
    roadmapsOf(tx, params.territoryId, params.programmeId, facts, query.roadmapId),
    proofsOf(tx, params.territoryId, facts),
    signerOf(tx, facts),
    redactionInForce(tx, params.territoryId, params.programmeId, facts.today),
  ]);
  const [first] = roadmaps;
  if (!first) throw commonProblem("not-found");
  const amendedBy = redaction && redaction.number > 1 ? redaction.paperId : null;
  const papers = await papersOf(
    context,
    params.territoryId,
    [programme.paper_id, amendedBy].filter((id) => id !== null),
  );
  const nameOf = (paperId: Id | null) => (paperId ? papers.get(paperId)?.name : undefined);
  const order = nameOf(programme.paper_id);
  const head = headLines(
    roadmaps.map(({ title }) => title),
    programme.title,
  );
  const signLine = `${signer.position}    ____________________    ${signer.name}`;
  const text = (content: string, style: ParagraphStyle): Block => ({ kind: "paragraph", style, content });
  return {
    title: `Отчёт об исполнении: ${programme.title}`,
    page: { orientation: "landscape" },
    footer: `Составлено ${dateInDigits(facts.today)} по данным программы «Ориентир»`,
    blocks: [
      ...(signer.organisation ? [text(signer.organisation, "centred")] : []),
      text("ОТЧЁТ", "title"),
      text(head.subtitle, "subtitle"),
      ...(head.programme ? [text(head.programme, "centred")] : []),
      ...(order ? [text(approvedInWords(order, nameOf(amendedBy)), "line")] : []),
      text(`Период: ${periodInWords(facts)}`, "line"),
      text(`По состоянию на ${dateInWords(facts.today)}`, "line"),
      text(summary(facts), "text"),
      ...(facts.isWhole ? [] : [text("В отчёт вошли только сроки, которые видны составителю.", "note")]),
      ...(facts.isPlanning
        ? [text("Сроки ещё рассчитывались, когда составлялся отчёт: он может быть неполон.", "note")]
        : []),
      ...roadmaps.flatMap((roadmap): Block[] => [
        ...(roadmaps.length > 1 ? [{ kind: "paragraph", style: "heading", content: roadmap.title } as const] : []),
        reportTable(roadmap, facts, proofs, days, roadmap === roadmaps.at(-1) ? signLine : undefined),
      ]),
    ],
  };
}

function periodInWords({ period, programme }: ExecutionFacts): string {
  return period?.words ?? spanInWords(programme.starts_on, programme.ends_on);
}

/** «Принято 93 из 197 отчётов со сроком в периоде (47 %), просрочено 3, впереди 101.» */
function summary({ figure }: ExecutionFacts): string {
  const percent = percentOf({ part: figure.accepted, whole: figure.due });
  if (percent === null) return "В периоде сроков нет.";
  const reports = plural(figure.due, ["отчёта", "отчётов", "отчётов"]);
  return `Принято ${figure.accepted} из ${figure.due} ${reports} со сроком в периоде (${percent} %)${restInWords(figure)}.`;
}

function fileName(facts: ExecutionFacts, format: Format): string {
  const { programme } = facts;
  const name = `Отчёт об исполнении, ${programme.short_title || programme.title}, ${periodInWords(facts)}`;
  return fileNameOf(name, format);
}
