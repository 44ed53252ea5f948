import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

/** What can be done with a list as a whole, at the end of its `Filters`: a workbook from the server, a sheet of paper. */
export function ListOutput({
  excel,
  onPrint,
  busy,
}: {
  /** address of the workbook */
  readonly excel: string;
  readonly onPrint: () => void;
  /** the rows for the paper are on their way */
  readonly busy: boolean;
}) {
  return (
    <span className="r">
      <a className="btn g s" href={excel} download>
        <Icon name="download" size={18} />
        Excel
      </a>
      <Button kind="ghost" size="small" icon="print" busy={busy} onClick={onPrint}>
        Печать
      </Button>
    </span>
  );
}
