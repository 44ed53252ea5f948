import type { StoredFile } from "#features/files/model/contract.ts";
import { useEffect, useRef, useState } from "react";
import { useMe } from "../api/me.ts";
import { Button, IconButton } from "./button.tsx";
import { fileSize } from "./file-size.ts";
import { useUploads, type FileJudge } from "./file-uploads.ts";
import { UnfinishedRow, UploadingRow } from "./uploading-row.tsx";
import { useUnfinished } from "./unfinished-uploads.ts";
import { Icon } from "./icon.tsx";
import { FilePicture, LookButton } from "./shown-file.tsx";
import { FileViewer, isOpen } from "./file-viewer.tsx";
import { StateMark } from "./state-mark.tsx";
import { typeset } from "./typeset.ts";
import "./file-drop.css";

export interface FileDropProps {
  /** what the server has already */
  readonly files: readonly StoredFile[];
  readonly onChange: (files: readonly StoredFile[]) => void;
  /** as for an input: ".pdf,image/*" */
  readonly accept?: string;
  /** one file only: a new one takes the place of the old */
  readonly single?: boolean;
  /** bytes; 30 MB, as the server */
  readonly maxBytes?: number;
  /** refuses by its bytes a file that the field cannot use, before it goes up; must stay one and the same function */
  readonly judge?: FileJudge;
  /** the territory that keeps the files; that of the person's place unless given */
  readonly territoryId?: string;
}

const LIMIT = 30 * 1_048_576;

/** Files by drag, from the clipboard, by choice, on a phone by camera where `accept` takes pictures; each goes up at once and says how far it is. Put it in a `FieldGroup`. */
export function FileDrop(props: FileDropProps) {
  const { files, onChange, accept, single = false, maxBytes = LIMIT, judge, territoryId } = props;
  const own = useMe().current.territoryId;
  const keeper = territoryId ?? own;
  const latest = useRef(files);
  useEffect(() => {
    latest.current = files;
  }, [files]);
  const uploads = useUploads(
    (file) => {
      latest.current = single ? [file] : [...latest.current, file];
      onChange(latest.current);
    },
    { territoryId: keeper, maxBytes, judge },
  );
  const [over, setOver] = useState(false);
  const [viewed, setViewed] = useState<string | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  usePastedFiles(uploads.add);
  const take = (input: HTMLInputElement) => {
    if (input.files) uploads.add([...input.files]);
    input.value = "";
  };
  const takesPhotos = accept === undefined || accept.includes("image");
  const unfinished = useUnfinished(keeper, uploads.uploading);
  const shown = files.length + uploads.uploading.length + unfinished.items.length > 0;
  return (
    <>
      {shown && (
        <ul className="files">
          {files.map((file) => (
            <li className="file" key={file.id}>
              {file.preview ? (
                <FilePicture
                  territoryId={keeper}
                  file={file}
                  preview={file.preview}
                  onOpen={() => setViewed(file.id)}
                />
              ) : (
                <Icon name="document" size={22} />
              )}
              <div>
                <div className="nm">
                  <a href={`/api/files/${keeper}/${file.id}`} target="_blank" rel="noreferrer">
                    {file.name}
                  </a>
                </div>
                <div className="sm">
                  {file.state === "checking" ? (
                    <StateMark state="submitted">Проверяется на вирусы</StateMark>
                  ) : (
                    <StateMark state="accepted">Загружен</StateMark>
                  )}{" "}
                  <span className="q">· {fileSize(file.bytes)}</span>
                  {isOpen(file) && (
                    <>
                      {" · "}
                      <LookButton name={file.name} onOpen={() => setViewed(file.id)} />
                    </>
                  )}
                </div>
              </div>
              <IconButton
                icon="close"
                label={`Убрать файл ${file.name}`}
                onClick={() => onChange(files.filter((one) => one.id !== file.id))}
              />
            </li>
          ))}
          {uploads.uploading.map((one) => (
            <UploadingRow
              key={one.key}
              one={one}
              onStop={() => uploads.stop(one.key)}
              onAgain={() => uploads.again(one.key)}
              onShrink={() => uploads.shrink(one.key)}
              maxBytes={maxBytes}
            />
          ))}
          {unfinished.items.map((one) => (
            <UnfinishedRow key={one.id} one={one} onDrop={() => unfinished.drop(one.id)} />
          ))}
        </ul>
      )}
      {viewed !== null && (
        <FileViewer territoryId={keeper} files={files} first={viewed} onClose={() => setViewed(null)} />
      )}
      <div
        className={over ? "drop over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          uploads.add([...event.dataTransfer.files]);
        }}
      >
        <span>
          {single ? "Перетащите файл сюда или вставьте из буфера" : "Перетащите файлы сюда или вставьте из буфера"}
        </span>
        <div className="bt">
          {takesPhotos && (
            <Button icon="camera" className="only-phone" onClick={() => camera.current?.click()}>
              Снять фото
            </Button>
          )}
          <Button icon="clip" onClick={() => chooser.current?.click()}>
            Выбрать файл
          </Button>
        </div>
        <input
          ref={chooser}
          type="file"
          hidden
          tabIndex={-1}
          aria-label="Выбрать файл"
          accept={accept}
          multiple={!single}
          onChange={(event) => take(event.target)}
        />
        {takesPhotos && (
          <input
            ref={camera}
            type="file"
            hidden
            tabIndex={-1}
            aria-label="Снять камерой"
            accept="image/*"
            capture="environment"
            onChange={(event) => take(event.target)}
          />
        )}
      </div>
      <p className="drop-note sm q">
        {typeset(
          `${accept === undefined ? "PDF, фото, Word, Excel, OpenDocument, простой текст, файл" : "Файл"} до ${fileSize(maxBytes)}. Если связь прервётся, загрузка продолжится с того же места.`,
        )}
      </p>
      {takesPhotos && (
        <p className="drop-note sm q">
          {typeset("Из фотографий убираются место съёмки и другие скрытые сведения; исходный снимок не хранится.")}
        </p>
      )}
    </>
  );
}

/** Files pasted anywhere on the page come here; pasted text stays with the field it was pasted into. */
function usePastedFiles(add: (files: Iterable<File>) => void): void {
  const latest = useRef(add);
  useEffect(() => {
    latest.current = add;
  }, [add]);
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    addEventListener("paste", paste);
    return () => removeEventListener("paste", paste);
  }, []);
}
