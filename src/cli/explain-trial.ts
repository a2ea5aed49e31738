import type { Json } from '../domain/json.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Run } from '../domain/run.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { isCacheable } from '../execute/is-cacheable.ts';
import { requestDifference } from '../plan/request-difference.ts';
import { requestKey } from '../plan/request-key.ts';
import type { CacheEntries, CacheEntry } from '../store/cache-entries.ts';
import { trialLabel } from '../store/trial-label.ts';
import { canonicalJson } from '../text/canonical-json.ts';

/** Where the answer of a trial comes from, or why the model was asked and whether its answer is kept; line by line. */
export function explainTrial(row: TrialRow, run: Run, entries: CacheEntries): string[] {
  const { outcome } = row;
  const title = `${row.suite} / ${row.case} · ${row.arm} · repeat ${row.repeat}`;
  if (outcome.source === 'cassette')
    return [title, '  It comes from a cassette, which stands before the cache.'];
  if (outcome.source === 'cache') return [title, `  ${whence(row, run, entries)}`];
  if (outcome.attempts.length === 0) return [title, '  It was not asked.', `  ${whyNotKept(outcome)}`];
  const model = outcome.by ?? row.model;
  const ofTrial = entries.ofTrial(trialLabel({ ...row, model })).filter((one) => isOfPrompt(one, row));
  const since = new Date(run.startedAt);
  const [kept] = ofTrial.filter(({ at, prompt }) => at >= since && prompt === row.prompt);
  const earlier = ofTrial.filter(({ at }) => at < since);
  const before = earlier.find(({ prompt }) => prompt === row.prompt) ?? earlier[0];
  return [
    title,
    ...(outcome.by ? [`  ${row.model} could not answer; ${outcome.by} did in its place.`] : []),
    ...whyAsked(row, run, { before, kept }).map((line) => `  ${line}`),
    `  ${kept ? 'Its answer is kept.' : whyNotKept(outcome, modeOf(run))}`,
  ];
}

/** Two versions of a prompt are compared with each other, two prompts are not. */
const nameOf = (prompt: string | undefined) => prompt?.replace(/@[^@]*$/, '');
const isOfPrompt = (entry: CacheEntry, row: TrialRow) => nameOf(entry.prompt) === nameOf(row.prompt);

/** Two runs apart by seconds are told apart. */
const toMoment = (date: Date) => `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;

/** As the command line said it; without it everything is read and kept. */
function modeOf({ command }: Run): string {
  const at = command.findLastIndex((word) => word === '--cache' || word.startsWith('--cache='));
  if (at < 0) return 'read-write';
  return command[at]!.slice('--cache='.length) || (command[at + 1] ?? '');
}

function whence(row: TrialRow, run: Run, entries: CacheEntries): string {
  const entry = findEntry(row, run, entries);
  if (!entry) return 'It comes from the cache; its entry was removed since, or asked anew.';
  const isOwn = entry.suite === row.suite && entry.case === row.case;
  const whom = isOwn ? '' : ` for ${entry.suite} / ${entry.case}, which asks the same`;
  return `It comes from the cache: asked at ${toMoment(entry.at)}${whom}.`;
}

/** By what was asked: another trial may have asked the same. Where more than the messages was sent, by the trial. */
function findEntry(row: TrialRow, run: Run, entries: CacheEntries): CacheEntry | undefined {
  const arm = armOf(row, run);
  const toKey = requestKey();
  const settings = canonicalJson(arm?.settings ?? {});
  const arms = arm ? entries.armsOf(arm.provider, arm.modelId) : [];
  const found = arms
    .filter(({ parts }) => canonicalJson(parts.settings ?? {}) === settings)
    .map(({ digest }) => entries.byKey(toKey(digest, { messages: row.messages, repeat: row.repeat })))
    .filter((entry) => entry !== undefined);
  const finished = new Date(row.startedAt);
  return found[0] ?? entries.ofTrial(trialLabel(row)).find(({ at }) => at <= finished);
}

const armOf = (row: TrialRow, run: Run) =>
  run.suites.find(({ name }) => name === row.suite)?.arms.find(({ id }) => id === row.arm);

function whyAsked(
  row: TrialRow,
  run: Run,
  { before, kept }: { before?: CacheEntry; kept?: CacheEntry },
): string[] {
  const mode = modeOf(run);
  if (mode === 'off') return ['It was asked: the cache was off.'];
  if (mode === 'refresh') return ['It was asked: --cache refresh asks everything anew.'];
  if (!before) return ['It was asked: the cache had nothing of this trial.'];
  const [was, is] = kept ? [before.request, kept.request] : alike(before, row, run);
  const changes = requestDifference(was, is);
  const version = before.prompt === row.prompt ? '' : ` with ${before.prompt ?? 'no prompt'}`;
  const when = `${toMoment(before.at)}${version}`;
  if (changes.length === 0)
    return [`It was asked, although what is known of the request is as it was at ${when}.`];
  return [
    `It was asked: since ${when} the request has changed.`,
    ...changes.map(({ path, recorded, asked }) => `  ${path}: ${recorded} → ${asked}`),
  ];
}

/** Without an entry of its own the journal tells what was asked, in part: only that is compared. */
function alike(before: CacheEntry, row: TrialRow, run: Run): [was: Json, is: Json] {
  const arm = armOf(row, run);
  const is: Record<string, Json> = {
    ...(arm && !row.outcome.by ? { provider: arm.provider, model: arm.modelId, settings: arm.settings } : {}),
    messages: row.messages,
  };
  const was = Object.fromEntries(Object.keys(is).map((part) => [part, before.request[part] ?? null]));
  return [was, is];
}

function whyNotKept(outcome: Outcome, mode = 'read-write'): string {
  if (outcome.status === 'errored') return `Nothing is kept: ${outcome.failure.message}`;
  const { finish } = outcome.answer;
  if (finish.unified === 'length') return 'Its answer is not kept: it was cut off at its limit.';
  if (finish.unified === 'content-filter') return 'Its answer is not kept: a filter refused it.';
  if (!isCacheable(outcome.answer)) return 'Its answer is not kept: there is nothing in it.';
  if (mode === 'read') return 'Its answer is not kept: --cache read keeps none.';
  if (mode === 'off') return 'Its answer is not kept.';
  if (JSON.stringify(outcome.answer).includes('[redacted]'))
    return 'Its answer is not kept: a secret stood in it.';
  return 'Its answer is not in the cache: it was removed since, or is of a model whose answers are not kept (local ones, unless they say cache: true).';
}
