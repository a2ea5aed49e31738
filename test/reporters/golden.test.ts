import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { comparisonPage } from '../../src/reporters/comparison/comparison-page.ts';
import { reporters } from '../../src/reporters/index.ts';
import { canvas } from '../../src/reporters/terminal/canvas.ts';
import { comparisons, type Scene } from './comparisons.ts';
import { fixture } from './fixture.ts';
import { judgedReports } from './judged-reports.ts';
import { render } from './render.ts';
import { sceneReport } from './scene-report.ts';

const folder = new URL('golden/', import.meta.url);

/** Compares with the page on disk; with UPDATE_GOLDEN=1 the page is written anew, to be read before it is committed. */
function compare(name: string, text: string): void {
  const page = new URL(name, folder);
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(new URL('.', page), { recursive: true });
    writeFileSync(page, text);
  }
  expect(existsSync(page), `there is no golden page ${name}: write it with UPDATE_GOLDEN=1`).toBe(true);
  expect(text).toBe(readFileSync(page, 'utf8'));
}

describe('every reporter on the shelf has a golden page', () => {
  test.each(reporters.all().map((reporter) => [reporter.name, reporter] as const))(
    '%s',
    async (name, reporter) => {
      compare(`${name}.${reporter.extension}`, await render(reporter, await fixture()));
    },
  );
});

test('the terminal in colour', async () => {
  const text = await render(reporters.get('terminal')!, await fixture(), { color: true, width: 100 });
  // Escapes are written out, so that the page can be read and diffed.
  compare('terminal-color.txt', text.replaceAll('\u001b', '\\e'));
});

test('the terminal, narrow', async () => {
  compare(
    'terminal-narrow.txt',
    await render(reporters.get('terminal')!, await fixture(), { color: false, width: 60 }),
  );
});

describe('a comparison', () => {
  const scenes: [string, Scene][] = Object.entries(comparisons);
  const page = async ({ comparison }: Scene, width: number, isAlone: boolean) => {
    const on = await canvas({ color: false, width });
    const look = isAlone ? { isAlone, mostFlips: 12 } : { more: 'evals diff' };
    return `${(await comparisonPage(comparison, on, look)).join('\n')}\n`;
  };

  test.each(scenes)('%s, within a narrow page and alone on a wide one', async (name, scene) => {
    const pages = [await page(scene, 60, false), await page(scene, 120, true)];
    compare(`comparison/${name}.txt`, pages.join(`\n${'='.repeat(120)}\n\n`));
  });

  const reported = scenes.filter(([name]) =>
    ['fail-by-slice', 'inconclusive', 'stale', 'unpaired'].includes(name),
  );
  test.each(
    reported.flatMap(([name, scene]) => reporters.all().map((reporter) => ({ name, scene, reporter }))),
  )('$name by $reporter.name', async ({ name, scene, reporter }) => {
    const text = await render(reporter, sceneReport(scene));
    if (reporter.name !== 'json') return compare(`comparison/${name}.${reporter.name}`, text);
    const [arm] = JSON.parse(text).suites[0].arms;
    expect(arm.comparison).toEqual(JSON.parse(JSON.stringify(scene.comparison)));
  });
});

describe('a run that a judge has graded', () => {
  const shown = reporters.all().filter(({ name }) => name !== 'json');
  test.each(
    Object.entries(judgedReports).flatMap(([name, report]) =>
      shown.map((reporter) => ({ name, report, reporter })),
    ),
  )('$name by $reporter.name', async ({ name, report, reporter }) => {
    compare(`judged/${name}.${reporter.name}`, await render(reporter, report()));
  });
});
