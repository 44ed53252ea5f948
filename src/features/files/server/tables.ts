import type { Generated } from "kysely";
import type { Id } from "#shared/ids.ts";

export interface StoredFileTable {
  territory_id: Id;
  id: Id;
  sha256: string;
  name: string;
  media_type: string;
  bytes: number;
  owner_kind: "report" | "paper" | "import" | null;
  owner_id: Id | null;
  uploaded_by: Id;
  uploaded_at: Date;
  opens_inline: Generated<boolean>;
  scan_state: Generated<"none" | "waiting" | "clean" | "infected">;
  scanned_at: Generated<Date | null>;
  fault: Generated<"missing" | "altered" | null>;
  checked_at: Generated<Date | null>;
  organisation_id: Generated<Id | null>;
  preview_state: Generated<"none" | "made" | "failed">;
  text_state: Generated<"none" | "read" | "failed">;
}

export interface FilePreviewTable {
  territory_id: Id;
  file_id: Id;
  size: "small" | "large";
  sha256: string;
  bytes: number;
  width: number;
  height: number;
}

export interface FileUploadTable {
  territory_id: Id;
  id: Id;
  person_id: Id;
  name: string;
  bytes: number;
  saved_at: Date;
  received: number;
  touched_at: Date;
  file_id: Id | null;
}

export interface FileUploadPartTable {
  territory_id: Id;
  upload_id: Id;
  at_byte: number;
  bytes: number;
  sha256: string;
}

export interface FileTextTable {
  territory_id: Id;
  file_id: Id;
  body: string;
  read_at: Date;
}

declare module "#platform/db/tables.ts" {
  interface Tables {
    stored_file: StoredFileTable;
    file_preview: FilePreviewTable;
    file_upload: FileUploadTable;
    file_upload_part: FileUploadPartTable;
    file_text: FileTextTable;
  }
}
