import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import type { World } from '../../../src/cli/world.ts';
import { filesOnDisk } from '../../load/files-on-disk.ts';
import { fakeWorld } from './fake-world.ts';

const secret = 'quartz-vulture-77-secret';
const suite = `suite: desk
prompt: desk@latest
models: [embedded:echo]
vars: { tone: friendly }
graders:
  - contains: $expect
cases:
  - id: late
    input: "Where is the parcel that you sent to me last week?"
    expect: delivery
`;
const rows = [
  { request: { text: `I am ana@x.example, call +49 30 901820, code ${secret}.` }, output: 'Dear ana@x.example', right: 'contact' },
  { input: 'WHERE is the parcel that you sent to me last week??', output: 'here', right: 'delivery' },
  { input: 'How do I pay with a gift card?', output: 'You cannot.', right: 'payment' },
  { other: 1 },
  { input: 'How do I pay with a gift card ?', right: 'payment' },
  { messages: [{ role: 'system', content: 'x' }, { role: 'user', content: 'Is it open on Sunday?' }] },
]; // biome-ignore format: one row a line
const files = {
  'evals/desk.eval.yaml': suite,
  'prompts/desk/v1.md': '---\ninputs: [message, tone]\n---\n{{ tone }} {{ message }}\n',
  'failures.jsonl': rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
};
const target = 'evals/cases/desk.jsonl';
const rowsIn = (folder: string, file = target) =>
  readFileSync(join(folder, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

async function call(world: World & { shown(): string; told(): string }, ...words: string[]) {
  const code = await main({ ...world, arguments: ['cases', 'add', ...words] });
  return { code, out: world.shown(), err: world.told() };
}
const add = (folder: string, ...words: string[]) =>
  call(fakeWorld(folder, { DESK_SECRET: secret }), 'desk', '--from-log', 'failures.jsonl', ...words);
const all = ['--id-prefix', 'may', '--tags', 'production, refund', '--expect-field', 'right'];

describe('where nobody is asked', () => {
  test('rows become cases, without what is personal or secret, and without those that are cases already', async () => {
    const folder = await filesOnDisk(files);
    const { code, out, err } = await add(folder, ...all, '--observe');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(rowsIn(folder)).toEqual([
      {
        id: expect.stringMatching(/^may-[0-9a-f]{8}$/),
        vars: { message: 'I am <email-1>, call <phone-1>, code [redacted].' },
        expect: 'contact',
        tags: ['production', 'refund'],
        meta: { log: 'failures.jsonl:1', answered: 'Dear <email-1>' },
      },
      expect.objectContaining({ vars: { message: 'How do I pay with a gift card?' }, expect: 'payment' }),
      expect.objectContaining({
        vars: { message: 'Is it open on Sunday?' },
        observe: true,
        meta: { log: 'failures.jsonl:6' },
      }),
    ]);
    expect(out).not.toContain('ana@x.example');
    expect(out).toContain('  taken out\n    <email-1>, <phone-1>\n');
    expect(out).toContain('3 cases added to evals/cases/desk.jsonl, 1 of them only observed');
    expect(out).toContain('Cases already: failures.jsonl:2 (late), failures.jsonl:5 (line 3).');
    expect(out).toContain('Without an input: failures.jsonl:4.');
    expect(out).toContain(
      'Add this line to evals/desk.eval.yaml, under "cases:":\n  - from: cases/desk.jsonl\n',
    );
  });

  test('once more they are all cases; the suite loads with them', async () => {
    const folder = await filesOnDisk({
      ...files,
      'evals/desk.eval.yaml': `${suite}  - from: cases/desk.jsonl\n`,
    });
    expect((await add(folder, ...all)).out).toContain('2 cases added to evals/cases/desk.jsonl.\n');
    const before = readFileSync(join(folder, target), 'utf8');
    const { out } = await add(folder, ...all);
    expect(out).toContain('0 cases added');
    expect(out).not.toContain('Add this line');
    expect(readFileSync(join(folder, target), 'utf8')).toBe(before);
  });

  test('what nothing says is right of is left out, and a dry run writes nothing', async () => {
    const folder = await filesOnDisk(files);
    const { out } = await add(folder, '--dry-run');
    expect(out).toContain(
      'Left out, as nothing says what is right: failures.jsonl:1, failures.jsonl:3, failures.jsonl:6.',
    );
    expect((await add(folder, ...all, '--dry-run')).out).toContain('2 cases would be added');
    expect(existsSync(join(folder, target))).toBe(false);
  });

  test('it is added after the end of a line that has none', async () => {
    const folder = await filesOnDisk({
      ...files,
      [target]: '{"id":"one","input":"What is open?","expect":"x"}',
    });
    await add(folder, ...all);
    expect(rowsIn(folder).map(({ id }) => id.slice(0, 4))).toEqual(['one', 'may-', 'may-']);
  });

  test('graders that need no expect grade every row', async () => {
    const folder = await filesOnDisk({
      ...files,
      'evals/desk.eval.yaml': suite.replace('$expect', 'friendly'),
    });
    const { out } = await add(folder, '--id-prefix', 'x', '--tags', '', '--observe');
    expect(out).toContain('3 cases added to evals/cases/desk.jsonl.\n');
    expect(rowsIn(folder)[0]).not.toHaveProperty('observe');
  });

  test.each([
    [['--tags', 'x'], 'say all of it: --id-prefix <text>, --expect-field <name> or --observe.'],
    [
      [...all, '--input-field', 'query'],
      'No row of "failures.jsonl" has "query", which --input-field names.',
    ],
    [[...all, '--input-field', 'other.text'], 'has "other.text"'],
    [[...all, '--var', 'tone'], '--var needs one of message, not "tone"'],
    [[...all, '--id-prefix', ' '], '--id-prefix needs a value'],
  ])('%j is refused', async (words, sentence) => {
    const { code, err } = await add(await filesOnDisk(files), ...words);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });

  test('a log without rows, without inputs, or that is no JSON is refused', async () => {
    const folder = await filesOnDisk(files);
    const refusal = async (log: string) => {
      writeFileSync(join(folder, 'failures.jsonl'), log);
      return (await add(folder, '--id-prefix', 'x', '--tags', 'x', '--observe')).err;
    };
    expect(await refusal('')).toContain('error[log-empty]');
    expect(await refusal('{"at":1}\n')).toContain('The rows have at.');
    expect(await refusal('{"input":')).toContain('failures.jsonl:1');
  });

  test('prompts with several variables take them by name, or the one that is said', async () => {
    const prompt = '---\ninputs: [message, order, tone]\n---\n{{ tone }} {{ message }} {{ order }}\n';
    const log = (row: object) => ({
      ...files,
      'evals/desk.eval.yaml': suite.replace('input:', 'vars:\n      order: A-1\n      message:'),
      'prompts/desk/v1.md': prompt,
      'failures.jsonl': `${JSON.stringify(row)}\n`,
    });
    const flags = ['--id-prefix', 'x', '--tags', 'x', '--observe'];
    const byName = await filesOnDisk(log({ input: { message: 'Hello there', order: 'B-2', more: 1 } }));
    await add(byName, ...flags);
    expect(rowsIn(byName)[0].vars).toEqual({ message: 'Hello there', order: 'B-2' });
    const fields = await filesOnDisk(log({ message: 'Hello there', order: 'B-2' }));
    await add(fields, ...flags);
    expect(rowsIn(fields)[0].vars).toEqual({ message: 'Hello there', order: 'B-2' });
    const unsaid = await filesOnDisk(log({ input: 'Hello there' }));
    expect((await add(unsaid, ...flags)).err).toContain('take several variables: message, order.');
    expect((await add(unsaid, ...flags, '--var', 'message')).err).toContain(
      'error[log-unfilled] failures.jsonl:1:1',
    );
  });
});

/** A person at a terminal who types this, key by key, each when the screen stands. */
function typing(folder: string, keys: readonly string[]) {
  const world = fakeWorld(folder, { DESK_SECRET: secret });
  const screens: string[] = [];
  let [now, restored, shown] = [0, 0, ''];
  return {
    ...world,
    screens,
    restored: () => restored,
    shown: () => shown,
    clock: { ...world.clock, now: () => (now += 1_000) },
    out: {
      ...world.out,
      isTerminal: true,
      width: 80,
      height: 24,
      write(text: string) {
        if (text.startsWith('\u001b[H')) screens.push(text);
        else shown += text;
      },
    },
    keys: {
      listen(onText: (text: string) => void) {
        void (async () => {
          for (const key of keys) {
            await new Promise((resolve) => setTimeout(resolve, 2));
            onText(key);
          }
        })();
        return () => {
          restored += 1;
        };
      },
    },
  };
}

describe('where somebody is asked', () => {
  const sit = async (...keys: string[]) => {
    const folder = await filesOnDisk(files);
    const world = typing(folder, keys);
    const { code } = await call(world, 'desk', '--from-log', 'failures.jsonl');
    const rowsNow = existsSync(join(folder, target)) ? rowsIn(folder) : [];
    return { folder, world, code, rows: rowsNow };
  };

  test('they see what is left of the row, and say id, tags and what is right', async () => {
    const { world, code, rows: written } = await sit('i', '\u0015', 'contact-ana', '\r', 't', 'contact, critical', '\r', 'e', 'contact', '\r', 'a', 's', 'a', 'q');
    expect(code).toBe(0);
    expect(world.screens[0]).toContain('desk · failures.jsonl');
    expect(world.screens[0]).toContain('1 of 3');
    expect(world.screens[0]).toContain('I am <email-1>, call <phone-1>, code [redacted].');
    expect(world.screens.join('')).not.toContain('ana@x.example');
    expect(world.screens.some((screen) => screen.includes('tags: contact, critical█'))).toBe(true);
    expect(written).toMatchObject([
      { id: 'contact-ana', expect: 'contact', tags: ['contact', 'critical'] },
      { vars: { message: 'Is it open on Sunday?' }, observe: true },
    ]);
    expect(world.restored()).toBe(1);
    expect(world.shown()).toContain('2 cases added to evals/cases/desk.jsonl, 1 of them only observed');
  }); // biome-ignore format: keys in a line

  test('an id that is taken is refused, and what was added stays after Ctrl-C', async () => {
    const { world, code, rows: written } = await sit('i', '\u0015', 'late', '\r', '\u0015', 'mine', '\r', 'a', 'i', '\u0015', 'mine', '\r', '\u0003');
    expect(code).toBe(130);
    expect(world.screens.filter((screen) => screen.includes('Another id, please: a case of the suite has it.'))).not.toEqual([]);
    expect(world.screens.filter((screen) => screen.includes('Another id, please: line 1 of the log has it.'))).not.toEqual([]);
    expect(written.map(({ id }) => id)).toEqual(['mine']);
  }); // biome-ignore format: keys in a line

  test('with --yes nobody is asked', async () => {
    const folder = await filesOnDisk(files);
    const world = typing(folder, []);
    const { code } = await call(world, 'desk', '--from-log', 'failures.jsonl', ...all, '--yes');
    expect({ code, screens: world.screens }).toEqual({ code: 0, screens: [] });
    expect(rowsIn(folder)).toHaveLength(2);
  });
});
