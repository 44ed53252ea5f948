import type { Coming } from "#features/files/model/uploads.ts";
import { IconButton } from "./button.tsx";
import { fileSize } from "./file-size.ts";
import type { Uploading } from "./file-uploads.ts";
import { Icon } from "./icon.tsx";

export interface UploadingRowProps {
  readonly one: Uploading;
  readonly maxBytes: number;
  readonly onStop: () => void;
  readonly onAgain: () => void;
  readonly onShrink: () => void;
}

/** A file on its way: how far it is, why it waits, what a person may do about it. */
export function UploadingRow({ one, maxBytes, onStop, onAgain, onShrink }: UploadingRowProps) {
  return (
    <li className="file">
      <Icon name="document" size={22} />
      <div>
        <div className="nm">{one.file.name}</div>
        {one.state === "large" ? (
          <div className="sm">
            Снимок {fileSize(one.file.size)}, а{"\u00a0"}принимается до{"\u00a0"}
            {fileSize(maxBytes)}. Его можно уменьшить прямо здесь, текст на нём останется читаемым.{" "}
            <button type="button" className="link-button" onClick={onShrink}>
              Уменьшить и отправить
            </button>
          </div>
        ) : one.problem ? (
          <div className="sm">
            <span className="late">{one.problem}</span>{" "}
            {one.state === "failed" && (
              <button type="button" className="link-button" onClick={onAgain}>
                Повторить
              </button>
            )}
          </div>
        ) : (
          <Going one={one} />
        )}
      </div>
      <IconButton
        icon="close"
        label={one.state === "sending" ? `Остановить загрузку ${one.file.name}` : `Убрать файл ${one.file.name}`}
        onClick={onStop}
      />
    </li>
  );
}

function Going({ one }: { readonly one: Uploading }) {
  const percent = Math.round(one.share * 100);
  const size = fileSize(one.file.size);
  const words = {
    waiting: percent > 0 ? `Ждёт связи, загружено ${percent} % из ${size}` : `Ждёт связи, ${size}`,
    shrinking: "Уменьшается на этом устройстве",
    sending: `Загружается, ${percent} % из ${size}`,
  };
  return (
    <>
      <div className="sm q">{words[one.state as keyof typeof words]}</div>
      <div className={one.state === "waiting" ? "prog waiting" : "prog"}>
        <i style={{ width: `${percent}%` }} />
      </div>
    </>
  );
}

/** A file that was begun and not ended, before the page was opened: chosen again, it goes on where it stopped. */
export function UnfinishedRow({ one, onDrop }: { readonly one: Coming; readonly onDrop: () => void }) {
  return (
    <li className="file">
      <Icon name="document" size={22} />
      <div>
        <div className="nm">{one.name}</div>
        <div className="sm q">
          Не догружен: {fileSize(one.received)} из{"\u00a0"}
          {fileSize(one.bytes)}. Выберите этот{"\u00a0"}же файл, и{"\u00a0"}загрузка продолжится.
        </div>
      </div>
      <IconButton icon="close" label={`Не догружать ${one.name}`} onClick={onDrop} />
    </li>
  );
}
