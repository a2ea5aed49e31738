import { describe, expect, test } from 'vitest';
import { whyUnfit } from '../../../src/analyze/calibration/why-unfit.ts';
import { judgeProject, label, labelsFile, lines, sixty, suite } from './judge-project.ts';

const calibrate = (judge: string, ...more: string[]) => [
  'judge',
  'calibrate',
  judge,
  '--labels',
  labelsFile,
  '-q',
  ...more,
];

test('a judge beside persons: the page says how often it is right, how it behaves, and what that means', async () => {
  const at = await judgeProject();
  const { code, out, err } = await at.run(calibrate('fair'));
  expect([code, err]).toEqual([0, '']);
  expect(out).toBe(`fair · refund / polite  evals/judge@v1 · module:./judges.mjs#fair
  60 labelled outputs by ana (evals/labels/refund.polite.jsonl, the newest of 2026-05-01).

                 judge: pass  judge: fail                             the judge is right
  persons: pass           24            6  80.0 % (95 %: 61.4 % to 92.3 %) (sensitivity)
  persons: fail            2           28  93.3 % (95 %: 77.9 % to 99.2 %) (specificity)

  J               0.73 (95 %: 0.51 to 0.85): sensitivity + specificity − 1; by it differences
                  shrink on the way through the judge
  kappa           0.73 (95 %: 0.56 to 0.90)
  AC1             0.73 (95 %: 0.56 to 0.91)
  persons         one for each output: how far they agree with each other is unknown
  asked again     3 times more, it contradicts itself on 0 of 20 outputs, 0 % (95 %: 0 % to
                  16.8 %)
  empty words     at the end of 50 outputs: 0 passed only with them, 0 only without (one-sided p =
                  1)
  replies         170; all of them could be read
  cost            of unknown price · 170 calls (0 tokens in, 0 out)

  FIT  A gate may rest on it. A true drop of 10 points looks like 5.1 to 8.5 points to this judge
  (95 % limits); a gate reckons with J = 0.55, the lower 90 % limit.

Kept in evals/judges/fair.calibration.json: commit it.
`);
  const [found] = at.calibrations('fair');
  expect(found).toMatchObject({
    counts: { truePass: 24, missedPass: 6, trueFail: 28, missedFail: 2 },
    labels: { file: labelsFile, count: 60, raters: ['ana'], newest: '2026-05-01T10:00:00.000Z' },
    grader: 'judge',
    model: { provider: 'module', id: './judges.mjs#fair', samples: 1 },
  });
  expect(whyUnfit(found!)).toEqual([]);
});

test('the judge that is named is asked, whoever grades the suite; no model is', async () => {
  const at = await judgeProject({
    'evals/s.eval.yaml': suite().replace('embedded:echo', 'module:./none.mjs'),
  });
  const { code, out } = await at.run(calibrate('lax'));
  expect(code).toBe(0);
  expect(out).toContain('UNFIT  No gate may rest on it:');
  expect(at.calibrations('lax')[0]!.counts).toEqual({
    truePass: 30,
    missedPass: 0,
    trueFail: 0,
    missedFail: 30,
  });
});

test('asked once more, the cache answers, and the file says the same', async () => {
  const at = await judgeProject();
  await at.run(calibrate('module:./judges.mjs#fair', '--cache', 'read-write'));
  const first = at.calibrations('module')[0]!;
  const model = { ...first, at: '', cost: 0 };
  await at.run(calibrate('module:./judges.mjs#fair'));
  expect({ ...at.calibrations('module')[0]!, at: '', cost: 0 }).toEqual(model);
});

