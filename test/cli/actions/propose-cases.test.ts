import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { filesOnDisk } from '../../load/files-on-disk.ts';
import { fakeWorld } from './fake-world.ts';
import { type Deed, typingWorld } from './typing-world.ts';

const suite = `suite: desk
prompt: desk@latest
models: [embedded:echo]
cases:
  - from: cases/*.jsonl
  - { id: late, input: "Order A-1047 is late.", expect: delivery }
  - { id: broken, input: "The lamp is broken.", expect: return, tags: [return] }
`;
/** Writes what it was asked for, and misbehaves where the text says so. */
const model = `import { appendFileSync } from 'node:fs';
export default async ({ messages }) => {
  const all = messages.map(({ content }) => content).join('\\n');
  appendFileSync(new URL('./asked.txt', import.meta.url), all + '\\n=====\\n');
  const language = /Translate it into (.*)\\./.exec(all)?.[1];
  const text = /<text \\w+>\\n([\\s\\S]*?)\\n<\\/text/.exec(all)[1];
  if (text.includes('nonsense')) return 'I would rather talk about lamps.';
  if (text.includes('down')) throw new Error('out of order');
  const changed = text.includes('forgetful') ? 'Something is late.' : language + ': ' + text;
  return 'Here it is:\\n' + JSON.stringify({ text: changed });
};
`;
const files = {
  'evals/desk.eval.yaml': suite,
  'evals/cases/own.jsonl': '{"id":"mine","input":"I wrote this myself.","expect":"other"}\n',
  'prompts/desk/v1.md': '<system>\nSort the messages.\n</system>\n<user>\n{{ message }}\n</user>\n',
  'model.mjs': model,
};
const proposed = 'evals/cases/desk.proposed.jsonl';
const accepted = 'evals/cases/desk.mutations.jsonl';
const flags = ['--model', 'module:./model.mjs', '--languages', 'de,es', '--kinds', 'translation'];

async function say(folder: string, ...words: string[]) {
  const world = { ...fakeWorld(folder), arguments: words };
  const code = await main(world);
  return { code, out: world.shown(), err: world.told() };
}
const mutate = (folder: string, ...words: string[]) =>
  say(folder, 'cases', 'mutate', 'desk', '--quiet', ...words);
async function review(folder: string, keys: readonly Deed[], ...words: string[]) {
  const world = { ...typingWorld(folder, keys), arguments: ['cases', 'review', ...words] };
  const code = await main(world);
  const { screens, restored } = world;
  return { code, told: world.rest(), err: world.told(), screens, restored };
}
const textOf = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');
const rowsOf = (folder: string, name: string) =>
  existsSync(join(folder, name))
    ? textOf(folder, name)
        .trim()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];
const askedTimes = (folder: string) => rowsOfText(folder).length;
const rowsOfText = (folder: string) =>
  textOf(folder, 'asked.txt')
    .split('=====')
    .filter((one) => one.trim());

