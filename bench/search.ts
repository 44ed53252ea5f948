import { Agent, get } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import type { Figure } from "./figure.ts";
import { asked, type Ground } from "./ground.ts";
import { officerOf, type BenchOfficer } from "./officer.ts";
import { askAgain, statementsOf } from "./statements.ts";
import { inTurns } from "./timing.ts";

const TEXTS = 300_000;
const ROUNDS = 15;
const QUESTIONS = [
  ["два слова", "открытые уроки"],
  ["слово и начало другого", "наставничество молод"],
  ["слово с опечаткой", "учителей матиматики"],
] as const;

/** Measures of one programme, each of its own few words. */
const MEASURES = `
  insert into measure (territory_id, id, programme_id, roadmap_id, number, title, due_text, cadence, result, ordinal)
  select m.territory_id, gen_random_uuid(), m.programme_id, m.roadmap_id, 'т' || n, w.a[1 + n % 12] || ' ' || w.b[1 + n / 12 % 12] || ' ' ||
    w.c[1 + n / 144 % 12] || ' ' || n, 'ежегодно', '[]', w.b[1 + n / 7 % 12] || ', ' || w.c[1 + n / 5 % 12], 1000 + n
  from (select * from measure where territory_id = $1 order by id limit 1) m, generate_series(1, ${TEXTS}) n, (select
    array['Открытые', 'Методические', 'Совместные', 'Выездные', 'Итоговые', 'Тематические', 'Районные', 'Учебные', 'Творческие', 'Родительские', 'Пробные', 'Летние'] a,
    array['уроки', 'занятия', 'семинары', 'встречи', 'практикумы', 'консультации', 'мастерские', 'олимпиады', 'конкурсы', 'собрания', 'сборы', 'чтения'] b,
    array['учителей математики', 'учителей истории', 'наставников и стажёров', 'молодых педагогов', 'классных руководителей', 'психологов',
      'школьных библиотек', 'выпускников', 'начальной школы', 'дошкольных групп', 'спортивных клубов', 'музейных активов'] c) w`;

/** P9: the search over seven kinds through the whole server, with 300 thousand texts more, against its own statements asked by pg alone. */
export async function search(ground: Ground): Promise<readonly Figure[]> {
  const url = await ground.copyOf(await ground.world("M"));
  const officer = await officerOf(url);
  await asked(url, MEASURES, [officer.territoryId]);
  await asked(url, "vacuum (analyze) measure");
  const program = await ground.program(url);
  const agent = new Agent({ keepAlive: true });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await program.server.listen({ port: 0, host: "127.0.0.1" });
    const { port } = program.server.server.address() as AddressInfo;
    const figures: Figure[] = [];
    for (const [name, words] of QUESTIONS) {
      const ask = () => found(agent, port, officer, words);
      await ask();
      const statements = await statementsOf(ask);
      const taken = await inTurns(ROUNDS, 3, ask, () => askAgain(client, statements));
      figures.push({
        id: "P9",
        name: `поиск, ${name} («${words}»), текстов ${TEXTS} сверх мира M`,
        unit: "мс",
        ...taken,
        limitName: "его запросы сами по себе",
        goal: { most: 1.3 },
        seen: { найдено: await ask(), запросов: statements.length },
      });
    }
    return figures;
  } finally {
    agent.destroy();
    await client.end();
    await program.stop();
  }
}

/** How many hits of all kinds there are. Throws where there is none: a question without an answer measures something else. */
function found(agent: Agent, port: number, { cookie }: BenchOfficer, words: string): Promise<number> {
  const path = `/api/search?${new URLSearchParams({ q: words })}`;
  return new Promise((done, fail) => {
    get({ port, host: "127.0.0.1", path, agent, headers: { cookie } }, (reply) => {
      let text = "";
      reply.setEncoding("utf8").on("data", (piece: string) => (text += piece));
      reply.on("end", () => {
        const { groups = [] } = JSON.parse(text) as { groups?: { total: number }[] };
        const total = groups.reduce((sum, one) => sum + one.total, 0);
        if (total > 0) done(total);
        else fail(new Error(`«${words}»: ${reply.statusCode}, ${text.slice(0, 200)}`));
      });
    }).on("error", fail);
  });
}
