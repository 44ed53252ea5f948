import { useState } from "react";
import type { StoredFile } from "#features/files/model/contract.ts";
import { hasText } from "#features/files/model/file-text.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { FileWords } from "./file-words.tsx";
import { fileSize } from "./file-size.ts";
import "./file-viewer.css";

export type ViewedFile = Pick<StoredFile, "id" | "name" | "bytes" | "mediaType" | "state" | "inline" | "preview">;

export interface FileViewerProps {
  readonly territoryId: string;
  /** those one goes through, in their order */
  readonly files: readonly ViewedFile[];
  /** the id of the first one shown */
  readonly first: string;
  readonly onClose: () => void;
}

/** Whether a file may be looked at now. */
export const isOpen = ({ state }: Pick<ViewedFile, "state">): boolean => state === undefined || state === "open";

/** Files one after another over the page: pictures and PDF as they are, documents as text; arrows go on, Esc closes. */
export function FileViewer({ territoryId, files, first, onClose }: FileViewerProps) {
  const shown = files.filter(isOpen);
  const [id, setId] = useState(first);
  const at = Math.max(
    0,
    shown.findIndex((file) => file.id === id),
  );
  const file = shown[at];
  if (!file) return null;
  const go = (step: number) => {
    const next = shown[at + step];
    if (next) setId(next.id);
  };
  const address = `/api/files/${territoryId}/${file.id}`;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={file.name}
      width={960}
      actions={
        <>
          <a className="btn" href={address} target="_blank" rel="noreferrer">
            {file.inline ? "Открыть отдельно" : "Скачать"}
          </a>
          {shown.length > 1 && (
            <span className="viewer-steps">
              <Button disabledReason={at === 0 ? "Это первый файл" : undefined} onClick={() => go(-1)}>
                Предыдущий
              </Button>
              <Button disabledReason={at === shown.length - 1 ? "Это последний файл" : undefined} onClick={() => go(1)}>
                Следующий
              </Button>
            </span>
          )}
        </>
      }
    >
      {/* arrows are a help beside the buttons, which do the same */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className="viewer"
        onKeyDown={(event) => {
          if (event.key === "ArrowLeft") go(-1);
          if (event.key === "ArrowRight") go(1);
        }}
      >
        <p className="sm q">
          {shown.length > 1 && `Файл ${at + 1} из ${shown.length}, `}
          {fileSize(file.bytes)}
        </p>
        <Shown key={file.id} address={address} file={file} />
      </div>
    </Dialog>
  );
}

/** Phones and some browsers have no viewer of their own inside a page. */
const showsPdf = () => (navigator as { readonly pdfViewerEnabled?: boolean }).pdfViewerEnabled === true;

function Shown({ address, file }: { readonly address: string; readonly file: ViewedFile }) {
  if (/^image\/(jpeg|png|webp)$/.test(file.mediaType))
    return <img className="shot-large" src={address} alt={`Снимок ${file.name}`} />;
  if (file.mediaType === "application/pdf" && file.inline && showsPdf())
    // in a sandbox the viewer does not work: only a PDF that does nothing is shown so (decision 017)
    // oxlint-disable-next-line react/iframe-missing-sandbox
    return <iframe className="viewer-pdf" src={`${address}#navpanes=0`} title={file.name} />;
  return (
    <>
      {file.preview && (
        <img className="shot-large" src={`${address}/preview?size=large`} alt={`Первая страница: ${file.name}`} />
      )}
      {hasText(file.mediaType) ? (
        <FileWords address={address} name={file.name} />
      ) : (
        !file.preview && <p className="viewer-none">Файл такого вида здесь не показывается, его можно скачать.</p>
      )}
    </>
  );
}