describe('evals cases mutate --model', () => {
  it('keeps what a model writes where no suite reads it, though a glob would fit', async () => {
    const folder = await filesOnDisk(files);
    const { code, out, err } = await mutate(folder, ...flags);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      'evals/cases/desk.proposed.jsonl'.replace(/^/, '6 proposals in ') +
        ': no suite reads it before somebody has accepted them.\nNext: evals cases review evals/cases/desk.proposed.jsonl\n',
    );
    const [first] = rowsOf(folder, proposed);
    expect(first).toEqual({
      schemaVersion: 1,
      suite: 'desk',
      variable: 'message',
      before: 'The lamp is broken.',
      lost: [],
      to: 'desk.mutations.jsonl',
      row: {
        id: 'broken/translation',
        parent: 'broken',
        adversarial: 'translation',
        tags: ['return'],
        group: 'broken',
        vars: { message: 'German: The lamp is broken.' },
        expect: 'return',
        meta: {
          mutation: {
            model: 'module:./model.mjs',
            prompt: 'evals/mutate-translation@v1',
            how: 'de',
            of: expect.any(String),
          },
        },
      },
    });
    expect((await say(folder, 'check', 'desk')).out).toContain('3 cases');
  });

  it('tells the model what has to stay, in a fence', async () => {
    const folder = await filesOnDisk(files);
    await mutate(folder, ...flags, '--case', 'late', '--languages', 'pt-BR');
    const [asked] = rowsOfText(folder);
    expect(asked).toMatch(/<text (\w{14})>\nOrder A-1047 is late\.\n<\/text \1>/);
    expect(asked).toMatch(/<keep 1 (\w{14})>\nA-1047\n<\/keep 1 \1>/);
    expect(asked).toContain('Translate it into Brazilian Portuguese.');
  });

  it('asks for nothing twice, whatever became of it', async () => {
    const folder = await filesOnDisk(files);
    await mutate(folder, ...flags, '--case', 'late');
    await review(folder, ['a', 'r', 'q']);
    const { out } = await mutate(folder, ...flags, '--case', 'late', '--cache', 'off');
    expect(out).toContain('Nothing new to ask for');
    expect(askedTimes(folder)).toBe(2);
    await mutate(
      folder,
      '--model',
      'module:./model.mjs',
      '--case',
      'late',
      '--kinds',
      'paraphrase',
      '--per-case',
      '2',
    );
    expect(askedTimes(folder)).toBe(4);
  });

  it('says what a reply lost, and of which replies nothing can be made', async () => {
    const more = `  - { id: bad, input: "nonsense", expect: x }
  - { id: off, input: "It is down.", expect: x }
  - { id: lost, input: "My forgetful order B-22 is late.", expect: x }
`;
    const folder = await filesOnDisk({ ...files, 'evals/desk.eval.yaml': suite + more });
    const { code, out } = await mutate(
      folder,
      '--model',
      'module:./model.mjs',
      '--languages',
      'de',
      '--kinds',
      'translation',
    );
    expect(out).toContain('1 reply was of no use: it holds no text.');
    expect(out).toMatch(/1 request failed: .*out of order/);
    expect(code).toBe(3);
    expect(rowsOf(folder, proposed).find(({ row }) => row.parent === 'lost').lost).toEqual(['B-22']);
  });

  it('stops where the budget ends, keeps what came, and goes on with the rest', async () => {
    const folder = await filesOnDisk(files);
    const { code, out } = await mutate(folder, ...flags, '--max-calls', '2');
    expect(code).toBe(4);
    expect(out).toContain('Stopped as the budget is used up: 4 texts not asked for.');
    expect(rowsOf(folder, proposed)).toHaveLength(2);
    expect((await mutate(folder, ...flags)).code).toBe(0);
    expect(rowsOf(folder, proposed)).toHaveLength(6);
  });

  it('asks nobody with --dry-run', async () => {
    const folder = await filesOnDisk(files);
    expect((await mutate(folder, ...flags, '--dry-run')).out).toContain(
      '6 texts of 3 cases would be asked for',
    );
    expect(existsSync(join(folder, 'asked.txt'))).toBe(false);
  });

  it('makes the other kinds beside it', async () => {
    const folder = await filesOnDisk(files);
    const { out } = await mutate(folder, '--model', 'module:./model.mjs', '--kinds', 'typo,paraphrase');
    expect(out).toContain('3 variants of 3 cases in evals/cases/desk.mutations.jsonl.');
    expect(out).toContain('3 proposals in evals/cases/desk.proposed.jsonl');
  });

  test.each([
    [['--model', 'modul:./model.mjs'], 'There is no provider called "modul"'],
    [['--model', 'module:./none.mjs'], 'none.mjs'],
    [['--model', 'openai:gpt-5-mini', '--offline'], '--offline forbids it'],
    [
      ['--model', 'module:./model.mjs', '--languages', 'german'],
      'codes of languages such as de or pt-BR, not "german"',
    ],
    [['--model', 'module:./model.mjs', '--kinds', 'translation'], 'translation needs the languages'],
    [['--languages', 'de'], '--languages goes with --model'],
    [['--model', 'module:./model.mjs', '--kinds', 'typo'], '--kinds names none of them'],
  ])('refuses %j', async (words, told) => {
    const folder = await filesOnDisk(files);
    const { code, err } = await mutate(folder, ...words);
    expect(err).toContain(told);
    expect(code).toBe(2);
  });
});

