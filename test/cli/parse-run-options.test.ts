import { describe, expect, test } from 'vitest';
import { parseRunOptions } from '../../src/cli/parse-run-options.ts';
import { Refusal } from '../../src/cli/refusal.ts';

type Options = Parameters<typeof parseRunOptions>[0]['options'];
const usual = {
  offline: false,
  isQuiet: false,
  cache: 'read-write',
  budget: {},
  redraw: true,
  canary: true,
  stopEarly: false,
  holdout: false,
  isOverfitAsked: false,
};
const whole = '--holdout is of all of its cases, asked once and kept nowhere';

describe('how a run is carried out', () => {
  test.each<[Options, object]>([
    [{}, usual],
    [
      { offline: true, quiet: true, cache: 'off' },
      { offline: true, isQuiet: true, cache: 'off' },
    ],
    [
      { redraw: false, canary: false },
      { redraw: false, canary: false },
    ],
    [{ maxCost: '2.50', maxCalls: '300', maxTime: '10m' }, { budget: { usd: 2.5, calls: 300, ms: 600_000 } }],
    [{ maxCost: '$5' }, { budget: { usd: 5 } }],
    [{ record: 'a.jsonl' }, { record: 'a.jsonl' }],
    [{ stopEarly: true }, { stopEarly: true }],
    [{ replay: 'a.jsonl' }, { replay: 'a.jsonl' }],
    [
      { holdout: true, cache: 'off' },
      { holdout: true, cache: 'off' },
    ],
    [
      { holdout: true, overfit: true },
      { holdout: true, isOverfitAsked: true },
    ],
    [{ resume: true }, { resume: { run: 'latest', changed: false } }],
    [{ resume: '2025', changed: true }, { resume: { run: '2025', changed: true } }],
  ])('%o', (options, parsed) => {
    expect(parseRunOptions({ options })).toEqual({ ...usual, ...parsed });
  });

  test.each<[Options, string[]]>([
    [{ cache: 'on' }, ['--cache needs one of read-write, read, refresh, off, not "on".']],
    [
      { maxCost: 'five', maxCalls: '1.5', maxTime: '0' },
      [
        '--max-cost needs US dollars such as 5, not "five".',
        '--max-calls needs a whole number of at least 1, not "1.5".',
        '--max-time needs a time with its unit such as 90s or 10m, not "0".',
      ],
    ],
    [{ maxCost: '-1' }, ['--max-cost needs US dollars such as 5, not "-1".']],
    [{ maxCalls: '' }, ['--max-calls needs a whole number of at least 1, not "".']],
    [{ record: 'a', replay: 'b' }, ['--record and --replay exclude each other.']],
    [
      { stopEarly: true, resume: true },
      ['--resume takes it from the run whether it may end early, so --stop-early cannot stand beside it.'],
    ],
    [
      { stopEarly: true, replay: 'b' },
      ['--stop-early asks only a part, and a cassette is of the whole: it cannot stand beside --replay.'],
    ],
    [{ changed: true }, ['--changed goes with --resume.']],
    [{ overfit: true }, ['--overfit goes with --holdout.']],
    [
      { holdout: true, notTag: 'x', cache: 'read' },
      [`${whole}: --not-tag cannot stand beside it.`, `${whole}: --cache cannot stand beside it.`],
    ],
    [
      { resume: true, notTag: 'x', model: 'm' },
      [
        '--resume takes its cases and models from the run, so --model cannot stand beside it.',
        '--resume takes its cases and models from the run, so --not-tag cannot stand beside it.',
      ],
    ],
  ])('refused: %o', (options, messages) => {
    const refused = () => parseRunOptions({ options });
    expect(refused).toThrow(Refusal);
    try {
      refused();
    } catch (error) {
      expect((error as Refusal).problems.map(({ message }) => message)).toEqual(messages);
    }
  });
});
