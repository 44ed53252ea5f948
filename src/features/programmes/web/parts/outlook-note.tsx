import { shortened } from "#shared/cut-text.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { request } from "#web/api/request.ts";
import { StateMark } from "#web/ui/state-mark.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { MeasureAtIssue, ProgrammeOutlook } from "../../model/outlook-seen.ts";
import { frequentInWords, lateInWords, outlookInWords } from "../../model/outlook-words.ts";
import { useProgrammePlace, type ProgrammePlace } from "../place.ts";
import { programmeKey } from "../queries.ts";
import "./outlook-note.css";

export function outlookQuery(place: ProgrammePlace) {
  return {
    queryKey: [...programmeKey(place), "outlook"],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      request<ProgrammeOutlook>(`${place.api}/outlook`, { signal }),
  };
}

/** What approval will ask of whom, and what in the measures leaves nobody to report; nothing of it stands in the way. */
export function OutlookNote({ onClose }: { readonly onClose: () => void }) {
  const outlook = useQuery(outlookQuery(useProgrammePlace())).data;
  if (!outlook || outlook.measures === 0) return undefined;
  return (
    <div className="outlook">
      <p>{typeset(outlookInWords(outlook))}</p>
      {outlook.late > 0 && <StateMark state="late">{lateInWords(outlook.late)}</StateMark>}
      <Issue measures={outlook.noParties} onClose={onClose}>
        Без исполнителей, по ним никто не отчитается
      </Issue>
      <Issue measures={outlook.nobodyMeant} onClose={onClose}>
        Не решено, кто исполнитель, отчитаться некому
      </Issue>
      <Issue measures={outlook.termUnclear} onClose={onClose}>
        Без понятного срока, когда сдавать, не появится
      </Issue>
      {outlook.frequent.length > 0 && (
        <div>
          <StateMark state="soon">Отчёты очень частые</StateMark>
          <ul>
            {outlook.frequent.map((one) => (
              <li key={one.id}>
                <MeasureLink measure={one} onClose={onClose} whole />
                <span className="q">: {frequentInWords(one)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

interface IssueProps {
  readonly measures: readonly MeasureAtIssue[];
  readonly onClose: () => void;
  readonly children: string;
}

/** «Без исполнителей, по ним никто не отчитается: 1.2, 4.2», each a link to its measure. */
function Issue({ measures, onClose, children }: IssueProps) {
  if (measures.length === 0) return undefined;
  return (
    <div>
      <StateMark state="soon">
        <span>
          {children}:{" "}
          {measures.map((measure, at) => (
            <span key={measure.id}>
              {at > 0 && ", "}
              <MeasureLink measure={measure} onClose={onClose} />
            </span>
          ))}
        </span>
      </StateMark>
    </div>
  );
}

interface MeasureLinkProps {
  readonly measure: MeasureAtIssue;
  readonly onClose: () => void;
  /** the title beside the number */
  readonly whole?: boolean;
}

const SHOWN = 60;

function MeasureLink({ measure, onClose, whole = false }: MeasureLinkProps) {
  const place = useProgrammePlace();
  const title = shortened(measure.title, SHOWN);
  const words = whole ? [measure.number, title].filter(Boolean).join(" ") : measure.number || title;
  return (
    <Link to={`${place.page}/measures/${measure.id}`} title={measure.title} onClick={onClose}>
      {typeset(words)}
    </Link>
  );
}
