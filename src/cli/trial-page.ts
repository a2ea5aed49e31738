import { Chalk } from 'chalk';
import type { Failure } from '../domain/failure.ts';
import type { Json } from '../domain/json.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { count } from '../text/count.ts';
import { duration } from '../text/duration.ts';
import { money } from '../text/money.ts';
import { toScreen } from '../text/to-screen.ts';
import { isColorful } from './is-colorful.ts';
import type { World } from './world.ts';

type Paint = InstanceType<typeof Chalk>;
type Answered = Extract<Outcome, { status: 'answered' }>;

/** Everything about one trial: what was sent, what came back, how it was graded, every attempt. */
export function trialPage(row: TrialRow, world: Pick<World, 'out' | 'env'>): string {
  const chalk = new Chalk({ level: isColorful(world.out, world.env) ? 1 : 0 });
  const title = (text: string) => chalk.bold.underline(text);
  const color = {
    passed: chalk.green,
    failed: chalk.red,
    errored: chalk.yellow,
    ungraded: chalk.yellow,
    skipped: chalk.dim,
  }[row.status];
  const kinds = [
    ...row.tags.map((tag) => `#${tag}`),
    ...(row.adversarial ? [`adversarial: ${row.adversarial}`] : []),
  ];
  // A row is of a trial that was asked: the report calls it observed, and so does its page.
  const status = row.status === 'skipped' ? 'observed' : row.status;
  return [
    `${color.bold(status.toUpperCase())}  ${chalk.bold(toScreen(`${row.suite} / ${row.case}`))}${row.score === null ? '' : `  score ${row.score.toFixed(2)}`}`,
    chalk.dim(toScreen(`${row.arm} · repeat ${row.repeat} · ${row.startedAt}`)),
    ...(kinds.length > 0 ? [chalk.dim(toScreen(kinds.join(' · ')))] : []),
    '',
    ...row.messages.flatMap((message) => [title(message.role), indent(message.content), '']),
    ...outcomeLines(row, title, chalk),
    ...(row.expect === undefined ? [] : [title('expected'), indent(toText(row.expect)), '']),
    ...gradeLines(row, title, chalk),
    ...judgementLines(row, title),
    ...attemptLines(row, title),
  ].join('\n');
}

/** What is known of an answer beside its text. */
function facts({ answer, source, askedAt }: Answered): string[] {
  const { finish, usage, served, ms } = answer;
  const tokens = Object.entries(usage)
    .filter(([, count]) => count !== undefined)
    .map(([name, count]) => `${count} ${name}`);
  const time =
    (ms.total === undefined ? 'time unknown' : duration(ms.total)) +
    (ms.firstToken === undefined ? '' : `, first token ${duration(ms.firstToken)}`);
  return [
    `finish ${finish.unified}${finish.raw && finish.raw !== finish.unified ? ` (${finish.raw})` : ''}`,
    source
      ? `from the ${source}: nobody was asked${askedAt ? ` (first asked ${askedAt.slice(0, 16).replace('T', ' ')} UTC)` : ''}`
      : time,
    ...(tokens.length > 0 ? [`tokens: ${tokens.join(', ')}`] : []),
    ...(served.model ? [`served by ${served.model}`] : []),
    ...(served.fingerprint ? [served.fingerprint] : []),
    ...(served.requestId ? [`request ${served.requestId}`] : []),
  ];
}

/** That somebody else answered comes before what they said. */
function standInLines({ model, outcome, status }: TrialRow, chalk: Paint): string[] {
  if (outcome.by === undefined) return [];
  const counts = status === 'errored' ? 'it counts as errored' : 'it counts as its own';
  const why = outcome.why ? `; ${model} itself: ${outcome.why.message}` : '';
  return [
    chalk.yellow(
      `  answered by ${toScreen(outcome.by)}, in place of ${toScreen(model)}: ${counts}${toScreen(why)}`,
    ),
  ];
}

function outcomeLines(row: TrialRow, title: (text: string) => string, chalk: Paint): string[] {
  const { outcome } = row;
  if (outcome.status === 'errored') return failureLines(outcome.failure, title);
  const { text, toolCalls, warnings } = outcome.answer;
  return [
    title('output'),
    ...standInLines(row, chalk),
    indent(text),
    ...toolCalls.map((call) => indent(`→ ${call.name}(${toText(call.arguments)})`)),
    chalk.dim(`  ${toScreen(facts(outcome).join(' · '))}`),
    ...(warnings ?? []).map((warning) => chalk.yellow(`  warning: ${toScreen(warning)}`)),
    '',
  ];
}

function failureLines({ kind, status, message, body }: Failure, title: (text: string) => string): string[] {
  const line = `${kind}${status ? ` ${status}` : ''}: ${message}`;
  return [title('error'), indent(line), ...(body ? [indent(body)] : []), ''];
}

function gradeLines(row: TrialRow, title: (text: string) => string, chalk: Paint): string[] {
  if (row.grades.length === 0) return [];
  const lines = row.grades.map((grade) => {
    const mark =
      grade.status === 'ungraded' ? chalk.yellow('?') : grade.passed ? chalk.green('✓') : chalk.red('✗');
    const score = grade.status === 'graded' ? ` ${grade.score.toFixed(2)}` : '';
    return `  ${mark} ${toScreen(grade.name)}${score}${grade.weight === 1 ? '' : ` (weight ${grade.weight})`}  ${toScreen(grade.reason)}`;
  });
  return [title('grades'), ...lines, ''];
}

/** What judges said, reply by reply, and what that took. */
function judgementLines({ judgements = [] }: TrialRow, title: (text: string) => string): string[] {
  if (judgements.length === 0) return [];
  const lines = judgements.flatMap((one) => {
    const cost = one.costUsd === null ? 'cost unknown' : one.costUsd === 0 ? 'free' : money(one.costUsd);
    const by = one.served.length > 0 ? ` · served by ${one.served.join(', ')}` : '';
    const head = `${one.check} by ${one.judge} (${one.prompt}): ${one.verdict ?? 'no verdict'} · ${count(one.calls, 'call')}, ${cost}${by}`;
    return [
      `  ${toScreen(head)}`,
      ...one.samples.map(
        ({ verdict, reason, place }) =>
          `    ${toScreen(`${place ? `shown ${place}: ` : ''}${verdict}: ${reason}`)}`,
      ),
      ...one.unread.map(({ why, reply }) => `    ${toScreen(`no verdict, as ${why}: ${reply}`)}`),
      ...one.failed.map((why) => `    ${toScreen(`not answered: ${why}`)}`),
    ];
  });
  return [title('judges'), ...lines, ''];
}

function attemptLines({ outcome, costUsd }: TrialRow, title: (text: string) => string): string[] {
  const lines = outcome.attempts.map(({ ms, failure, model }, index) => {
    const whom = model === undefined ? '' : `${model} · `;
    const end = failure ? `${failure.kind}: ${failure.message}` : 'answered';
    return `  ${index + 1}. ${duration(ms)}  ${toScreen(`${whom}${end}`)}`;
  });
  const waited = outcome.waitedMs >= 1 ? `, waited ${duration(outcome.waitedMs)}` : '';
  const cost = costUsd === null ? 'cost unknown' : costUsd === 0 ? 'free' : money(costUsd);
  const nobody = outcome.attempts.length === 0 ? ['  nobody was asked'] : [];
  return [title('attempts'), ...lines, ...nobody, `  ${cost}${waited}`, ''];
}

const toText = (value: Json) => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));
const indent = (text: string) =>
  toScreen(text)
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
