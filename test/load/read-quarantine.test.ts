import { describe, expect, test } from 'vitest';
import { graders } from '../../src/graders/index.ts';
import { inForce } from '../../src/load/in-force.ts';
import { load } from '../../src/load/load.ts';
import { importModule } from '../../src/providers/import-module.mjs';
import { providers } from '../../src/providers/index.ts';
import { filesOnDisk } from './files-on-disk.ts';

const suite = (name: string, ids: string[]) =>
  `suite: ${name}\nmodels: [embedded:echo]\ncases:\n${ids.map((id) => `  - { id: ${id}, input: yes, expect: "yes" }`).join('\n')}\n`;
const files = {
  'evals/refund.eval.yaml': suite('refund', ['late-parcel', 'cancelled-order']),
  'evals/triage.eval.yaml': suite('triage', ['angry']),
};
const entry = (fields: Record<string, string>) =>
  `- { ${Object.entries({
    suite: 'refund',
    case: 'late-parcel',
    reason: 'flaky',
    until: '2026-12-31',
    ...fields,
  })
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')} }\n`;

async function read(quarantine: string, suites: string[] = []) {
  const root = await filesOnDisk({ ...files, 'evals/quarantine.yaml': quarantine });
  const world = { root, from: root, graders, providers, importModule, hasPrice: async () => true };
  const { value, problems } = await load(
    {
      suites,
      keep:
        () =>
        ({ id }) =>
          id !== 'late-parcel',
    },
    world,
  );
  await Promise.all((value?.suites ?? []).map(({ cases }) => cases.close()));
  return { entries: value?.quarantine ?? [], problems };
}

describe('the quarantine', () => {
  test('names cases, also those that a filter leaves out and those of suites that were not chosen', async () => {
    const text = entry({}) + entry({ suite: 'triage', case: 'angry' });
    for (const chosen of [[], ['triage']]) {
      const { entries, problems } = await read(text, chosen);
      expect(problems).toEqual([]);
      expect(entries.map((one) => [one.suite, one.case, one.reason, one.until])).toEqual([
        ['refund', 'late-parcel', 'flaky', '2026-12-31'],
        ['triage', 'angry', 'flaky', '2026-12-31'],
      ]);
    }
  });

  test.each(['', '# none today\n', '[]\n'])('may be empty: %j', async (text) => {
    expect(await read(text)).toEqual({ entries: [], problems: [] });
  });

  test.each<[string, string, string[]]>([
    ['an unknown suite', entry({ suite: 'refunds' }), ['quarantine-suite', '1:12', 'Did you mean "refund"?']],
    [
      'an unknown case',
      entry({ case: 'late-parcels' }),
      ['quarantine-case', '1:26', 'Did you mean "late-parcel"?'],
    ],
    ['no reason', entry({ reason: '' }), ['bad-value', '1:3', '']],
    ['an empty reason', entry({ reason: '"  "' }), ['bad-value', '1:47', '']],
    ['no date', entry({ until: '' }), ['bad-value', '1:3', '']],
    ['a day that is none', entry({ until: '2026-02-30' }), ['bad-value', '1:61', '']],
    ['a time', entry({ until: 'soon' }), ['bad-value', '1:61', '']],
    ['another key', entry({ untill: '2026-01-01' }), ['unknown-key', '1:73', 'Did you mean "until"?']],
    ['a map', 'refund: late-parcel\n', ['quarantine-shape', '1:1', '']],
    ['one case twice', entry({}) + entry({ reason: 'still' }), ['quarantine-twice', '2:26', '']],
    ['no YAML', '- { suite: refund', ['yaml-syntax', '', '']],
  ])('is refused with %s', async (_, text, [code, place, hint]) => {
    const { problems } = await read(text!);
    expect(problems.map((one) => one.code)).toEqual([code]);
    expect(problems[0]).toMatchObject({ severity: 'error', place: { file: 'evals/quarantine.yaml' } });
    if (place) expect(`${problems[0]!.place?.line}:${problems[0]!.place?.column}`).toBe(place);
    if (hint) expect(problems[0]!.hint).toBe(hint);
  });

  test('with many unknown cases is one problem that lists them', async () => {
    const ids = Array.from({ length: 14 }, (_, n) => `late-${n}`);
    const text = entry({ case: 'angry-parcel' }) + ids.map((id) => entry({ case: id })).join('');
    const { problems } = await read(text + entry({ suite: 'triage', case: 'angri' }));
    expect(problems.map((one) => one.code)).toEqual(['quarantine-case']);
    expect(problems[0]!.place).toMatchObject({ file: 'evals/quarantine.yaml', line: 1, column: 26 });
    const lines = problems[0]!.message.split('\n');
    expect(lines[0]).toBe('The quarantine names 16 cases that their suites do not have:');
    expect(lines.slice(1, 3)).toEqual(['- refund: angry-parcel', '- refund: late-0']);
    expect([lines.length, lines.at(-1)]).toEqual([12, '- and 6 more']);
    const { problems: two } = await read(entry({ case: 'x' }) + entry({ suite: 'triage', case: 'angri' }));
    expect(two[0]!.message).toContain('- triage: angri (did you mean "angry"?)');
  });

  test('with many entries of an unknown suite is one problem', async () => {
    const text = entry({ suite: 'refunds' }) + entry({ suite: 'refunds', case: 'x' });
    const { problems } = await read(text);
    expect(problems.map((one) => one.code)).toEqual(['quarantine-suite']);
    expect(problems[0]!.message).toContain('"refunds" in 2 entries');
  });

  test('says nothing of the cases of a suite that is broken itself', async () => {
    const root = await filesOnDisk({
      'evals/refund.eval.yaml': `${files['evals/refund.eval.yaml']}  - { id: x, input: yes }\n`,
      'evals/quarantine.yaml': entry({ case: 'x' }),
    });
    const world = { root, from: root, graders, providers, importModule, hasPrice: async () => true };
    const { problems } = await load({ suites: [], keep: () => () => true }, world);
    expect(problems.map(({ code }) => code)).toEqual(['nothing-to-grade']);
  });
});

