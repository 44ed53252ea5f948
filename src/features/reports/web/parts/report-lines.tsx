import type { ReactNode } from "react";
import { Link } from "react-router";
import { dateInWords } from "#domain/russian/dates.ts";
import { printNumber } from "#domain/russian/plural.ts";
import { localDate } from "#shared/local-date.ts";
import type { PlannedValueOfYear } from "#features/obligations/model/contract.ts";
import { ShownFile, type ShownFileProps } from "#web/ui/shown-file.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { labelOf, ofSeveralYears, planInWords, plannedHere } from "./planned-values.tsx";

export interface ReportLine {
  readonly label: string;
  readonly value: ReactNode;
  /** stands in the programme and is not the reporter's to change */
  readonly given?: boolean;
}

export interface ReportLinesProps {
  readonly lines: readonly ReportLine[];
  /** the address of the form, while what is written may still be changed */
  readonly changeAt?: string;
}

/** Label on the left, what was written on the right, and a way to change it. */
export function ReportLines({ lines, changeAt }: ReportLinesProps) {
  return (
    <dl className="rv">
      {lines.map((line, at) => (
        // two measures of one report may be called alike: a line is known by its place
        // oxlint-disable-next-line react/no-array-index-key
        <div className="ra" key={at}>
          <dt>{line.label}</dt>
          <dd>{line.value}</dd>
          {changeAt && !line.given && (
            <dd className="ch">
              <Link to={changeAt} aria-label={`Изменить: ${line.label}`}>
                Изменить
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

export interface ReportedValue {
  readonly obligationId: string;
  readonly plannedValueId: string;
  readonly year: number;
  readonly value: number;
  readonly denominator: number | null;
}

export interface Answered {
  readonly id: string;
  readonly planIsShared: boolean;
  readonly plannedValues: readonly PlannedValueOfYear[];
}

/** A line for each plan an obligation answers: «26 из 31, 84 % при плане не менее 80 %». */
export function valueLines(answered: Answered, values: readonly ReportedValue[]): ReportLine[] {
  const planned = plannedHere(answered);
  return planned.map((one) => {
    const given = values.find(
      (value) => value.obligationId === answered.id && value.plannedValueId === one.id && value.year === one.year,
    );
    return valueLine(one, given, answered.planIsShared, ofSeveralYears(planned));
  });
}

function valueLine(
  planned: PlannedValueOfYear,
  given: ReportedValue | undefined,
  shared: boolean,
  withYear: boolean,
): ReportLine {
  return {
    label: labelOf(planned, withYear),
    value: (
      <>
        {given ? factInWords(given) : "не указано"} <span className="q">при плане {planInWords(planned, shared)}</span>
      </>
    ),
  };
}

function factInWords({ value, denominator }: ReportedValue): string {
  if (denominator === null) return printNumber(value);
  const share = denominator === 0 ? "" : `, ${Math.round((value / denominator) * 100)}\u00a0%`;
  return `${printNumber(value)} из\u00a0${printNumber(denominator)}${share}`;
}

export function dayLine(doneOn: string | null): ReportLine[] {
  return doneOn === null ? [] : [{ label: "Когда выполнено", value: dateInWords(localDate(doneOn)) }];
}

export interface EvidenceLink {
  readonly key: string;
  readonly href: string | null;
  readonly name: string;
  /** a kept file is shown with its first page */
  readonly shown?: ShownFileProps | undefined;
}

export function evidenceLine(links: readonly EvidenceLink[]): ReportLine[] {
  if (links.length === 0) return [];
  const among = links.flatMap(({ shown }) => (shown ? [shown.file] : []));
  return [
    {
      label: "Подтверждение",
      value: (
        <ul className="ev">
          {links.map((link) => (
            <li key={link.key}>
              {link.shown ? (
                <ShownFile {...link.shown} among={among} />
              ) : link.href ? (
                <a href={link.href} target="_blank" rel="noreferrer">
                  {link.name}
                </a>
              ) : (
                link.name
              )}
            </li>
          ))}
        </ul>
      ),
    },
  ];
}

export function textLine(label: string, text: string): ReportLine {
  return { label, value: <span className="pre">{typeset(text)}</span> };
}
