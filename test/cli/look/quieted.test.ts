import { expect, test } from 'vitest';
import { quieted } from '../../../src/cli/look/quieted.ts';
import type { Failure } from '../../../src/domain/failure.ts';
import type { RunEvent } from '../../../src/domain/run-event.ts';
import type { TrialRow } from '../../../src/domain/trial-row.ts';
import { makeRow } from '../../store/make-run.ts';

const marker = 'Zuckerrübensirup';
const failure: Failure = {
  ...{ kind: 'auth', status: 401, retryable: false },
  ...{ message: `no access to ${marker}`, body: `{"prompt":"${marker}"}` },
};

test('what a server, a program or a file says of a case is not told; rows are as they were, and are seen first', async () => {
  const row = makeRow(marker);
  const events: RunEvent[] = [
    { type: 'finished', row },
    { type: 'waiting', model: 'm', provider: 'p', ms: 5, failure },
    {
      type: 'stopped',
      provider: 'p',
      model: 'm',
      failure: { ...failure, kind: 'connection', status: undefined },
    },
    { type: 'circuit', provider: 'p', model: 'm', state: 'open', ms: 5, failure },
    { type: 'circuit', provider: 'p', model: 'm', state: 'closed' },
    { type: 'aborted', message: `evals/x.yaml:3 ${marker} can no longer be read` },
  ];
  const seen: TrialRow[] = [];
  const stream = (async function* () {
    yield events;
  })();
  const told: RunEvent[] = [];
  for await (const batch of quieted(stream, (one) => seen.push(one))) told.push(...batch);
  expect(told[0]).toEqual({ type: 'finished', row });
  expect(seen).toEqual([row]);
  expect(JSON.stringify(told.slice(1))).not.toContain(marker);
  expect(told[1]).toMatchObject({ ms: 5, failure: { kind: 'auth', message: 'auth, status 401' } });
  expect(told[2]).toMatchObject({ failure: { message: 'connection' } });
  expect(told).toHaveLength(events.length);
});
