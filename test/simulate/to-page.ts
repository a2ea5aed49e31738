import { type Finding, isAtMargin } from './find.ts';

const percent = (share: number) => (share * 100).toFixed(1);
const points = (share: number) => `${Number((share * 100).toFixed(3))}`;

/** What is true of the candidate, in points. */
function truthOf({ truth, margin }: Finding['scenario']): string {
  if (truth === 0) return 'unchanged';
  if (Math.abs(truth + margin) < 1e-9) return 'worse by the margin';
  return `${truth < 0 ? 'worse' : 'better'} by ${points(Math.abs(truth))}`;
}

/** The right verdict; in worlds where only what is wrong counts there is none. */
const right = ({ scenario, pass, fail }: Finding) => (isAtMargin(scenario) ? fail : pass);

type Columns = { hasRight: boolean; hasPlan: boolean; isEarly: boolean };

function row(finding: Finding, { hasRight, hasPlan, isEarly }: Columns): string {
  const { scenario, wrong, asked, isBroken } = finding;
  const { name, margin, planned } = scenario;
  const cells = [name, points(margin), truthOf(scenario)];
  const shown = `${percent(wrong)}${isBroken ? ' (!)' : ''}`;
  const plan = hasPlan ? [planned === undefined ? '' : percent(planned)] : [];
  const decided = hasRight ? [percent(right(finding))] : [];
  return `| ${[...cells, shown, ...decided, ...plan, ...(isEarly ? [percent(1 - asked)] : [])].join(' | ')} |`;
}

function table(name: string, findings: readonly Finding[]): string[] {
  const hasPlan = findings.some(({ scenario }) => scenario.planned !== undefined);
  const isEarly = findings.some(({ asked }) => asked < 1);
  const { runs } = findings[0]!;
  const hasRight = findings.some((one) => right(one) > 0);
  const decided = hasRight ? ['right'] : [];
  const heads = ['world', 'margin', 'in truth', 'wrong', ...decided, ...(hasPlan ? ['planned'] : [])];
  const all = [...heads, ...(isEarly ? ['saved'] : [])];
  const most = (name: string, isPass: boolean) => {
    const shares = findings
      .filter(({ scenario }) => isAtMargin(scenario) === isPass)
      .map(({ wrong }) => wrong);
    return shares.length === 0 ? [] : [`${name} in ${percent(Math.max(...shares))} %`];
  };
  const error = (Math.sqrt((0.05 * 0.95) / runs) * 100).toFixed(2);
  return [
    `## ${name}`,
    '',
    `${runs.toLocaleString('en')} runs a line, with which the standard error of a share at 5 % is ${error}. The most that was wrong: ${[...most('PASS', true), ...most('FAIL', false)].join(', ')}.`,
    '',
    `| ${all.join(' | ')} |`,
    `| ${all.map((_, index) => (index === 0 || index === 2 ? '---' : '---:')).join(' | ')} |`,
    ...findings.map((finding) => row(finding, { hasRight, hasPlan, isEarly })),
    '',
  ];
}

/** The page of docs/simulation.md. */
export function toPage(findings: readonly Finding[], seed: number): string {
  const names = [...new Set(findings.map(({ scenario }) => scenario.table))];
  return [
    '# How often the gate is wrong',
    '',
    `Made by \`npm run simulate\` with seed ${seed}. Suites are made up of which the truth is known, and the gate of the program itself is asked (5 points and a confidence of 95 % unless said; all numbers but the margin are percent).`,
    '',
    '- **wrong**: PASS where the candidate is worse by the margin, FAIL where nothing changed. What is promised: a false FAIL in 5 % at most; a false PASS in 5 % at most for one answer against one, in about 5 % (up to 7 %) where cases are repeated, and in about 5 %, up to 9 %, with very uneven groups or weights. `(!)` marks what is above that by more than three standard errors.',
    '- Of ten looks at a sealed holdout, and of its overfit alarm, only what is wrong is counted: that any of the looks is a PASS; that the alarm says yes (FAIL) though as much is gained on both sides.',
    '- **right**: FAIL where the candidate is worse by the margin, PASS where nothing changed. What is neither is INCONCLUSIVE.',
    '- **saved**: of the calls, where the run may end early.',
    '- **planned**: the power that `evals check` and `evals baseline aa` go by.',
    '',
    ...names.flatMap((name) =>
      table(
        name,
        findings.filter(({ scenario }) => scenario.table === name),
      ),
    ),
  ].join('\n');
}
