import { expect, test } from 'vitest';
import { junit } from '../../src/reporters/junit.ts';
import { fixture } from './fixture.ts';
import { render } from './render.ts';

test('the totals of a suite are those of its cases, and the journal may come in any order', async () => {
  const report = await fixture();
  const page = await render(junit, report);
  for (const [suite, tests, failures, errors, skipped] of page.matchAll(
    /<testsuite name="[^"]*" tests="(\d+)" failures="(\d+)" errors="(\d+)" skipped="(\d+)"[\s\S]*?<\/testsuite>/g,
  )) {
    const times = (tag: string) => suite.match(new RegExp(`<${tag}[ >]`, 'g'))?.length ?? 0;
    expect([tests, failures, errors, skipped].map(Number)).toEqual(
      ['testcase', 'failure', 'error', 'skipped'].map(times),
    );
  }
  const backwards = async function* () {
    const rows = [];
    for await (const row of report.rows()) rows.unshift(row);
    yield* rows;
  };
  expect(await render(junit, { ...report, rows: backwards })).toBe(page);
});
