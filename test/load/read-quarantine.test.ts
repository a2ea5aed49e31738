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
});
