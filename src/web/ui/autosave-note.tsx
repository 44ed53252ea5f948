import { useOnline } from "../api/online.ts";
import { clockTime } from "./clock-time.ts";
import { Icon } from "./icon.tsx";
import "./autosave-note.css";

/** «Черновик сохранён в 14:32»; without connection says that it is kept on this device. Silent until something was saved. */
export function AutosaveNote({ savedAt }: { readonly savedAt: Date | null }) {
  const { online } = useOnline();
  return (
    <output className="saved">
      {savedAt && (
        <>
          <Icon name={online ? "check" : "cloudOff"} size={18} className={online ? "accepted" : "soon"} />
          {online ? "Черновик сохранён" : "Черновик сохранён на этом устройстве"} в&nbsp;{clockTime(savedAt)}
        </>
      )}
    </output>
  );
}

/** The amber note on top of a form while there is no connection; nothing while there is. */
export function OfflineNote() {
  const { online, since } = useOnline();
  return (
    <output className="net-place">
      {!online && (
        <span className="net">
          <Icon name="offline" className="soon" />
          <span>
            <b>Нет связи{since && ` с ${clockTime(since)}`}.</b> Заполняйте дальше: всё сохраняется на этом устройстве.
            Отправить можно будет, когда связь вернётся.
          </span>
        </span>
      )}
    </output>
  );
}