describe('what it looks at beside mistakes', () => {
  test('a judge that likes length is caught by words that say nothing', async () => {
    const at = await judgeProject();
    const { code, out } = await at.run(calibrate('lengthy'));
    expect(code).toBe(0);
    const { padding } = at.calibrations('lengthy')[0]!;
    expect(padding).toMatchObject({ items: 50, helped: 50, harmed: 0, p: 0 });
    expect(out).toMatch(/- empty words at the end of an output help it: with them 50 of 50 outputs pass/);
  });

  test('a judge that says otherwise when it is asked again contradicts itself', async () => {
    const at = await judgeProject();
    const { out } = await at.run(calibrate('fickle', '--no-padding', '--repeat', '2'));
    const [found] = at.calibrations('fickle');
    expect(found!.repeats).toMatchObject({ times: 2, items: 20, flips: 20 });
    expect(found!.padding).toBeUndefined();
    expect(out).toMatch(/asked again it contradicts itself on 20 of 20 outputs \(100 %\)/);
    expect(out).toContain('not looked at (--no-padding)');
    expect(at.asked()).toHaveLength(60 + 2 * 20);
  });

  test('replies without a verdict are counted, also where the second try has one', async () => {
    const at = await judgeProject();
    await at.run(calibrate('mumbling', '--no-padding'));
    const { replies, ungraded } = at.calibrations('mumbling')[0]!;
    expect(replies.unread).toBe(sixty.filter(({ output }) => output.includes('7')).length);
    expect(ungraded).toBe(0);
  });

  const pairs = Array.from({ length: 40 }, (_, i) =>
    label({ case: `c${i}`, output: `${'long '.repeat((i % 2) + 1)}${i}`, before: `long long ${'x'.repeat(i % 2)}${i}`, label: i % 2 ? 'worse' : 'tie' }),
  ); // biome-ignore format: one pair
  const pairwise = {
    'evals/s.eval.yaml': suite('[{ pairwise: Is kinder, baseline: true, name: polite }]'),
    [labelsFile]: lines(...pairs),
  };

  test('a judge that prefers what stands first has no consistent order', async () => {
    const at = await judgeProject(pairwise);
    const { code, out } = await at.run(calibrate('eager', '--no-padding'));
    expect(code).toBe(0);
    const { order } = at.calibrations('eager')[0]!;
    expect(order).toMatchObject({ pairs: 40, consistent: 0, first: 80, decided: 80, firstP: 0 });
    expect(out).toMatch(/it prefers the same output in both orders in 0 % of 40 pairs/);
  });

  test('one that looks at the texts has, and their names are those of the menu', async () => {
    const at = await judgeProject(pairwise);
    await at.run(calibrate('longest', '--no-padding'));
    const [found] = at.calibrations('longest');
    expect(found!.order).toMatchObject({ pairs: 40, consistent: 40, first: found!.order!.decided / 2 });
    expect(found!.menu).toEqual({ worse: 0, tie: 0.5, better: 1 });
    expect(found!.weightedKappa).toBeDefined();
  });
});

describe('which check a label is of', () => {
  test('also one that another grader holds', async () => {
    const graders = '[{ all: [{ contains: x }, { not: { judge: Is it kind?, name: polite } }] }]';
    const at = await judgeProject({ 'evals/s.eval.yaml': suite(graders) });
    expect((await at.run(calibrate('fair'))).code).toBe(0);
    // What the judge says, before the `not`.
    expect(at.calibrations('fair')[0]!.counts).toMatchObject({ truePass: 24, trueFail: 28 });
  });

  test("a case's own, filled from the label's own input and not from the case as it is today", async () => {
    const own = `${suite('[{ contains: x }]')}  - { id: c1, input: hello, expect: new, graders: [{ judge: Like it?, reference: $expect, context: $vars.input, name: polite }] }\n`;
    const rows = lines(label({ case: 'c1', expect: 'OLD', vars: { input: 'AS IT WAS' }, messages: [{ role: 'user', content: 'ASKED' }] }));
    const at = await judgeProject({ 'evals/s.eval.yaml': own, [labelsFile]: rows });
    expect((await at.run(calibrate('fair', '--no-padding', '--repeat', '1'))).code).toBe(0);
    const [asked] = at.asked();
    expect(asked).toContain('OLD');
    expect(asked).toContain('AS IT WAS');
    expect(asked).toContain('ASKED');
    expect(asked).not.toContain('new');
  }); // biome-ignore format: a case

  test('a label by hand that holds nothing of its case takes it from there', async () => {
    const graders = '[{ judge: Like it?, reference: $expect, name: polite }]';
    const bare = { case: 'c0', output: 'good', label: true };
    const at = await judgeProject({ 'evals/s.eval.yaml': suite(graders), [labelsFile]: lines(bare) });
    expect((await at.run(calibrate('fair', '--no-padding', '--repeat', '1'))).code).toBe(0);
    const [asked] = at.asked();
    expect(asked).toMatch(/<input \w+>\nhello\n/);
    expect(asked).toMatch(/<reference \w+>\nthanks\n/);
    expect(at.calibrations('fair')[0]!.items).toMatchObject([{ case: 'c0', truth: true, judged: true }]);
  });

  const two = '[{ judge: Is it kind?, name: polite }, { judge: Is it short?, name: short }]';
  const nameless = lines(...sixty.map(({ suite: _, check: __, ...row }) => row));

  test('where two may be meant it has to be said', async () => {
    const at = await judgeProject({ 'evals/s.eval.yaml': suite(two), [labelsFile]: nameless });
    const refused = await at.run(calibrate('fair'));
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(`error[label-of-which] ${labelsFile}:1:1`);
    expect(refused.err).toContain('--suite refund --check polite; or --suite refund --check short');
    expect((await at.run(calibrate('fair', '--check', 'short'))).code).toBe(0);
    expect(at.calibrations('fair').map(({ check }) => check)).toEqual(['short']);
  });

  test('labels of several checks are several calibrations; each stays until its own is made anew', async () => {
    const rows = [...sixty, ...sixty.map((row) => ({ ...row, check: 'short' }))];
    const at = await judgeProject({ 'evals/s.eval.yaml': suite(two), [labelsFile]: lines(...rows) });
    const { out } = await at.run(calibrate('fair', '--no-padding'));
    expect(out.match(/^fair · refund \/ \w+/gm)).toEqual(['fair · refund / polite', 'fair · refund / short']);
    at.write('evals/s.eval.yaml', suite(two.replace('kind', 'nice')));
    const before = at.calibrations('fair');
    await at.run(calibrate('fair', '--check', 'polite'));
    const after = at.calibrations('fair');
    expect(after.map(({ check }) => check)).toEqual(['polite', 'short']);
    expect(after[0]!.digest).not.toBe(before[0]!.digest);
    expect(after[1]).toEqual(before[1]);
  });

  test('on a scale the names are those of the menu', async () => {
    const graders = '[{ judge: How kind?, scale: 1-5, threshold: 0.75, name: polite }]';
    const rows = Array.from({ length: 20 }, (_, i) =>
      label({
        case: `c${i}`,
        output: '*'.repeat((i % 5) + 1) + i,
        label: `${Math.min(5, (i % 5) + 1 + (i % 3))}`,
      }),
    );
    const at = await judgeProject({ 'evals/s.eval.yaml': suite(graders), [labelsFile]: lines(...rows) });
    expect((await at.run(calibrate('stars', '--no-padding'))).code).toBe(0);
    const [found] = at.calibrations('stars');
    expect(found).toMatchObject({ threshold: 0.75, menu: { 1: 0, 5: 1 } });
    expect(found!.weightedKappa!.value).toBeGreaterThan(0.5);
    expect(found!.items.every(({ truth, label: said }) => truth === Number(said) >= 4)).toBe(true);
  });
});

