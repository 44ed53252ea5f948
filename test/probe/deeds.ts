import type { Aim } from "./aims.ts";
import type { dutiesOf } from "./duties.ts";
import type { Kept, Persona } from "./place.ts";
import type { Registry } from "./registry.ts";
import { LEADS, type standingOf } from "./standing.ts";

const OF_PROGRAMMES = ["roadmap", "section", "measure", "programme_change", "redaction"];

type Rule = (persona: Persona, aim: Aim) => boolean;

/**
 * Who may do each deed at all. Whoever may not is told so, or that there is no such thing, before anything else of the request is looked
 * at: neither what is wrong with its words nor the state of the row is theirs to hear.
 */
export function deedsOf(
  standing: ReturnType<typeof standingOf>,
  { reports, delegates, runs, answersAll, writesPaper }: ReturnType<typeof dutiesOf>,
  registry: Registry,
): Readonly<Record<string, Rule>> {
  const { regionOf, now, holds, leads, rules, administers, managesAt, mayTake, governs, standings } = standing;
  const { keepsWatch, writesAt, ownsView, closesView } = standing;
  const ofRow =
    (rule: (persona: Persona, row: Kept) => boolean): Rule =>
    (persona, { row }) =>
      row !== undefined && rule(persona, row);
  const place = ({ row, ids }: Aim) => (row?.territoryId ?? ids["territoryId"]) as string;
  const owner = ({ ids }: Aim) => (ids["ownerOrganisationId"] ?? null) as string | null;
  // a row named under a programme of one's own is sought there, whatever it is
  const run: Rule = (persona, { row, ids }) => {
    const named = registry.byId.get(String(ids["programmeId"]));
    const asked = named && row && OF_PROGRAMMES.includes(row.table) ? named : row;
    return asked !== undefined && runs(persona, asked);
  };
  const keep: Rule = (persona, aim) => administers(persona, place(aim));
  const rule: Rule = (persona, aim) => rules(persona, place(aim));
  const lead: Rule = (persona, aim) => leads(persona, aim.ids["territoryId"] as string, owner(aim));
  // about oneself the answer says more: that it is another's to do
  const govern = ofRow((persona, { personId }) => personId === persona.personId || governs(persona, personId));
  const manage: Rule = (persona, { row, ids }) =>
    (standings.get(row?.personId ?? "") ?? []).some(
      (one) => one.territoryId === ids["territoryId"] && managesAt(persona, one.territoryId, one.organisationId),
    );
  const answer = ofRow((persona, row) => answersAll(row, (one) => reports(persona, one)));
  const decide = ofRow((persona, row) => answersAll(row, (one) => runs(persona, one)));
  const runsNamed: Rule = (persona, { ids }) => {
    const named = registry.byId.get(String(ids["programmeId"]));
    return named !== undefined && runs(persona, named);
  };
  const deeds: readonly (readonly [Rule, string])[] = [
    [run, "programme.edit programme.step programme.undo redaction.register roadmap.add roadmap.edit section.add"],
    [run, "section.edit section.move section.close measure.add measure.edit measure.move measure.close"],
    [run, "import.answer import.arrange import.undo import.settings import.approve import.cancel amendment.answer"],
    [run, "amendment.approve amendment.forecast template.close template.reopen obligation.move-due pause.end"],
    [ofRow((persona, row) => leads(persona, row.territoryId!, row.ownerOrganisationId)), "remark.edit remark.close"],
    [lead, "programme.create import.start template.use remark.keep"],
    [runsNamed, "template.keep measure.remind pause.begin"],
    [ofRow(delegates), "obligation.delegate"],
    [answer, "report.save report.submit report.withdraw"],
    [decide, "report.accept report.return report.reopen"],
    [(persona, aim) => writesAt(persona, place(aim)), "view.keep"],
    [ofRow(ownsView), "view.edit"],
    [ofRow(closesView), "view.close"],
    [(persona, aim) => keepsWatch(persona, place(aim)), "watch.set"],
    [keep, "organisation.create organisation.edit organisation.close designation.add designation.edit role-code.save"],
    [keep, "role-code.forget school-year.save school-year.forget reminder-rules.save organisation-sheet.apply"],
    [(persona, aim) => regionOf.get(place(aim)) === null && rules(persona, place(aim)), "territory.add"],
    [rule, "territory.edit consent.record data-request.settle person.destroy destruction.print"],
    [govern, "person.edit account.open account.link account.close account.sign-out factor.reset"],
    [manage, "role.give position.add"],
    [ofRow((persona, one) => managesAt(persona, one.territoryId, one.organisationId)), "position.edit"],
    [
      ofRow(
        (persona, one) =>
          one.personId === persona.personId || mayTake(persona, one.state ?? "", one.territoryId, one.organisationId),
      ),
      "role.end",
    ],
    [
      (persona, { ids }) => managesAt(persona, ids["territoryId"] as string, ids["organisationId"] as string),
      "person.add",
    ],
    [
      (persona, { ids }) =>
        writesPaper(persona, ids["territoryId"] as string, (ids["issuerOrganisationId"] ?? null) as string | null),
      "paper.register",
    ],
    [ofRow((persona, one) => writesPaper(persona, one.territoryId, one.organisationId)), "paper.edit"],
    [(persona, aim) => holds(persona, place(aim), LEADS, null), "call.record"],
    [
      (persona, aim) => now(persona).some((held) => held.territoryId === place(aim) && held.role !== "reader"),
      "file.upload upload.list upload.start",
    ],
    [
      ofRow(
        (persona, one) =>
          one.personId === persona.personId &&
          now(persona).some((held) => held.territoryId === one.territoryId && held.role !== "reader"),
      ),
      "upload.part upload.finish upload.drop",
    ],
  ];
  return Object.fromEntries(deeds.flatMap(([may, actions]) => actions.split(" ").map((action) => [action, may])));
}
