import { useQuery } from "@tanstack/react-query";
import type { FileText, FileTextBlock } from "#features/files/model/file-text-contract.ts";
import { request } from "../api/request.ts";
import { Loaded } from "./loaded.tsx";

/** The words of a document: paragraphs, lists and tables, without its looks. */
export function FileWords({ address, name }: { readonly address: string; readonly name: string }) {
  const words = useQuery({
    queryKey: ["files", address, "text"],
    queryFn: ({ signal }) => request<FileText | null>(`${address}/text`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Loaded query={words} title="Текст не открылся">
      {(text) =>
        text === null ? (
          <p className="viewer-none">Текст из этого файла не прочитался. Скачайте файл и откройте его у себя.</p>
        ) : (
          // A region that scrolls must be reachable by keyboard.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <section className="file-words" aria-label={`Текст файла ${name}`} tabIndex={0}>
            {text.blocks.map((block, at) => (
              // a document has no names for its blocks, and it does not change while it is shown
              // oxlint-disable-next-line react/no-array-index-key
              <Words key={at} block={block} />
            ))}
            {text.cut && <p className="sm q">Показано начало. Весь файл откроется, если его скачать.</p>}
          </section>
        )
      }
    </Loaded>
  );
}

function Words({ block }: { readonly block: FileTextBlock }) {
  if (block.kind === "table")
    return (
      <div className="words-table">
        <table>
          <tbody>
            {block.rows.map((row, at) => (
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={at}>
                {row.map((cell, of) => (
                  // oxlint-disable-next-line react/no-array-index-key
                  <td key={of} colSpan={cell.colSpan} rowSpan={cell.rowSpan}>
                    {cell.text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  if (block.text.trim() === "") return null;
  if (block.level !== undefined) return <h3>{block.text}</h3>;
  return (
    <p className={block.marker === undefined ? undefined : "item"}>
      {block.marker !== undefined && <span className="q">{block.marker} </span>}
      {block.text}
    </p>
  );
}