describe('the last day of an entry', () => {
  test.each([
    ['2026-12-30T23:59:59Z', true],
    ['2026-12-31T00:00:00Z', true],
    ['2026-12-31T23:59:59Z', true],
    ['2027-01-01T00:00:00Z', false],
  ])('%s: in force is %s', async (now, isThere) => {
    const { entries } = await read(entry({}));
    const found = inForce(entries, new Date(now));
    expect(found.entries).toHaveLength(isThere ? 1 : 0);
    expect(found.problems.map(({ code, severity }) => [code, severity])).toEqual(
      isThere ? [] : [['quarantine-over', 'warning']],
    );
    if (!isThere) expect(found.problems[0]?.message).toContain('ended on 2026-12-31, 1 day ago');
  });

  test('of many that are over one warning lists them, the first in the file first', async () => {
    const days = ['2026-12-31', '2026-12-30', '2027-06-01', '2026-01-01'];
    const ids = ['late-parcel', 'cancelled-order', 'c', 'd'];
    const entries = days.map((until, n) => ({
      ...{ suite: 'refund', case: ids[n]!, reason: `why ${n}`, until },
      at: () => ({ file: 'evals/quarantine.yaml', line: n + 1, column: 1 }),
    }));
    const found = inForce(entries, new Date('2027-01-01T00:00:00Z'));
    expect(found.entries.map((one) => one.case)).toEqual(['c']);
    expect(found.problems).toMatchObject([
      {
        ...{ code: 'quarantine-over', severity: 'warning', place: { line: 1 } },
        message: [
          'The quarantine of 3 cases is over: they count for the gate again.',
          '- refund: late-parcel, until 2026-12-31 (1 day ago): why 0',
          '- refund: cancelled-order, until 2026-12-30 (2 days ago): why 1',
          '- refund: d, until 2026-01-01 (365 days ago): why 3',
        ].join('\n'),
      },
    ]);
  });
});
