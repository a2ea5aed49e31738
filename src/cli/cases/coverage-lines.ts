import type { CoverageStanding } from '../../analyze/cases/coverage-standing.ts';
import { count } from '../../text/count.ts';
import { thousands } from '../../text/thousands.ts';

/** How far the cases go, a line each; `kinds` are those that were never tried. */
export function coverageLines(standings: readonly CoverageStanding[]): string[] {
  return standings.map((one) => {
    const { of, cases, adversarial, wanted } = one;
    const share = `${Number((wanted.adversarial * 100).toFixed(1))} %`;
    const asked = of.kind === 'suite' && wanted.cases + wanted.adversarial > 0 ? 'asked for' : 'usual';
    return `${of.kind} ${of.name}: ${count(cases, 'case')}, ${thousands(adversarial)} of them adversarial (${asked}: ${thousands(wanted.cases)}, ${share}); ${missing(one)}`;
  });
}

function missing({ gap }: CoverageStanding): string {
  if (gap.cases === 0) return 'nothing is missing';
  const attacks =
    gap.adversarial === 0
      ? ''
      : `, ${gap.adversarial === gap.cases ? 'all' : thousands(gap.adversarial)} of them adversarial`;
  return `missing: ${count(gap.cases, 'more case')}${attacks}`;
}
