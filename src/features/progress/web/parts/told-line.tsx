import { typeset } from "#web/ui/typeset.ts";
import "./told-line.css";

/** The line over a chart: the words of what is pointed at or stood on, else how to get them. Each mark is read aloud by itself. */
export function ToldLine({ told }: { readonly told: string | null }) {
  return (
    <p className="told-line dense m" aria-hidden="true">
      {told !== null ? (
        typeset(told)
      ) : (
        <>
          <span className="by-pointer">
            {typeset("Наведите указатель на знак или перейдите к нему стрелками: здесь появится, что это за срок.")}
          </span>
          <span className="by-touch">
            {typeset("Коснитесь знака: здесь появится, что это за срок. Второе касание откроет отчёты.")}
          </span>
        </>
      )}
    </p>
  );
}
