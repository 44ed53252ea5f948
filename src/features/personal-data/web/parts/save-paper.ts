import { problemFrom } from "#web/api/problem.ts";
import { newKey, writeHeaders } from "#web/api/request.ts";

/** Has a paper printed and saves it. The name goes in the body, so that it stands in no address and no log. Throws the refusal. */
export async function savePaper(
  destructionId: string,
  paper: "act" | "extract",
  body: { readonly territoryId: string; readonly subject: string },
): Promise<void> {
  const answer = await fetch(`/api/personal-data/destructions/${destructionId}/${paper}`, {
    method: "POST",
    headers: { ...writeHeaders(newKey()), "Content-Type": "application/json" },
    credentials: "same-origin",
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw problemFrom(answer.status, await answer.json().catch(() => undefined));
  const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("content-disposition") ?? "")?.[1];
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = name ? decodeURIComponent(name) : `${paper}.docx`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
