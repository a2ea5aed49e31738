import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { graders } from '../../src/graders/index.ts';
import { checkOf } from './check-of.ts';

const fill = (text: string) =>
  text
    .replaceAll('$expect', '"7"')
    .replaceAll('$vars.passages', '[some text]')
    .replace(/\$(vars|meta)\.\w+/g, 'some text');

describe('the graders’ shelf', () => {
  it.each(graders.all().map((grader) => [grader.name, grader] as const))(
    '%s has a file, a test and an example that loads',
    async (name, grader) => {
      expect(existsSync(new URL(`../../src/graders/${name}.ts`, import.meta.url))).toBe(true);
      expect(existsSync(new URL(`./${name}.test.ts`, import.meta.url))).toBe(true);
      expect(grader.summary).toMatch(/^[A-Z].*\.$/);
      const check = await checkOf(parse(fill(grader.example)));
      expect(check.grader).toBe(grader);
    },
  );

  it('has an entry for each test of an entry', () => {
    const others = ['apply-check', 'entry-schema', 'to-docs-table', 'index', 'gsm8k', 'ifeval'];
    const tested = readdirSync(new URL('.', import.meta.url))
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => file.replace('.test.ts', ''));
    expect(tested.filter((name) => !others.includes(name)).sort()).toEqual(graders.names().sort());
  });

  it('describes every option', () => {
    const bare = graders
      .all()
      .flatMap(({ name, options }) =>
        Object.entries(options).flatMap(([key, schema]) =>
          (schema as { description?: string }).description ? [] : [`${name}.${key}`],
        ),
      );
    expect(bare).toEqual([]);
  });
});
