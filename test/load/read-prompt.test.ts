import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diskTree } from '../../src/load/disk-tree.ts';
import { readPrompt } from '../../src/load/read-prompt.ts';
import type { Tree } from '../../src/load/tree.ts';
import { filesOnDisk } from './files-on-disk.ts';

const file = 'prompts/refund/v3.md';
const policy = `---
description: Decides returns.
settings: { temperature: 0, maxOutputTokens: 200 }
inputs: [message, policy]
output: { jsonSchema: ./decision.schema.json }
tools:
  - name: look_up
    description: Finds an order.
    parameters: { type: object, properties: { id: { type: string } } }
---
<system>
You decide refunds by this policy: {{ policy }}
</system>
<user>
{{ message }}
</user>
`;
const schema = '{"type":"object","required":["covered"]}';

/** A tree in memory, for what needs no disk. */
const treeOf = (files: Record<string, string | Uint8Array>): Tree => ({
  list: async (folder) =>
    Object.keys(files)
      .filter((path) => path.startsWith(`${folder}/`))
      .map((path) => path.slice(folder.length + 1).split('/')[0]!),
  read: async (path) => {
    const content = files[path];
    if (content === undefined) return { status: 'missing' };
    return { status: 'read', bytes: typeof content === 'string' ? Buffer.from(content) : content };
  },
});
const read = (source: string | Uint8Array, others: Record<string, string> = {}, path = file) =>
  readPrompt({ name: 'refund', version: 3, file: path }, treeOf({ [path]: source, ...others }));
const seen = ({ problems }: Awaited<ReturnType<typeof read>>) =>
  problems.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`);

test('a prompt is read whole', async () => {
  const { value, problems } = await read(policy, { 'prompts/refund/decision.schema.json': schema });
  expect(problems).toEqual([]);
  expect(value).toEqual({
    name: 'refund',
    version: 3,
    id: 'refund@v3',
    file,
    description: 'Decides returns.',
    inputs: ['message', 'policy'],
    variables: ['policy', 'message'],
    settings: { temperature: 0, maxOutputTokens: 200 },
    messages: [
      { role: 'system', template: 'You decide refunds by this policy: {{ policy }}', line: 12 },
      { role: 'user', template: '{{ message }}', line: 15 },
    ],
    partials: {},
    tools: [
      {
        name: 'look_up',
        description: 'Finds an order.',
        parameters: { type: 'object', properties: { id: { type: 'string' } } },
      },
    ],
    outputSchema: { type: 'object', required: ['covered'] },
    source: policy,
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test('a chat as YAML is the same prompt, to the digest', async () => {
  const chat = `description: Another sentence about the same.
settings:
  maxOutputTokens: 200
  temperature: 0
inputs: [policy, message]
output:
  jsonSchema: { required: [covered], type: object }
tools:
  - name: look_up
    description: Finds an order.
    parameters: { properties: { id: { type: string } }, type: object }
messages:
  - role: system
    content: "You decide refunds by this policy: {{ policy }}"
  - role: user
    content: "{{ message }}"
