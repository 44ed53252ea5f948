import { useState } from "react";
import type { StoredFile } from "#features/files/model/contract.ts";
import { fileSize } from "./file-size.ts";
import { FileViewer, type ViewedFile } from "./file-viewer.tsx";
import "./shown-file.css";

export interface ShownFileProps {
  readonly territoryId: string;
  readonly file: ViewedFile;
  /** the files it stands among: one goes on to them while looking */
  readonly among?: readonly ViewedFile[];
}

/** Why a file may not be opened now. */
const CLOSED = {
  checking: "ждёт проверки на вирусы, откроется после неё",
  infected: "закрыт: в нём найден вирус",
  lost: "содержимое на сервере потеряно, приложите файл снова",
} as const;

/** A kept file: its first page small, its name, its size, a way to look at it here, and what keeps it from being opened. */
export function ShownFile({ territoryId, file, among = [file] }: ShownFileProps) {
  const [viewing, setViewing] = useState(false);
  const closed = file.state !== undefined && file.state !== "open" ? CLOSED[file.state] : undefined;
  return (
    <div className="shown-file">
      {file.preview && !closed && (
        <FilePicture territoryId={territoryId} file={file} preview={file.preview} onOpen={() => setViewing(true)} />
      )}
      <div>
        {closed ? (
          file.name
        ) : (
          <a href={`/api/files/${territoryId}/${file.id}`} target="_blank" rel="noreferrer">
            {file.name}
          </a>
        )}{" "}
        <span className="sm q">{fileSize(file.bytes)}</span>
        {closed ? (
          <div className={file.state === "checking" ? "sm q" : "sm late"}>{closed}</div>
        ) : (
          <div className="sm">
            <LookButton name={file.name} onOpen={() => setViewing(true)} />
          </div>
        )}
      </div>
      {viewing && (
        <FileViewer territoryId={territoryId} files={among} first={file.id} onClose={() => setViewing(false)} />
      )}
    </div>
  );
}

/** «Посмотреть», named with the file for a screen reader. */
export function LookButton({ name, onOpen }: { readonly name: string; readonly onOpen: () => void }) {
  return (
    <button type="button" className="link-button" aria-label={`Посмотреть ${name}`} onClick={onOpen}>
      Посмотреть
    </button>
  );
}

interface FilePictureProps {
  readonly territoryId: string;
  readonly file: Pick<StoredFile, "id" | "name">;
  readonly preview: NonNullable<StoredFile["preview"]>;
  readonly onOpen: () => void;
}

/** The first page small; a press opens the file over the page. A picture that does not come is not missed. */
export function FilePicture({ territoryId, file, preview, onOpen }: FilePictureProps) {
  const [gone, setGone] = useState(false);
  if (gone) return null;
  return (
    <button type="button" className="shot" onClick={onOpen} aria-label={`Показать крупнее: ${file.name}`}>
      <img
        src={`/api/files/${territoryId}/${file.id}/preview`}
        width={preview.width}
        height={preview.height}
        alt=""
        loading="lazy"
        onError={() => setGone(true)}
      />
    </button>
  );
}