describe('evals cases review', () => {
  const withProposals = async (more = {}) => {
    const folder = await filesOnDisk({ ...files, ...more });
    await mutate(folder, ...flags, '--case', 'broken,late');
    return folder;
  };

  it('shows both texts beside each other, moves what is accepted and remembers what is rejected', async () => {
    const folder = await withProposals();
    const { code, told, screens, restored } = await review(folder, ['a', 'r', 's', 'a', 'q']);
    expect(code).toBe(0);
    expect(screens[0]).toMatch(/The lamp is broken\. +│ German: The lamp is broken\./);
    expect(screens[0]).toContain('the right answer, then as now');
    expect(told).toContain('Accepted 2 proposals into desk.mutations.jsonl, rejected 1; 1 waits.');
    expect(restored()).toBe(1);
    expect(rowsOf(folder, accepted).map(({ id, vars }) => [id, vars.message])).toEqual([
      ['broken/translation', 'German: The lamp is broken.'],
      ['late/translation-2', 'Spanish: Order A-1047 is late.'],
    ]);
    expect(rowsOf(folder, proposed).map(({ row, decision }) => [row.id, decision])).toEqual([
      ['broken/translation-2', 'rejected'],
      ['late/translation', undefined],
    ]);
    expect((await say(folder, 'check', 'desk')).out).toContain('5 cases');
  });

  it('goes on where it was', async () => {
    const folder = await withProposals();
    expect((await review(folder, ['a', '\u0003'])).code).toBe(130);
    const again = await review(folder, ['a', 'a', 'a', 'q']);
    expect(again.screens[0]).toContain('broken/translation-2');
    expect(rowsOf(folder, accepted)).toHaveLength(4);
    expect(rowsOf(folder, proposed)).toEqual([]);
    expect((await review(folder, [])).err).toContain('There are no proposals');
  });

  it('takes back', async () => {
    const folder = await withProposals();
    const before = textOf(folder, proposed);
    await review(folder, ['a', 'r', 'u', 'u', 'q']);
    expect(textOf(folder, proposed)).toBe(before);
    expect(existsSync(join(folder, accepted))).toBe(false);
  });

  it('leaves what others write into the file of variants meanwhile, and no id twice', async () => {
    const folder = await withProposals();
    const own = {
      id: 'late/translation',
      parent: 'late',
      adversarial: 'translation',
      vars: { message: 'x' },
      expect: 'delivery',
    };
    await review(folder, [
      'a',
      () => writeFile(join(folder, accepted), `${textOf(folder, accepted)}${JSON.stringify(own)}\n`),
      'a',
      'a',
      'q',
    ]);
    expect(rowsOf(folder, accepted).map(({ id }) => id)).toEqual([
      'broken/translation',
      'broken/translation-2',
      'late/translation',
      'late/translation-2',
    ]);
  });

  it('does not show again what was accepted when the machine stopped', async () => {
    const folder = await withProposals();
    const before = textOf(folder, proposed);
    await review(folder, ['a', 'q']);
    await writeFile(join(folder, proposed), before);
    expect((await review(folder, ['q'])).screens[0]).toContain('broken/translation-2');
  });

  it('says which line the suite needs', async () => {
    const folder = await withProposals({
      'evals/desk.eval.yaml': suite.replace('cases/*.jsonl', 'cases/own.jsonl'),
    });
    expect((await review(folder, ['a', 'q'])).told).toContain('  - from: cases/desk.mutations.jsonl\n');
  });

  it('refuses without a terminal, with several files, and with one that cannot be read', async () => {
    const folder = await withProposals();
    expect(await say(folder, 'cases', 'review')).toMatchObject({
      code: 2,
      err: expect.stringContaining('keyboard of a terminal'),
    });
    await writeFile(join(folder, 'evals/cases/two.proposed.jsonl'), textOf(folder, proposed));
    expect((await review(folder, [])).err).toContain(
      'several files: evals/cases/desk.proposed.jsonl, evals/cases/two.proposed.jsonl.',
    );
    expect((await review(folder, ['q'], proposed)).code).toBe(0);
    await writeFile(join(folder, proposed), '{"schemaVersion":2}\n{"schemaVersion":1,"suite":"desk"}\n');
    const { err, code } = await review(folder, [], proposed);
    expect(err).toContain('newer version of evals (format 2)');
    expect(err).toContain('variable');
    expect(code).toBe(2);
    const outside = textOf(folder, 'evals/cases/two.proposed.jsonl').replaceAll('"to":"', '"to":"../../');
    await writeFile(join(folder, proposed), outside);
    expect((await review(folder, ['a', 'q'], proposed)).err).toContain('a .jsonl file in the same folder');
  });
});
