import type { District } from "./district.ts";
import type { Expected, ExpectedImport } from "./expected.ts";
import type { Hand } from "./hand.ts";

interface Desk {
  readonly district: District;
  readonly hand: Hand;
  readonly expected: Expected;
  readonly running: () => boolean;
  /** the most documents taken in this time: each is read in a process of its own */
  readonly most: number;
}

/** An officer takes documents in one after another; every third one is put aside while it may still be being read. */
export async function writeImports({ district, hand, expected, running, most }: Desk): Promise<void> {
  // many are taken in at the pace of people, or reading them would be all the machine does
  const rest = most > 20 ? 5000 : 0;
  for (let turn = 0; turn < most && running(); turn += 1) {
    const at = expected.imports.length;
    if (turn > 0) await new Promise((wait) => setTimeout(wait, rest));
    const { id } = await hand.write("import.start", {
      method: "POST",
      path: "/api/imports",
      body: {
        territoryId: district.territoryId,
        ownerOrganisationId: null,
        fileId: null,
        pasted: { name: `План ${at}`, text: planOf(at) },
      },
    });
    const taken: ExpectedImport = { id, status: "taken" };
    expected.imports.push(taken);
    if (at % 3 !== 2) {
      await settled(hand, `/api/imports/${district.territoryId}/${id}`, running);
      continue;
    }
    await hand.write("import.cancel", { method: "DELETE", path: `/api/imports/${district.territoryId}/${id}` }, id);
    taken.status = "cancelled";
  }
}

/** Waits until the document is read, as the screen does. */
async function settled(hand: Hand, path: string, running: () => boolean): Promise<void> {
  while (running()) {
    if ((await hand.read(path)).status !== "reading") return;
    await new Promise((wait) => setTimeout(wait, 400));
  }
}

function planOf(at: number): string {
  const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  return `<table>${[
    ["№", "Мероприятие", "Срок", "Ответственные", "Результат"],
    ["1.1", `Собрать команду ${at}`, "октябрь 2026", "УО", "Приказ"],
    ["1.2", "Пройти диагностику", "2 раза в год", "УО", "Справка"],
  ]
    .map(row)
    .join("")}</table>`;
}
