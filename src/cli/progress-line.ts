import { count } from '../text/count.ts';
import { duration } from '../text/duration.ts';
import { money } from '../text/money.ts';

/** How far a run has come. */
export type Tally = {
  /** What is going on after the trials, of which nobody knows how many answers it takes. */
  what?: string;
  total: number;
  /** Trials that were done before this invocation: they say nothing of its pace. */
  before: number;
  done: number;
  failed: number;
  errored: number;
  ungraded: number;
  /** US dollars. */
  cost: number;
  /** By provider. */
  waits: Map<string, Wait>;
  /** By model: how it is asked where that is less than its limit allows. */
  paces: Map<string, Pace>;
  /** By model: until when (milliseconds of the clock) it is left alone. */
  pauses: Map<string, number>;
};

/** Requests at once, and per second where that is limited. */
type Pace = { concurrency: number; perSecond?: number };

/** Until when (milliseconds of the clock) a provider is waited for, and after which HTTP status. */
type Wait = { until: number; status?: number };

/** The line that says so; `now` and `start` are milliseconds of the same clock. */
export function progressLine(tally: Tally, now: number, start: number): string {
  const { what, total, before, done, failed, errored, ungraded, cost, waits, paces, pauses } = tally;
  const rate = ((done - before) / Math.max(now - start, 1)) * 1000;
  const left = done > before ? duration(((total - done) / rate) * 1000) : '?';
  return [
    ...(what === undefined
      ? [`${bar(done / total)} ${done}/${total}`, `${rate >= 10 ? Math.round(rate) : rate.toFixed(1)}/s`]
      : [what, count(done, 'answer')]),
    ...(cost > 0 ? [money(cost)] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(errored > 0 ? [`${errored} errored`] : []),
    ...(ungraded > 0 ? [`${ungraded} ungraded`] : []),
    ...[...paces].map(pace),
    ...[...pauses].map(
      ([model, until]) => `${model}: paused, next try in ${duration(Math.max(0, until - now))}`,
    ),
    ...[...waits].filter(([, { until }]) => until > now).map((wait) => waiting(wait, now)),
    ...(what === undefined && done < total ? [`ETA ${left}`] : []),
  ].join(' · ');
}

function pace([model, { concurrency, perSecond }]: [string, Pace]): string {
  const rate =
    perSecond === undefined
      ? ''
      : `, ${perSecond >= 10 ? Math.round(perSecond) : perSecond.toFixed(1)}/s allowed`;
  return `${model}: ${concurrency} at once${rate}`;
}

function waiting([provider, { until, status }]: [string, Wait], now: number): string {
  return `${provider}: waiting ${duration(until - now)}${status ? `, ${status}` : ''}`;
}

function bar(share: number): string {
  const full = Math.round(Math.min(1, share) * 20);
  return `${'█'.repeat(full)}${'░'.repeat(20 - full)}`;
}
