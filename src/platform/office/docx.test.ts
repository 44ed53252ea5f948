import { describe, expect, it } from "vitest";
import { cellsOf, tablesOf, textsOf } from "../../../test/support/block-views.ts";
import { docx, p, paragraph, run, tbl, tc, tr } from "../../../test/support/docx-builder.ts";
import { readDocx } from "./docx.ts";

describe("tables", () => {
  it("places cells merged both ways", () => {
    const [table] = tablesOf(
      readDocx(
        docx([
          tbl([
            tr([tc("Срок", { merge: "start" }), tc("Кто", { span: 2 })]),
            tr([tc("", { merge: "on" }), "школа", "центр"]),
          ]),
        ]),
      ),
    );
    expect(cellsOf(table!)).toEqual(["0,0 1x2 Срок", "0,1 2x1 Кто", "1,1 1x1 школа", "1,2 1x1 центр"]);
    expect(table).toMatchObject({ rows: 2, columns: 3 });
  });

  it("keeps columns where a row leaves places out", () => {
    const [table] = tablesOf(readDocx(docx([tbl([tr(["а", "б", "в"]), tr(["под б"], { before: 1, after: 1 })])])));
    expect(cellsOf(table!)).toEqual(["0,0 1x1 а", "0,1 1x1 б", "0,2 1x1 в", "1,0 1x1 ", "1,1 1x1 под б", "1,2 1x1 "]);
  });

  it("a vertical merge of another width begins a cell of its own", () => {
    const [table] = tablesOf(
      readDocx(docx([tbl([tr([tc("а", { merge: "start" }), "б"]), tr([tc("в", { merge: "on", span: 2 })])])])),
    );
    expect(cellsOf(table!)).toEqual(["0,0 1x1 а", "0,1 1x1 б", "1,0 2x1 в"]);
  });

  it("gives a nested table its place in the parent cell", () => {
    const inner = tbl([tr(["1", "Сбор заявок"])]);
    const blocks = readDocx(
      docx([tbl([tr([tc("слева"), tc([p("План"), inner, p("")])])]), tbl([tr(["после", "неё"])])]),
    );
    const [outer, nested, after] = tablesOf(blocks);
    expect(outer?.cells[1]?.paragraphs).toEqual(["План", ""]);
    expect(nested).toMatchObject({ index: 1, parent: { table: 0, row: 0, col: 1 } });
    expect(after?.index).toBe(2);
  });

  it("opens content controls around rows and cells and leaves out deleted rows", () => {
    const control = (xml: string): string =>
      `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${xml}</w:sdtContent></w:sdt>`;
    const rows = [
      tr(["а", control(tc("б"))]),
      control(tr(["в", "г"])),
      tr(["д", "е"], { properties: '<w:del w:id="1" w:author="x"/>' }),
    ];
    const [table] = tablesOf(readDocx(docx([tbl(rows)])));
    expect(cellsOf(table!)).toEqual(["0,0 1x1 а", "0,1 1x1 б", "1,0 1x1 в", "1,1 1x1 г"]);
  });

  it("counts the marks of a number column made by a Word list", () => {
    const numbered = tc([p("", { list: { id: 1 } })]);
    const [table] = tablesOf(
      readDocx(
        docx(
          [tbl([tr([numbered, "Опрос"]), tr([numbered, "Отчёт"])])],
          [{ id: 1, levels: [{ format: "decimal", text: "%1." }] }],
        ),
      ),
    );
    expect(table?.cells.map(({ marks }) => marks)).toEqual([["1."], undefined, ["2."], undefined]);
  });
});

describe("paragraphs", () => {
  it("joins split runs, keeps tabs and soft breaks", () => {
    expect(textsOf(readDocx(docx([paragraph(run("ма") + run("й\tиюнь") + run("\n2026"))])))).toEqual([
      "май\tиюнь\n2026",
    ]);
  });

  it("shows tracked changes as accepted", () => {
    const deleted = '<w:del w:id="1" w:author="x"><w:r><w:delText>апрель</w:delText></w:r></w:del>';
    const inserted = `<w:ins w:id="2" w:author="x">${run("май")}</w:ins>`;
    expect(textsOf(readDocx(docx([paragraph(deleted + inserted)])))).toEqual(["май"]);
  });

  it("runs a paragraph on where its mark was deleted", () => {
    const open =
      '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="x"/></w:rPr></w:pPr><w:r><w:t>методические </w:t></w:r></w:p>';
    expect(textsOf(readDocx(docx([open, p("дни")])))).toEqual(["методические дни"]);
  });

  it("leaves out hidden letters, field codes and notes, and takes text boxes once", () => {
    const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const drawing = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>${box("в рамке")}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box("в рамке")}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>';
    const body = paragraph(
      run("видно") + run("скрыто", "<w:vanish/>") + field + '<w:r><w:footnoteReference w:id="2"/></w:r>' + drawing,
    );
    expect(textsOf(readDocx(docx([body])))).toEqual(["видно", "в рамке"]);
  });

  it("knows headings, bold lines and list items with computed numbers", () => {
    const lists = [
      {
        id: 7,
        levels: [
          { format: "decimal", text: "%1." },
          { format: "russianLower", text: "%1%2)" },
        ],
      },
    ];
    const body = [
      p("Задачи", { level: 2 }),
      p("Первая", { list: { id: 7 } }),
      p("подпункт", { list: { id: 7, depth: 1 } }),
      p("ещё", { list: { id: 7, depth: 1 } }),
      p("Вторая", { list: { id: 7 } }),
      p("снова", { list: { id: 7, depth: 1 } }),
      p("Важно", { bold: true }),
    ];
    const blocks = readDocx(docx(body, lists));
    expect(
      blocks.map((block) => block.kind === "paragraph" && (block.list?.marker ?? block.level ?? block.bold)),
    ).toEqual([2, "1.", "1а)", "1б)", "2.", "2а)", true]);
  });
});