describe('what is refused, before anything is asked', () => {
  const rows: [what: string, files: Record<string, string>, more: string[], says: RegExp][] = [
    ['a label off the menu', { [labelsFile]: lines(label(), label({ output: 'b', label: 'great' })) }, [], /error\[label-off-menu\] evals\/labels\/refund\.polite\.jsonl:2:\d+\n {2}"great"[\s\S]*fail, pass/],
    ['a check that is not there', { [labelsFile]: lines(label({ check: 'kind' }), label({ check: 'kind', output: 'b' })) }, [], /^error\[label-check-missing\][^\n]*:1:\d+\n[^\n]*no check "kind"[^\n]*\n(?!.*error\[)[\s\S]*It has polite/],
    ['a check that asks no judge', { 'evals/s.eval.yaml': suite('[{ contains: x, name: polite }]') }, [], /label-check-missing[\s\S]*None of its checks does/],
    ['a suite that is not there', { [labelsFile]: lines(label({ suite: 'triage' })) }, [], /triage/],
    ['labels of another suite', {}, ['--suite', 'triage'], /labels-of-others[\s\S]*It has labels of refund \/ polite/],
    ['an empty file', { [labelsFile]: '' }, [], /labels-empty/],
    ['only labels of people who cannot tell', { [labelsFile]: lines(label({ label: null }), label({ output: 'b' }), label({ output: 'b', label: 'fail', rater: 'bo' })) }, [], /labels-undecided[^\n]*\n[^\n]*none of 2 labelled outputs of refund \/ polite/],
    ['no file', {}, ['--labels', 'none.jsonl'], /labels-missing/],
    ['a broken line', { [labelsFile]: '{"output": 3}\n' }, [], /refund\.polite\.jsonl:1:/],
    ['a reference that the label lacks', { 'evals/s.eval.yaml': suite('[{ judge: Like it?, reference: $meta.best, name: polite }]', '').replace('expect: thanks', 'expect: thanks, meta: { best: x }') }, [], /missing-reference[^\n]*refund\.polite\.jsonl:1:1/],
    ['another file in its place', { 'evals/judges/fair.calibration.json': '{' }, [], /broken-calibration/],
    ['an unknown judge', {}, [], /unknown-judge/],
    ['no times', {}, ['--repeat', '0'], /--repeat needs a whole number from 1 to 99, not "0"/],
    ['two cassettes', {}, ['--record', 'a', '--replay', 'b'], /exclude each other/],
    ['no suite', {}, ['--suite', ' '], /--suite needs a value/],
  ]; // biome-ignore format: a table
  test.each(rows)('%s', async (what, files, more, says) => {
    const at = await judgeProject(files);
    const { code, err, out } = await at.run(
      calibrate(what === 'an unknown judge' ? 'fairy' : 'fair', ...more),
    );
    expect(err).toMatch(says);
    expect([code, out, at.asked()]).toEqual([2, '', []]);
  });

  test('without labels', async () => {
    const at = await judgeProject();
    const { code, err } = await at.run(['judge', 'calibrate', 'fair']);
    expect([code, err]).toEqual([2, expect.stringContaining('--labels needs the file')]);
  });
});

describe('what cannot be told', () => {
  test('a judge that is down too often has said nothing (3), and nothing is written', async () => {
    const at = await judgeProject();
    const { code, err } = await at.run(calibrate('down'));
    expect(code).toBe(3);
    expect(err).toMatch(
      /error\[calibration-errored\]\n {2}The judge could not be asked about \d+ of 60 labelled outputs of refund \/ polite \(.*the judge is down/,
    );
    expect(at.has('evals/judges')).toBe(false);
  });

  test('a judge without a single verdict, too', async () => {
    const at = await judgeProject();
    const { code, err } = await at.run(calibrate('silent', '--no-padding', '--repeat', '1'));
    expect([code, err]).toEqual([
      3,
      expect.stringContaining('gave no verdict on any of 60 labelled outputs'),
    ]);
    expect(at.has('evals/judges')).toBe(false);
  });

  test('a budget that ends has stopped it (4), and nothing is written', async () => {
    const at = await judgeProject();
    const { code, err } = await at.run(calibrate('fair', '--max-calls', '5'));
    expect([code, at.has('evals/judges'), at.asked().length]).toEqual([4, false, 5]);
    expect(err).toContain(
      'Stopped before all 170 judgements were there, as the budget is used up. Nothing was written.',
    );
  });

  test('an interruption (130), too', async () => {
    const at = await judgeProject();
    let interrupt = () => {};
    const onInterrupt = (listener: () => void) => {
      interrupt = listener;
      return () => {};
    };
    const running = at.run(calibrate('slow', '--cache', 'off'), { onInterrupt });
    while (at.asked().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    interrupt();
    const { code, err } = await running;
    expect([code, at.has('evals/judges')]).toEqual([130, false]);
    expect(err).toContain('as it was interrupted');
  });
});

test('--json is the calibration with why it is unfit', async () => {
  const at = await judgeProject();
  const { out } = await at.run(calibrate('lax', '--json'));
  const said = JSON.parse(out);
  expect(said).toMatchObject({ schemaVersion: 1, judge: 'lax', file: 'evals/judges/lax.calibration.json' });
  expect(said.calibrations[0]).toMatchObject({ check: 'polite', unfit: [expect.stringContaining('its J')] });
});

describe('labels that an audit picked', () => {
  const picked = (count: number) =>
    lines(...sixty.map((row, i) => ({ ...row, pick: i < count ? 'discordant' : 'random' })));

  test('are left out, and that is said', async () => {
    const at = await judgeProject({ [labelsFile]: picked(10) });
    const { code, err } = await at.run(calibrate('fair'));
    expect([code, err]).toEqual([
      0,
      expect.stringMatching(/labels-picked.\n {2}10 of the 60 labelled outputs.*left out/),
    ]);
    expect(at.calibrations('fair')[0]!.items).toHaveLength(50);
  });

  test('are taken where there are no others', async () => {
    const at = await judgeProject({ [labelsFile]: picked(60) });
    const { code, err } = await at.run(calibrate('fair'));
    expect([code, err]).toEqual([
      0,
      expect.stringContaining('All 60 labelled outputs were picked by an audit'),
    ]);
    expect(at.calibrations('fair')[0]!.items).toHaveLength(60);
  });

  test('count where somebody else drew them at random', async () => {
    const [first, ...others] = sixty as [object, ...object[]];
    const rows = [{ ...first, pick: 'discordant' }, { ...first, rater: 'bo', pick: 'random' }, ...others];
    const at = await judgeProject({ [labelsFile]: lines(...rows) });
    await at.run(calibrate('fair'));
    const { items } = at.calibrations('fair')[0]!;
    expect(items.filter(({ pick }) => pick === 'random')).toHaveLength(1);
    expect(items).toHaveLength(60);
  });
});
