import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitRoles } from '../../src/load/split-roles.ts';

describe('messages', () => {
  const rows: [body: string, sections: [role: string, template: string, line: number][]][] = [
    ['Hello', [['user', 'Hello', 1]]],
    ['\n\n Hello \n\nthere\n \n', [['user', ' Hello \n\nthere', 3]]],
    ['<policy>\nx\n</policy>', [['user', '<policy>\nx\n</policy>', 1]]],
    ['<system>\nS\n</system>\n<user>\nU\n</user>\n', [['system', 'S', 2], ['user', 'U', 5]]],
    ['\n  <user>  \n\n  U1\n  U2\n\n  </user>\t\n\n<assistant>\nA\n</assistant>\n<user>\nU3\n</user>', [['user', '  U1\n  U2', 4], ['assistant', 'A', 10], ['user', 'U3', 13]]],
    ['<system>\n<policy>\n</policy>\nsay <user> twice\n</system>', [['system', '<policy>\n</policy>\nsay <user> twice', 2]]],
    ['say <user> and\n</user > too', [['user', 'say <user> and\n</user > too', 1]]],
  ]; // biome-ignore format: a table
  test.each(rows)('%j', (body, sections) => {
    const found = splitRoles(body);
    expect(found.flaws).toEqual([]);
    expect(found.sections).toEqual(sections.map(([role, template, line]) => ({ role, template, line })));
  });
});

describe('flaws', () => {
  const roles = ['system', 'user', 'assistant'];
  const rows: [body: string, flaws: Record<string, unknown>[]][] = [
    ['<user>\nU', [{ kind: 'open', role: 'user', line: 1 }]],
    ['<user>\nU\n</user>\n</user>', [{ kind: 'not-open', role: 'user', line: 4 }]],
    ['<system>\nS\n<user>\nU\n</user>', [{ kind: 'nested', role: 'user', open: 'system', line: 3 }]],
    ['<user>\nU\n</user>\nextra', [{ kind: 'outside', line: 4 }]],
    ['<user>\n\n</user>', [{ kind: 'empty', role: 'user', line: 1 }]],
    ['<sytem>\nS\n</sytem>\n<user>\nU\n</user>', [
      { kind: 'unknown', tag: 'sytem', suggestion: 'system', names: roles, line: 1 },
      { kind: 'outside', line: 2 },
      { kind: 'unknown', tag: '/sytem', suggestion: 'system', names: roles, line: 3 },
    ]],
    ['<tool>\n<user>\nU\n</user>', [{ kind: 'unknown', tag: 'tool', names: roles, line: 1 }]],
    ['<user>{{ m }}</user>', [{ kind: 'inline', role: 'user', line: 1 }]],
    ['<system>S</system>\n<user>\nU\n</user>', [{ kind: 'inline', role: 'system', line: 1 }]],
    ['<System>\nS\n</System>', [{ kind: 'maybe', tag: 'System', suggestion: 'system', line: 1 }]],
  ]; // biome-ignore format: a table
  test.each(rows)('%j', (body, flaws) => expect(splitRoles(body).flaws).toEqual(flaws));
});

test('every line is in one message or in a flaw, or is blank or a tag', () => {
  const line = fc.constantFrom(
    '<user>',
    '</user>',
    '<system>',
    '</system>',
    '<x>',
    'text',
    '',
    ' ',
    '<user> x',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const { sections, flaws } = splitRoles(lines.join('\n'));
      for (const { template, line: first } of sections) {
        const length = template.split('\n').length;
        expect(lines.slice(first - 1, first - 1 + length).join('\n')).toBe(template);
      }
      for (const flaw of flaws) expect(lines[flaw.line - 1]!.trim()).not.toBe('');
      const held = sections
        .flatMap(({ template }) => template.split('\n'))
        .filter((text) => text === 'text').length;
      const lost = flaws.some(({ kind }) => kind !== 'maybe');
      if (!lost) expect(held).toBe(lines.filter((text) => text === 'text').length);
    }),
    { numRuns: 1000 },
  );
});
