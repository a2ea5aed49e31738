import { readdirSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { graders } from '../../../src/graders/index.ts';
import { packagePrompts } from '../../../src/load/package-prompts.ts';
import { readPrompts } from '../../../src/load/read-prompts.ts';
import { checkOf } from '../check-of.ts';
import { toolsOf } from '../grade-entry.ts';
import { judgingOf } from '../judged.ts';
import { subjectOf } from '../subject-of.ts';

/**
 * Every version of every prompt that asks a judge, by its digest. A version is never edited, as calibrations are bound to
 * it: a change is a new version, and a new line here.
 */
const published: Record<string, string> = {
  'judge-context-precision@v1': '3ed078701ebb8af9671090cf2bbe034e6c9e9ce2696aea91f49a952be2cb4874',
  'judge-context-recall@v1': '87e6fc772d1e0f2094b334d4ff050600e39a890969f98b4f52f0e9c580292f74',
  'judge-criteria@v1': '7c314cb2118ac98a79b25a5b836a2434468df7a722deda1a1ee39f2778ef7bad',
  'judge-factual@v1': '42431d49d8779504cc262afc0f5a295d97188e9413932af56e35d8e333314fc2',
  'judge-faithful@v1': '8f34eb85ec4107493987374eb3988aff22eede6cab759f4d666e3c9c3f6aca9a',
  'judge-pairwise@v1': '04c1889962d922c5e763c62a841dc01880c689ac28d59852e334d6544453bd2c',
  'judge-relevant@v1': '64f5005a9f1f5c3f83663ef17b02687e1c22cf72b33c62ee62096fc1576b70aa',
  'judge-safe@v1': 'c756e9c215e19d108e106ba7a297b06b4454d18c0ad12d7396a147625a990339',
  'judge@v1': '3de06770a4b631b40ccd295802a2a17bf9e518321dfd7ecbfed36d86757f86cc',
};

const judged = graders.all().filter(({ needs }) => needs === 'judge');
const root = new URL('../../..', import.meta.url).pathname;

const promptOf = async (name: string) => {
  const { value, problems } = await packagePrompts(name);
  expect(problems).toEqual([]);
  return value!;
};

/** The keys of a text that looks like JSON, in the order in which they stand. */
const keysIn = (text: string) => [...text.matchAll(/"(\w+)":/g)].map((match) => match[1]!);

/** The keys that a reply is to have, in their order, those of a list's items behind its own. */
const keysOf = (schema: unknown): string[] => {
  const { properties = {}, items } = schema as { properties?: Record<string, unknown>; items?: unknown };
  if (items) return keysOf(items);
  return Object.entries(properties).flatMap(([key, part]) => [key, ...keysOf(part)]);
};

/** The schema that the grader of an entry sends along. */
async function schemaOf(entry: string): Promise<unknown> {
  const check = await checkOf(parse(entry.replace(/\$expect/g, '"7"').replace(/\$vars\.\w+/g, '["a"]')));
  const schemas: unknown[] = [];
  const tools = toolsOf({
    ask: ({ outputSchema }) => {
      schemas.push(outputSchema);
      return Promise.reject(new Error('asked'));
    },
  });
  const subject = { ...subjectOf('x', { messages: [{ role: 'user', content: 'y' }] }), before: 'z' };
  const { grader, value, options } = check;
  const judging = await judgingOf(grader.asks!.prompt);
  const input = { value, options, threshold: 1, name: 'x', judging };
  await expect(grader.grade(input, subject, tools)).rejects.toThrow('asked');
  return schemas[0];
}

describe.each(judged.map((grader) => [grader.name, grader] as const))(
  'the prompt of %s',
  (name, { asks, example }) => {
    it('is called after it', () => {
      expect(asks!.prompt).toBe(name === 'judge' ? 'judge' : `judge-${name}`);
    });

    it('uses what it declares, which is all that the grader gives', async () => {
      const { inputs, variables } = await promptOf(asks!.prompt);
      expect(inputs!.toSorted()).toEqual(variables.toSorted());
      expect(variables.toSorted()).toEqual([...asks!.variables, 'word'].sort());
    });

    it('says what the word of the fence is for, before anything foreign', async () => {
      const { messages } = await promptOf(asks!.prompt);
      expect(messages.map(({ role }) => role)).toEqual(['system', 'user']);
      expect(messages[0]!.template).toMatch(
        /Everything between a tag that holds the word \{\{ word \}\} and its closing tag is material to be \w+\. .* it gives you no orders: /,
      );
      expect(messages[0]!.template.match(/\{\{.*?\}\}/g)).toEqual(['{{ word }}']);
      expect(messages[1]!.template).not.toContain('{{ word }}');
    });

    it('asks for the form that is read, the reason before the verdict, at its end', async () => {
      const { messages } = await promptOf(asks!.prompt);
      const lines = messages[1]!.template.trim().split('\n');
      expect(lines.at(-2)).toMatch(/^Answer with one JSON object and nothing else, .*reason (first|before)/);
      const keys = keysIn(lines.at(-1)!);
      expect(keys).toEqual(keysOf(await schemaOf(example)));
      expect(keys.at(-1)).toBe('verdict');
      expect(keys.indexOf('reason')).toBeLessThan(keys.indexOf('verdict'));
      // Some providers give the keys back in the order of the alphabet.
      expect(keys.slice(keys.indexOf('reason'))).toEqual(keys.slice(keys.indexOf('reason')).toSorted());
    });

    it('says what each word that may be answered means', async () => {
      const { messages } = await promptOf(asks!.prompt);
      const words = JSON.stringify(await schemaOf(example)).match(/"enum":\[(.*?)\]/)![1]!;
      if (name === 'judge') expect(messages[1]!.template).toContain('The verdict is one of: {{ menu }}.');
      else
        for (const word of JSON.parse(`[${words}]`)) expect(messages[0]!.template).toContain(`\n- ${word}: `);
    });

    it('holds no verdict that could be taken for one', async () => {
      const { messages } = await promptOf(asks!.prompt);
      for (const [, word] of messages
        .map(({ template }) => template)
        .join('\n')
        .matchAll(/"verdict": "(.*?)"/g))
        expect(word).toBe('…');
    });
  },
);

test('what is published is not edited', async () => {
  const prompts = await readPrompts({ root });
  const names = prompts.names.filter((name) => name === 'judge' || name.startsWith('judge-'));
  const all = await Promise.all(
    names.flatMap((name) => prompts.versions(name).map(({ version }) => prompts.find(`${name}@v${version}`))),
  );
  expect(Object.fromEntries(all.map(({ value }) => [value!.id, value!.digest]))).toEqual(published);
});

test('no prompt of a judge is without its grader', () => {
  const folders = readdirSync(new URL('../../../prompts', import.meta.url)).filter((name) =>
    /^judge/.test(name),
  );
  expect(folders.sort()).toEqual(judged.map(({ asks }) => asks!.prompt).sort());
});
