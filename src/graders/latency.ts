import { defineGrader } from '../domain/grader.ts';
import { duration } from './duration.ts';
import { verdict } from './verdict.ts';

/** How long the attempt took that was answered; queues and retries are not in it. */
export const latency = defineGrader({
  name: 'latency',
  summary: 'The answer was whole within this time. Waiting in our queue and retries do not count.',
  example: 'latency: 2s',
  value: duration,
  options: {},
  grade({ value }, { answer: { ms }, source }) {
    if (source) return verdict.ungraded(`the answer came from the ${source}, which has no time of its own`);
    if (ms.total === undefined)
      return verdict.ungraded('the recording does not tell how long the answer took');
    return verdict.of(ms.total <= value, `expected at most ${value} ms, it took ${Math.round(ms.total)} ms`);
  },
});
