import { useState } from "react";
import { counted } from "#domain/russian/plural.ts";
import { Button } from "#web/ui/button.tsx";
import { TextArea } from "#web/ui/text-field.tsx";

interface PasteFieldProps {
  /** HTML of a pasted table, or plain text */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A table copied in Word or Excel comes with its cells as HTML; anything else as text. */
export function PasteField({ value, onChange }: PasteFieldProps) {
  const [rows, setRows] = useState<number | null>(null);
  if (value !== "" && rows !== null) {
    return (
      <p className="pasted">
        Вставлена таблица: {counted(rows, ["строка", "строки", "строк"])}.{" "}
        <Button
          kind="ghost"
          size="small"
          onClick={() => {
            setRows(null);
            onChange("");
          }}
        >
          Вставить другую
        </Button>
      </p>
    );
  }
  return (
    <TextArea
      label="Таблица или текст"
      hint="Выделите таблицу в Word или Excel, скопируйте и вставьте сюда (Ctrl V): ячейки сохранятся."
      value={value}
      rows={3}
      onChange={onChange}
      onPaste={(event) => {
        const html = event.clipboardData.getData("text/html");
        const found = html.match(/<tr[\s>]/gi)?.length ?? 0;
        if (found === 0) return;
        event.preventDefault();
        setRows(found);
        onChange(html);
      }}
    />
  );
}
