import { expect, test } from 'vitest';
import { parseReporters } from '../../src/cli/parse-reporters.ts';

const where = (text: string) =>
  parseReporters(text).map(
    ({ reporter, file, isInRunFolder }) =>
      `${reporter.name} ${isInRunFolder ? 'folder' : (file ?? 'stdout')}`,
  );

test.each([
  { text: 'terminal', goes: ['terminal stdout'] },
  { text: 'json', goes: ['json stdout'] },
  { text: 'terminal, junit=out/a.xml', goes: ['terminal stdout', 'junit out/a.xml'] },
  { text: 'terminal,github', goes: ['terminal stdout', 'github stdout'] },
  { text: 'json,terminal', goes: ['json folder', 'terminal stdout'] },
  { text: 'json,junit,markdown=m.md', goes: ['json stdout', 'junit folder', 'markdown m.md'] },
  {
    text: 'terminal,json,junit,markdown,github',
    goes: ['terminal stdout', 'json folder', 'junit folder', 'markdown folder', 'github stdout'],
  },
])('$text', ({ text, goes }) => {
  expect(where(text)).toEqual(goes);
});

test.each(['terminl', '', ','])('"%s" is refused', (text) => {
  expect(() => parseReporters(text)).toThrow();
});
