import { useState } from "react";
import type { StoredFile } from "#features/files/model/contract.ts";
import { Dialog } from "./dialog.tsx";
import { fileSize } from "./file-size.ts";
import "./shown-file.css";

export interface ShownFileProps {
  readonly territoryId: string;
  readonly file: Pick<StoredFile, "id" | "name" | "bytes" | "state" | "preview">;
}

/** Why a file may not be opened now. */
const CLOSED = {
  checking: "ждёт проверки на вирусы, откроется после неё",
  infected: "закрыт: в нём найден вирус",
  lost: "содержимое на сервере потеряно, приложите файл снова",
} as const;

/** A kept file: its first page small, which opens larger, its name, its size, and what keeps it from being opened. */
export function ShownFile({ territoryId, file }: ShownFileProps) {
  const closed = file.state !== undefined && file.state !== "open" ? CLOSED[file.state] : undefined;
  return (
    <div className="shown-file">
      {file.preview && !closed && <FilePicture territoryId={territoryId} file={file} preview={file.preview} />}
      <div>
        {closed ? (
          file.name
        ) : (
          <a href={`/api/files/${territoryId}/${file.id}`} target="_blank" rel="noreferrer">
            {file.name}
          </a>
        )}{" "}
        <span className="sm q">{fileSize(file.bytes)}</span>
        {closed && <div className={file.state === "checking" ? "sm q" : "sm late"}>{closed}</div>}
      </div>
    </div>
  );
}

interface FilePictureProps extends ShownFileProps {
  readonly preview: NonNullable<StoredFile["preview"]>;
}

/** The first page small; clicked, larger over the page, with a way to the file itself. A picture that does not come is not missed. */
export function FilePicture({ territoryId, file, preview }: FilePictureProps) {
  const [larger, setLarger] = useState(false);
  const [gone, setGone] = useState(false);
  const address = `/api/files/${territoryId}/${file.id}`;
  if (gone) return null;
  return (
    <>
      <button
        type="button"
        className="shot"
        onClick={() => setLarger(true)}
        aria-label={`Показать крупнее: ${file.name}`}
      >
        <img
          src={`${address}/preview`}
          width={preview.width}
          height={preview.height}
          alt=""
          loading="lazy"
          onError={() => setGone(true)}
        />
      </button>
      <Dialog
        opened={larger}
        onClose={() => setLarger(false)}
        title={file.name}
        width={860}
        actions={
          <a className="btn" href={address} target="_blank" rel="noreferrer">
            Открыть файл
          </a>
        }
      >
        {larger && (
          <img className="shot-large" src={`${address}/preview?size=large`} alt={`Первая страница: ${file.name}`} />
        )}
      </Dialog>
    </>
  );
}
