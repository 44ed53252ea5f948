import { PART_BYTES, partLength, type Coming } from "../../src/features/files/model/uploads.ts";
import type { StoredFile } from "../../src/features/files/model/contract.ts";
import type { ObligationCard } from "../../src/features/obligations/model/contract.ts";
import type { ReportList, ReportView } from "../../src/features/reports/model/contract.ts";
import { PASSWORD, type Worker } from "./crowd.ts";
import { hashOf } from "./evidence.ts";
import type { Ledger } from "./ledger.ts";
import { PersonLine } from "./line.ts";

export type Kind = "signIn" | "read" | "office" | "save" | "upload" | "report";

/** What everybody of a day shares. */
export interface Day {
  readonly base: URL;
  /** «2026-11-20» */
  readonly today: string;
  readonly ledger: Ledger;
  readonly evidence: () => { readonly name: string; readonly bytes: Buffer };
  /** 0…1 */
  readonly chance: () => number;
}

const MOST_SHOWN = 20;

/** Of a hundred acts of everybody together. */
const MIX = { save: 25, upload: 10, report: 5 } as const;

/** One person before the product: what they do next hangs on what they did, as with anybody. */
export class Visitor {
  readonly #line: PersonLine;
  #report: ReportView | undefined;
  #fileIds: string[] = [];
  #saves = 0;

  constructor(
    readonly worker: Worker,
    readonly day: Day,
  ) {
    this.#line = new PersonLine(day.base, worker.address);
  }

  get again(): number {
    return this.#line.again;
  }

  close(): void {
    this.#line.close();
  }

  /** The page, the password, and what the first page asks for. */
  async signIn(): Promise<void> {
    await this.#get("/");
    const json = { login: this.worker.login, password: PASSWORD };
    await this.#line.ask({ method: "POST", path: "/api/session", json });
    await this.#get("/api/session");
    await (this.worker.organisationId ? this.#home() : this.#office());
  }

  /** One act by the mix; an officer reads. Officers' reading makes up for what the others read less. */
  async act(officersShare: number): Promise<Kind> {
    if (!this.worker.organisationId) {
      await (this.day.chance() < 0.5 ? this.#office() : this.#queue());
      return "office";
    }
    let at = this.day.chance() * 100 * (1 - officersShare);
    if ((at -= MIX.save) < 0) return (await this.#save(), "save");
    if ((at -= MIX.upload) < 0) return (await this.#upload(), "upload");
    if ((at -= MIX.report) < 0) return (await this.#send(), "report");
    await this.#read();
    return "read";
  }

  async #read(): Promise<void> {
    const at = this.day.chance();
    // a page opened anew comes with its list drawn; from within, the list alone is asked for
    if (at < 0.2) await this.#get("/todo");
    else if (at < 0.6) await this.#home();
    else await this.#card();
  }

  async #home(): Promise<void> {
    const { territoryId, organisationId } = this.worker;
    const place = new URLSearchParams({ territoryId, organisationId: organisationId! });
    await Promise.all([this.#get(`/api/obligations/home?${place}`), this.#get(`/api/counts?${place}`)]);
  }

  async #office(): Promise<void> {
    const place = new URLSearchParams({ territoryId: this.worker.territoryId });
    await Promise.all([
      this.#get(`/api/progress/home?${place}`),
      this.#get(`/api/reports?${place}&state=toReview`),
      this.#get(`/api/counts?${place}`),
    ]);
  }

  async #queue(): Promise<void> {
    const { territoryId } = this.worker;
    const { rows } = await this.#get<ReportList>(`/api/reports?territoryId=${territoryId}&state=toReview`);
    const one = rows[Math.floor(this.day.chance() * rows.length)];
    if (one) await this.#get(`/api/reports/${territoryId}/${one.id}`);
  }

  async #card(): Promise<void> {
    const { territoryId, obligationId } = this.worker;
    const { report } = await this.#get<ObligationCard>(`/api/obligations/${territoryId}/${obligationId}`);
    if (report) await this.#get(`/api/reports/${territoryId}/${report.id}`);
  }

  /** A draft is written; what was sent is taken back first, as it is while nobody has decided it. */
  async #save(): Promise<void> {
    this.#saves += 1;
    if (this.#report?.state === "submitted") await this.#step("withdraw", { version: this.#report.version });
    const { territoryId } = this.worker;
    const report = this.#report;
    const content = this.#content();
    this.#keep(
      await this.#line.ask<ReportView>(
        report
          ? { method: "PUT", path: this.#path(), json: { version: report.version, content } }
          : { method: "POST", path: "/api/reports", json: { territoryId, content } },
      ),
    );
  }

  async #send(): Promise<void> {
    if (this.#report?.state !== "draft") await this.#save();
    await this.#step("submit", { version: this.#report!.version, content: this.#content() });
  }

  async #step(step: "submit" | "withdraw", json: object): Promise<void> {
    this.#keep(await this.#line.ask<ReportView>({ method: "POST", path: `${this.#path()}/${step}`, json }));
  }

  #path(): string {
    return `/api/reports/${this.worker.territoryId}/${this.#report!.id}`;
  }

  async #upload(): Promise<void> {
    const { territoryId } = this.worker;
    const { name, bytes } = this.day.evidence();
    const begin = { territoryId, name, bytes: bytes.length, savedAt: Date.now() };
    const { id } = await this.#line.ask<Coming>({ method: "POST", path: "/api/uploads", json: begin });
    const path = `/api/uploads/${territoryId}/${id}`;
    for (let offset = 0; offset < bytes.length; offset += PART_BYTES) {
      const file = bytes.subarray(offset, offset + partLength(bytes.length, offset));
      await this.#line.ask({ method: "PUT", path: `${path}?offset=${offset}`, file });
    }
    const json = { sha256: hashOf(bytes) };
    const kept = await this.#line.ask<StoredFile>({ method: "POST", path: `${path}/finish`, json });
    this.day.ledger.files.set(kept.id, kept.bytes);
    this.#fileIds.push(kept.id);
    // a report shows so many at most
    this.#fileIds.splice(0, this.#fileIds.length - MOST_SHOWN);
  }

  #content() {
    const said = `Провели в назначенный срок, итоги обсудили с коллективом. Правка ${this.#saves}.`;
    const link = { kind: "link", url: "https://school.example/protokol" } as const;
    return {
      kind: "done",
      text: said,
      doneOn: this.day.today,
      reason: "",
      obligationIds: [this.worker.obligationId!],
      values: [],
      evidence: [link, ...this.#fileIds.map((fileId) => ({ kind: "file", fileId }) as const)],
    };
  }

  #keep(report: ReportView): void {
    const { id, version, text, state } = report;
    this.#report = report;
    const fileIds = report.evidence.flatMap(({ fileId }) => fileId ?? []);
    this.day.ledger.reports.set(id, { version, text, state: state as "draft", fileIds });
  }

  #get<Value>(path: string): Promise<Value> {
    return this.#line.ask<Value>({ method: "GET", path });
  }
}