`;
  const tagged = await read(policy, { 'prompts/refund/decision.schema.json': schema });
  const listed = await read(chat, {}, 'prompts/refund/v3.yml');
  expect(listed.problems).toEqual([]);
  expect(listed.value?.messages.map(({ role, line }) => [role, line])).toEqual([
    ['system', 14],
    ['user', 16],
  ]);
  expect(listed.value?.digest).toBe(tagged.value?.digest);
});

describe('the digest changes with what reaches the model, and with nothing else', () => {
  const base = '---\nsettings: { temperature: 0 }\n---\nHi {{ a }} {% include "p.md" %}\n';
  const digest = async (source: string, partial = 'P') =>
    (await read(source, { 'prompts/p.md': partial })).value!.digest;
  const rows: [what: string, source: string, partial: string, isSame: boolean][] = [
    ['a description', base.replace('settings', 'description: x\nsettings'), 'P', true],
    ['blank lines around', base.replace('Hi', '\n\nHi'), 'P', true],
    ['CRLF and a byte-order mark', `\uFEFF${base.replaceAll('\n', '\r\n')}`, 'P', true],
    ['declared inputs', base.replace('settings', 'inputs: [a]\nsettings'), 'P', true],
    ['a setting', base.replace('0', '1'), 'P', false],
    ['a word', base.replace('Hi', 'Ho'), 'P', false],
    ['an included file', base, 'Q', false],
    ['the role', base.replace('Hi', '<system>\nHi').concat('</system>'), 'P', false],
    ['another way to write the same letter', base.replace('Hi', 'H\u00ef'), 'P', false],
  ];
  test.each(rows)('%s', async (_what, source, partial, isSame) => {
    const [before, after] = [await digest(base), await digest(source, partial)];
    expect(after === before).toBe(isSame);
  });
  test('composed and decomposed letters are different bytes for a model', async () => {
    expect(await digest(base.replace('Hi', 'H\u00ef'))).not.toBe(
      await digest(base.replace('Hi', 'Hi\u0308')),
    );
  });
});

describe('what is accepted', () => {
  const rows: [what: string, source: string, path: string, messages: [string, string, number][]][] = [
    ['no front matter', 'Hi {{ a }}\n', file, [['user', 'Hi {{ a }}', 1]]],
    ['empty front matter', '---\n---\nHi', file, [['user', 'Hi', 3]]],
    ['a .txt', 'Hi', 'prompts/refund/v3.txt', [['user', 'Hi', 1]]],
    ['a byte-order mark and CRLF', '\uFEFF---\r\ndescription: d\r\n---\r\n<user>\r\nA\r\nB\r\n</user>\r\n', file, [['user', 'A\nB', 5]]],
    ['a block text', 'messages:\n  - role: user\n    content: |\n      A\n      {{ b }}\n', 'prompts/refund/v3.yml', [['user', 'A\n{{ b }}\n', 4]]],
  ]; // biome-ignore format: a table
  test.each(rows)('%s', async (_what, source, path, messages) => {
    const { value, problems } = await read(source, {}, path);
    expect(problems).toEqual([]);
    expect(value?.messages).toEqual(messages.map(([role, template, line]) => ({ role, template, line })));
  });
});

describe('what is wrong, and where', () => {
  const yml = 'prompts/refund/v3.yml';
  const rows: [what: string, source: string | Uint8Array, problems: string[], path?: string][] = [
    ['an empty file', '', ['empty-prompt 1:1']],
    ['a file of blank lines', '\n \n', ['empty-prompt 1:1']],
    ['front matter alone', '---\ndescription: x\n---\n', ['empty-prompt 4:1']],
    ['an empty chat', '', ['empty-prompt 1:1'], yml],
    ['invalid UTF-8', new Uint8Array([72, 0xff, 0xfe]), ['not-utf8 1:1']],
    ['open front matter', '---\ndescription: x\nHi', ['front-matter-open 1:1']],
    ['a tab that indents', '---\nsettings:\n\ttemperature: 0\n---\nHi', ['yaml-tab 3:1']],
    ['broken YAML', '---\na: [1\n---\nHi', ['yaml-syntax 2:6']],
    ['a key twice', '---\ninputs: [a]\ninputs: [a]\n---\n{{ a }}', ['yaml-duplicate-key 3:1']],
    ['an unknown key', '---\ndescripton: x\n---\nHi', ['unknown-key 2:1']],
    ['an unknown setting', '---\ndescription: x\nsettings: { temprature: 0 }\n---\nHi', ['unknown-key 3:13']],
    ['a bad setting', '---\nsettings:\n  topP: 3\n---\nHi', ['bad-value 3:9']],
    ['several at once', '---\nx: 1\nsettings: { y: 1 }\ninputs: [a, b]\n---\n<user>\nHi {{ c }} {{ a | nope }}\n{% include "p.md" %}', ['unknown-key 2:1', 'unknown-key 3:13', 'role-open 6:1', 'unknown-name 7:12', 'include-missing 8:1']],
    ['a bad key beside an undeclared variable', '---\nx: 1\ninputs: [a, b]\n---\n{{ c }}', ['unknown-key 2:1', 'undeclared-input 5:4']],
    ['a bad key in a chat with a bad template', 'x: 1\nmessages:\n  - role: user\n    content: "{{ c | nope }}"\n', ['unknown-key 1:1', 'unknown-name 4:15'], yml],
    ['an unclosed role', '---\n---\n\n<user>\nHi', ['role-open 4:1']],
    ['text outside', '<user>\nHi\n</user>\n\n  more', ['text-outside-roles 5:3']],
    ['a role beside text', '<user>Hi</user>', ['role-inline 1:1']],
    ['an empty message', '<user>\nHi\n</user>\n<system>\n</system>', ['empty-message 4:1']],
    ['an unclosed output', '---\n---\nHi\n there {{ a', ['template-syntax 4:8']],
    ['an unknown filter', '<user>\nHi\n {{ a | upcsae }}\n</user>', ['unknown-name 3:2']],
    ['an unknown tag', 'Hi {% iff a %}{% endif %}', ['unknown-name 1:4']],
    ['an undeclared variable', '---\ninputs: [message]\n---\n{{ message }}\n  {{ mesage }}', ['undeclared-input 5:6']],
    ['a chat with an unknown role', 'messages:\n  - role: sytem\n    content: x\n', ['bad-value 2:11'], yml],
    ['a chat without messages', 'description: x\n', ['bad-value 1:1'], yml],
    ['a chat with an empty message', 'messages:\n  - { role: user, content: " " }\n', ['bad-value 2:28'], yml],
    ['a flaw in a block text', 'messages:\n  - role: user\n    content: |\n      A\n      b {{ c | nope }}\n', ['unknown-name 5:9'], yml],
    ['a flaw in a quoted text', 'messages:\n  - role: user\n    content: "a {{ c | nope }}"\n', ['unknown-name 3:17'], yml],
    ['a schema that is not there', '---\noutput: { jsonSchema: ./x.json }\n---\nHi', ['unreadable-file 2:23']],
  ]; // biome-ignore format: a table
  test.each(rows)('%s', async (_what, source, problems, path) => {
    const checked = await read(source, {}, path);
    expect(seen(checked)).toEqual(problems);
    expect(checked.value).toBeUndefined();
  });

  test('a problem shows the line and says what was probably meant', async () => {
    const { problems } = await read('---\ninputs: [message]\n---\nDear {{ mesage }}');
    expect(problems[0]).toMatchObject({
      message: 'The template uses "mesage", which is not among the inputs.',
      hint: 'Did you mean "message"?',
      place: { file, line: 4, column: 9 },
    });
    expect(problems[0]!.place!.frame).toMatch(/> 4 \| Dear \{\{ mesage \}\}\n {14}\^/);
  });
});

describe('warnings leave a value', () => {
  test('a declared variable that nothing uses', async () => {
    const checked = await read('---\ninputs: [a, b]\n---\n{{ a }}');
    expect(seen(checked)).toEqual(['unused-input 2:13']);
    expect(checked.problems[0]!.severity).toBe('warning');
    expect(checked.value?.inputs).toEqual(['a', 'b']);
  });
  test('a tag that may be a misspelt role', async () => {
    const checked = await read('<System>\nHi\n</System>');
    expect(seen(checked)).toEqual(['maybe-role 1:1']);
    expect(checked.value?.messages).toHaveLength(1);
  });
});

describe('includes', () => {
  const rows: [what: string, source: string, files: Record<string, string>, problems: string[]][] = [
    ['a path out of prompts/', 'a\n {% include "../secret.md" %}', { 'secret.md': 'x' }, ['include-outside 2:2']],
    ['a path out and back in', '{% include "../prompts/p.md" %}', { 'prompts/p.md': 'x' }, ['include-outside 1:1']],
    ['dots in the middle', '{% include "a/../p.md" %}', { 'prompts/p.md': 'x' }, ['include-outside 1:1']],
    ['a path from here', '{% include "./p.md" %}', { 'prompts/p.md': 'x' }, ['include-outside 1:1']],
    ['an absolute path', '{% render "/etc/hostname" %}', {}, ['include-outside 1:1']],
    ['a drive', '{% render "C:/x.md" %}', {}, ['include-outside 1:1']],
    ['a backslash', '{% render "a\\\\b.md" %}', {}, ['include-outside 1:1']],
    ['a missing file', '<user>\n{% include "shared/polcy.md" %}\n</user>', { 'prompts/shared/policy.md': 'x' }, ['include-missing 2:1']],
    ['a missing file inside an included one', '{% include "p.md" %}', { 'prompts/p.md': 'P\n{% include "q.md" %}' }, ['include-missing 2:1']],
    ['a circle', '{% include "p.md" %}', { 'prompts/p.md': '{% include "q.md" %}', 'prompts/q.md': ' {% include "p.md" %}' }, ['include-cycle 1:2']],
    ['a file that a variable names', '{% include name %}', {}, ['template-syntax 1:1']],
    ['a flaw inside an included file', '{% include "p.md" %}{% include "p.md" %}', { 'prompts/p.md': '\n {{ a | nope }}' }, ['unknown-name 2:2']],
  ]; // biome-ignore format: a table
  test.each(rows)('%s', async (_what, source, files, problems) => {
    const checked = await read(source, files);
    expect(seen(checked)).toEqual(problems);
    expect(checked.value).toBeUndefined();
  });

  test('files that include files are brought along', async () => {
    const files = {
      'prompts/shared/p.md': '\uFEFFP {{ a }}\r\n{% render "shared/q.md" %}',
      'prompts/shared/q.md': 'Q {{ b }}',
    };
    const { value, problems } = await read(
      '---\ninputs: [a, b, c]\n---\n{% include "shared/p.md" %}{{ c }}',
      files,
    );
    expect(problems).toEqual([]);
    expect(value?.partials).toEqual({
      'shared/p.md': 'P {{ a }}\n{% render "shared/q.md" %}',
      'shared/q.md': 'Q {{ b }}',
    });
    expect(value?.variables).toEqual(['a', 'b', 'c']);
  });

  test('16 levels are read, 17 are not', async () => {
    const deep = (levels: number) =>
      Object.fromEntries(
        Array.from({ length: levels }, (_, at) => [
          `prompts/p${at}.md`,
          at + 1 < levels ? `{% include "p${at + 1}.md" %}` : 'end',
        ]),
      );
    expect(seen(await read('{% include "p0.md" %}', deep(16)))).toEqual([]);
    expect(seen(await read('{% include "p0.md" %}', deep(17)))).toEqual(['include-depth 1:1']);
  });

  test('a suggestion names the nearest file', async () => {
    const { problems } = await read('{% include "shared/polcy.md" %}', { 'prompts/shared/policy.md': 'x' });
    expect(problems[0]!.hint).toBe('Did you mean "shared/policy.md"?');
  });
});

describe('links on disk', () => {
  const setUp = async () => {
    const root = await filesOnDisk({
      'secret.md': 'secret',
      'schemas/s.json': schema,
      'prompts/shared/real.md': 'real',
      'prompts/a/v1.md': '{% include "shared/link.md" %}',
      'prompts/b/v1.md': '{% include "shared/out.md" %}',
      'prompts/c/v1.md': '{% include "away/secret.md" %}',
      'prompts/d/v1.md': '---\noutput: { jsonSchema: ../../schemas/s.json }\n---\nHi',
      'prompts/e/v1.md': '---\noutput: { jsonSchema: ../../../elsewhere.json }\n---\nHi',
      'prompts/f/v1.md': '{% include "shared" %}',
    });
    await symlink(join(root, 'prompts/shared/real.md'), join(root, 'prompts/shared/link.md'));
    await symlink(join(root, 'secret.md'), join(root, 'prompts/shared/out.md'));
    await symlink(root, join(root, 'prompts/away'));
    await mkdir(join(root, 'prompts/g'));
    await symlink(join(root, 'secret.md'), join(root, 'prompts/g/v1.md'));
    return diskTree(root);
  };
  const rows: [name: string, problems: string[]][] = [
    ['a', []],
    ['b', ['include-outside']],
    ['c', ['include-outside']],
    ['d', []],
    ['e', ['schema-outside']],
    ['f', ['unreadable-file']],
    ['g', ['unreadable-file']],
  ];
  test.each(rows)('%s', async (name, problems) => {
    const checked = await readPrompt({ name, version: 1, file: `prompts/${name}/v1.md` }, await setUp());
    expect(checked.problems.map(({ code }) => code)).toEqual(problems);
  });
});

test('any file is read or refused, with a place inside it', async () => {
  const piece = fc.constantFrom(
    '---', '\n', '\r\n', '<user>', '</user>', '<system>', '{{ a }}', '{{', '}}', '{% if a %}', '{% endif %}', 'inputs: [a]', 'settings:', '  topP: 1',
    'messages:', '  - role: user', '    content: |', '      x', '    content: ', '"', '\t', ' ', ':', '&a', '*a', '{', '[', '{% include "p" %}', '\uFEFF', '>',
  ); // biome-ignore format: a table
  const source = fc.oneof(
    fc.array(piece, { maxLength: 20 }).map((all) => all.join('')),
    fc.array(piece, { maxLength: 20 }).map((all) => all.join('\n')),
    fc.string(),
  );
  await fc.assert(
    fc.asyncProperty(source, fc.constantFrom(file, 'prompts/refund/v3.yml'), async (text, path) => {
      const { value, problems } = await read(text, { 'prompts/p': 'P' }, path);
      const lines = text.split('\n').length;
      expect(value !== undefined || problems.length > 0).toBe(true);
      for (const { place } of problems) {
        expect(place!.line).toBeGreaterThanOrEqual(1);
        expect(place!.line).toBeLessThanOrEqual(lines + 1);
        expect(place!.column).toBeGreaterThanOrEqual(1);
      }
    }),
    { numRuns: 2000 },
  );
});
