import { describe, expect, test } from 'vitest';
import { summarize } from '../../src/analyze/summarize.ts';
import { follow } from '../../src/cli/follow.ts';
import { interruptions } from '../../src/cli/interruptions.ts';
import { namedSecrets } from '../../src/cli/named-secrets.ts';
import { rowKeeper } from '../../src/cli/row-keeper.ts';
import { secretsOf } from '../../src/cli/secrets-of.ts';
import type { RunEvent } from '../../src/domain/run-event.ts';
import type { TrialRow } from '../../src/domain/trial-row.ts';
import type { Journal } from '../../src/store/open-journal.ts';
import { makeRow, makeRun } from '../store/make-run.ts';

/** A journal in memory, on a disk that is full for its first writes. */
function journal(fullFor: number): Journal & { rows: TrialRow[] } {
  const rows: TrialRow[] = [];
  let tries = 0;
  return {
    rows,
    folder: '',
    written: () => rows.length,
    append(more) {
      tries += 1;
      if (tries <= fullFor) throw new Error('ENOSPC: no space left on device');
      rows.push(...more);
      return [...more];
    },
    close: async () => {},
  };
}

async function followed(
  batches: RunEvent[][],
  { fullFor = 0, end }: { fullFor?: number; end?: 'cost' } = {},
) {
  const disk = journal(fullFor);
  const fold = summarize(makeRun());
  const keeper = rowKeeper(disk, fold);
  const said: string[] = [];
  let halts = 0;
  const logged: RunEvent[] = [];
  const log = { add: (events: readonly RunEvent[]) => void logged.push(...events), close: () => {} };
  const shown = {
    add: () => {},
    begin: () => {},
    end: () => {},
    say: (line: string) => void said.push(line),
  };
  const stream = async function* () {
    yield* batches;
  };
  const halt = () => {
    halts += 1;
  };
  const redact = (text: string) => text.replaceAll('sk-1', '[redacted]');
  const cut = await follow(stream(), { keeper, budget: { end: () => end }, shown, log, halt, redact });
  return { cut, said, halts, disk, keeper, summary: fold.end() };
}

const finished = (name: string): RunEvent => ({ type: 'finished', row: makeRow(name, { costUsd: 1 }) });

describe('following a run', () => {
  test('to its end: every row is on disk and counted', async () => {
    const { cut, halts, disk, summary } = await followed([[finished('a'), finished('b')], [finished('c')]]);
    expect([cut, halts]).toEqual([undefined, 0]);
    expect(disk.rows.map((row) => row.case)).toEqual(['a', 'b', 'c']);
    expect(summary).toMatchObject({ missing: 1 });
  });

  test('a disk that was full for a while gets the rows later; the run is stopped all the same', async () => {
    const { cut, halts, disk, keeper, summary } = await followed([[finished('a')], [finished('b')]], {
      fullFor: 2,
    });
    expect(cut).toBe('broken');
    expect(halts).toBeGreaterThan(0);
    expect(disk.rows.map((row) => row.case)).toEqual(['a', 'b']);
    expect(keeper.unwritten()).toBe(0);
    expect(summary).toMatchObject({ missing: 2 });
  });

  test('a disk that stays full: what is not there is not counted', async () => {
    const { cut, keeper, summary } = await followed([[finished('a')], [finished('b')]], { fullFor: 9 });
    expect(cut).toBe('broken');
    expect(keeper.trouble()).toContain('ENOSPC');
    expect(keeper.unwritten()).toBe(2);
    expect(summary).toMatchObject({ missing: 4 });
  });

  test('one that a budget has ended is cut, also when nothing finished after that', async () => {
    expect((await followed([[finished('a')]], { end: 'cost' })).cut).toBe('budget');
    expect((await followed([], { end: 'cost' })).cut).toBe('budget');
  });

  test('what stopped is said without its secrets', async () => {
    const failure = { kind: 'auth' as const, message: 'sk-1 is refused', retryable: false };
    const { cut, said } = await followed([
      [{ type: 'stopped', provider: 'p', model: 'p:m', failure }],
      [{ type: 'aborted', message: 'cases.jsonl is gone' }],
    ]);
    expect(cut).toBe('broken');
    expect(said).toEqual([
      'p:m, and what shares its key, is not asked any more: [redacted] is refused',
      'The run stops here: cases.jsonl is gone. What is under way is finished first.',
    ]);
  });
});

test('the first interruption stops, the second cancels and leaves the third to the system', () => {
  let listener: (() => void) | undefined;
  const said: string[] = [];
  const world = {
    onInterrupt: (one: () => void) => {
      listener = one;
      return () => {
        listener = undefined;
      };
    },
  };
  const { stop, cancel } = interruptions(world, (line) => said.push(line));
  listener!();
  expect([stop.aborted, cancel.aborted, said.length]).toEqual([true, false, 1]);
  listener!();
  expect([cancel.aborted, said.length, listener]).toEqual([true, 1, undefined]);
});

describe('secrets', () => {
  test('of the environment, by telling names and in addresses', () => {
    const env = {
      OPENAI_API_KEY: 'sk-long-enough',
      DEBUG_AUTH: 'true',
      HOME: '/home/somebody',
      HTTPS_PROXY: 'http://me:proxy-password@proxy.test:3128',
    };
    expect(secretsOf(env).sort()).toEqual(['proxy-password', 'sk-long-enough']);
    expect(secretsOf(env, ['door', 'no'])).toContain('door');
    expect(secretsOf(env, ['no'])).not.toContain('no');
  });

  test('of the models, whatever their variables are called', () => {
    const options = {
      keyFrom: 'DOOR',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: as it is written in the config
      headers: { 'x-tenant': '${env:TENANT}', authorization: 'Bearer written-down', accept: 'text/plain' },
    };
    const model = { name: 'm', provider: 'openai', id: 'x', settings: {}, options };
    const suites = [
      { arms: [{ model, id: 'm', lane: 'm' }], order: new Uint32Array(), suite: undefined as never },
    ];
    const env = { DOOR: 'open-sesame', TENANT: 'tenant-7', OPENAI_API_KEY: 'sk-1' };
    expect(namedSecrets({ suites }, env).sort()).toEqual(['open-sesame', 'sk-1', 'tenant-7', 'written-down']);
  });
});
