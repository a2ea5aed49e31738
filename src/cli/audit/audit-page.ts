import type { Audit, AuditCell, AuditLane } from '../../domain/audit.ts';
import type { GateVerdict } from '../../domain/comparison.ts';
import type { Canvas } from '../../reporters/terminal/canvas.ts';
import { table } from '../../reporters/terminal/table.ts';
import { count } from '../../text/count.ts';
import { oneLine } from '../../text/one-line.ts';
import { thousands } from '../../text/thousands.ts';
import { toScreen } from '../../text/to-screen.ts';

const plain = (text: string) => text;
const said = (text: string) => oneLine(toScreen(text));

const names: Record<AuditCell, string> = {
  lost: "the baseline's only",
  gained: "the candidate's only",
  both: 'both',
  neither: 'neither',
  same: 'one answer on both sides',
};

/** An audit on the screen: what the judge said of each lane, what is picked, and what people's labels come to. */
export async function auditPage(audit: Audit, on: Canvas): Promise<string[]> {
  const { suite, check, judge, run, picks } = audit;
  const lanes = await Promise.all(audit.lanes.map((lane) => lanePage(lane, on)));
  return [
    ...on.paragraph('', [
      { text: `${said(`${suite} / ${check} · judge ${judge}`)}  `, mark: on.strong },
      { text: said(`run ${run}`), mark: on.quiet },
    ]),
    ...lanes.flatMap((lines) => ['', ...lines]),
    '',
    ...on.paragraph('', [{ text: toLabel(Object.keys(picks).length), mark: plain }]),
  ]; // biome-ignore format: one sentence
}

const toLabel = (items: number) =>
  items === 0
    ? 'Both sides gave the same answer to every case: there is nothing to label.'
    : `${count(items, 'answer is', 'answers are')} to be labelled, of both sides.`;

async function lanePage(lane: AuditLane, on: Canvas): Promise<string[]> {
  const { outcome, leftOut, baseline, cases, cells } = lane;
  const paragraph = (text: string) => on.paragraph('  ', [{ text: said(text), mark: plain }], 12);
  const concordant = cases.filter(({ cell }) => cell === 'both' || cell === 'neither').length;
  const others = cells.both + cells.neither;
  const which =
    concordant === others
      ? `all ${thousands(others)}`
      : `${thousands(concordant)} of the ${thousands(others)}`;
  return [
    ...on.paragraph('  ', [
      { text: `${said(lane.arm)}  `, mark: on.strong },
      { text: said(`against run ${baseline.run}`), mark: on.quiet },
    ]),
    ...(await table(...rowsOf(lane), on.width)),
    ...paragraph(
      `Picked: all ${thousands(cells.lost + cells.gained)} on which the judge's verdicts differ, and ${which} others.${leftOut > 0 ? ` ${count(leftOut, 'case')} without a pair of verdicts ${leftOut === 1 ? 'is' : 'are'} left out.` : ''}`,
    ),
    ...(lane.hasWeights ? paragraph('Cases have weights; here each counts once.') : []),
    ...(outcome ? ['', ...on.paragraph('  ', [{ text: said(outcome.sentence), mark: inkOf(outcome.verdict, on) }], 12)] : []),
  ]; // biome-ignore format: one sentence a line
}

const inkOf = (verdict: GateVerdict, on: Canvas) =>
  verdict === 'PASS' ? on.good : verdict === 'FAIL' ? on.bad : on.unsure;

function rowsOf({ cells, outcome, cases }: AuditLane): [head: string[], rows: string[][]] {
  const shown = (Object.keys(names) as AuditCell[]).filter((cell) => cells[cell] > 0);
  const picked = (cell: AuditCell) => cases.filter((one) => one.cell === cell).length;
  const head = ['the judge passes', 'cases', 'picked'];
  if (!outcome) return [head, shown.map((cell) => [names[cell], thousands(cells[cell]), thousands(picked(cell))])];
  const { strata } = outcome;
  const rows = shown.map((cell) => {
    const { losses, gains, ties } = strata[cell];
    return [names[cell], cells[cell], picked(cell), losses, gains, ties].map(String);
  });
  return [[...head, "people: the baseline's only", "the candidate's only", 'the same of both'], rows];
} // biome-ignore format: one row a line
