import { showNotice } from "./notice.tsx";

/** Puts a link where it can be pasted from. A browser on plain http gives no clipboard: what stands in `boxId` is selected for Ctrl C. */
export async function copyLink(address: string, boxId: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(address);
    showNotice("Ссылка скопирована");
  } catch {
    const box = document.getElementById(boxId);
    if (box) getSelection()?.selectAllChildren(box);
    showNotice("Браузер не дал скопировать: нажмите Ctrl C", "soon");
  }
}
