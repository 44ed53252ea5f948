import { Icon } from "./icon.tsx";
import "./take-files.css";

export interface TakeFilesProps {
  /** the address of the paper in this format */
  readonly file: (format: "docx" | "xlsx") => string;
  /** taking it in Word is what the page is for */
  readonly isMain?: boolean;
}

/** A paper to be taken away in Word, and its table in Excel. */
export function TakeFiles({ file, isMain = false }: TakeFilesProps) {
  return (
    <div className="take-files">
      <a className={isMain ? "btn p" : "btn"} href={file("docx")} download>
        <Icon name="download" size={18} />
        Скачать Word
      </a>
      <a className="btn" href={file("xlsx")} download>
        <Icon name="download" size={18} />
        Скачать Excel
      </a>
    </div>
  );
}
