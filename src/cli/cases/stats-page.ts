import stringWidth from 'string-width';
import type { CaseStats, NameCount } from '../../analyze/cases/case-stats.ts';
import type { LabelBalance } from '../../analyze/cases/label-balance.ts';
import { count } from '../../text/count.ts';
import { percent } from '../../text/percent.ts';
import { thousands } from '../../text/thousands.ts';
import { toScreen } from '../../text/to-screen.ts';

/** A name, and items that are never broken. */
type Row = [name: string, items: string[]];

const nameWidth = 10;
/** More names than this are counted. */
const mostNames = 15;

/** A suite in numbers, a line each; what is not there is left out. `width` is in columns. */
export function statsPage(stats: CaseStats, width: number): string[] {
  return [toScreen(stats.suite), ...rowsOf(stats).flatMap((row) => toLines(row, width))];
}

function rowsOf(stats: CaseStats): Row[] {
  const { tags, untagged, groups, kinds, untried, labels, copies } = stats;
  const rows: Row[] = [
    ['cases', [casesOf(stats)]],
    ['tags', [...names(tags), ...(untagged > 0 ? [`${thousands(untagged)} without`] : [])]],
    ['groups', groups > 0 ? [thousands(groups)] : []],
    ['kinds', names(kinds)],
    ['untried', untried],
    ['expects', labels ? balance(labels) : []],
    [
      'copies',
      copies.same + copies.near > 0
        ? [`${copies.same} the same, ${copies.near} nearly (evals cases lint)`]
        : [],
    ],
    ['runs', runsOf(stats)],
  ];
  return rows.filter(([, items]) => items.length > 0);
}

function casesOf({ cases, adversarial, variants, observed }: CaseStats): string {
  if (cases === 0) return 'none';
  const parts = [
    `${thousands(cases - adversarial)} benign`,
    `${thousands(adversarial)} adversarial (${percent(adversarial / cases, 0)})`,
    ...(variants > 0 ? [count(variants, 'variant of another', 'variants of others')] : []),
    ...(observed > 0 ? [`${thousands(observed)} only observed`] : []),
  ];
  return `${thousands(cases)}: ${parts.join(', ')}`;
}

function names(counts: readonly NameCount[]): string[] {
  const shown = counts.slice(0, mostNames).map(({ name, count: times }) => `${name} ${thousands(times)}`);
  return counts.length > mostNames ? [...shown, `${counts.length - mostNames} more`] : shown;
}

function balance({ labels, ratio }: LabelBalance): string[] {
  const shown = labels
    .slice(0, mostNames)
    .map(({ label, count: times, share }) => `${label} ${thousands(times)} (${percent(share, 0)})`);
  return [
    ...shown,
    ...(labels.length > mostNames ? [`${labels.length - mostNames} more`] : []),
    ...(labels.length > 1 ? [`the first ${Number(ratio.toFixed(1))} times as often as the last`] : []),
  ];
}

function runsOf({ runs, history }: CaseStats): string[] {
  if (runs === 0) return ['none stored'];
  const { passes, fails, flaky, tells, unknown } = history;
  return [
    `${thousands(runs)} stored`,
    `${thousands(passes)} always passed`,
    `${thousands(fails)} always failed`,
    `${thousands(tells)} tell arms apart`,
    `${thousands(flaky)} by luck`,
    ...(unknown > 0 ? [`${thousands(unknown)} not known yet`] : []),
  ];
}

function toLines([name, items]: Row, width: number): string[] {
  const lines = [''];
  for (const item of items.map(toScreen)) {
    const last = lines.at(-1)!;
    const longer = last === '' ? item : `${last} · ${item}`;
    if (last !== '' && stringWidth(longer) > width - nameWidth - 4) {
      lines[lines.length - 1] += ' ·';
      lines.push(item);
    } else lines[lines.length - 1] = longer;
  }
  return lines.map((line, at) => `  ${(at === 0 ? name : '').padEnd(nameWidth)}${line}`);
}
