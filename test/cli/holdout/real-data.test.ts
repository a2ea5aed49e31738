import { existsSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keyPair } from '../../store/holdout/sealed-project.ts';
import { holdoutProject } from './holdout-project.ts';

const file = new URL('../../../../shared/data/banking77-train.jsonl', import.meta.url);
const isHere = existsSync(file);
if (!isHere) console.log('holdout: ../shared/data is not here, so its test is skipped');

/** Every seventh message of a bank's customers. */
const messages = () =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .filter((_, at) => at % 7 === 0)
    .map((line): { text: string; intent: string } => JSON.parse(line));

const suite =
  'suite: bank\nmodels: [embedded:echo]\nprompt: reply@v1\ngraders: [{ contains: $meta.word }]\ncases:\n  - from: cases/bank.jsonl\n';

test.skipIf(!isHere)(
  'messages of a bank: a part is sealed; what is planted of it is found without a key, and nothing else',
  async () => {
    const own = await keyPair();
    const rows = messages().map(({ text, intent }, n) =>
      JSON.stringify({ id: `m${n}`, input: text, tags: [intent], meta: { word: 'e' } }),
    );
    const { root, run, read } = await holdoutProject({
      'evals/a.eval.yaml': suite,
      'evals/cases/bank.jsonl': `${rows.join('\n')}\n`,
    });
    await rm(join(root, 'evals/a.holdout.yaml'));
    const key = { EVALS_HOLDOUT_KEY: own.identity };
    const split = await run(
      ['holdout', 'split', 'bank', '--share', '0.2', '--seed', '7', '--seal', '--to', own.recipient],
      key,
    );
    expect(split).toMatchObject({ code: 0, err: '' });
    const left = (await read('evals/cases/bank.jsonl')).split('\n').filter(Boolean);
    expect(rows.length - left.length).toBe(Math.round(rows.length * 0.2));

    // None is an exact copy or a duplicate; a few are alike by estimate, and that is no error.
    const clean = await run(['holdout', 'check']);
    expect([clean.code, clean.codes.every((code) => code.startsWith('holdout-leak'))]).toEqual([0, true]);
    expect(clean.err).not.toMatch(/repeats|quotes/);
    expect(await run(['holdout', 'check'], key)).toMatchObject({ code: 0, err: '' });

    const ids = new Set(left.map((line) => JSON.parse(line).id));
    const taken = rows
      .map((row) => JSON.parse(row))
      .filter(({ id, input }) => !ids.has(id) && input.split(' ').length > 12);
    const planted = taken.slice(0, 3).map(({ input }): string => input);
    const near = planted[1]!.replace(/\b(my|the|a|I)\b/, 'our');
    await writeFile(
      join(root, 'evals/cases/bank.jsonl'),
      `${left.join('\n')}\n${JSON.stringify({ id: 'copied', input: ` ${planted[0]!.toUpperCase()}`, meta: { word: 'E' } })}\n${JSON.stringify({ id: 'near', input: near, meta: { word: 'e' } })}\n`,
    );
    await writeFile(
      join(root, 'prompts/reply/v1.md'),
      `---\ninputs: [message]\n---\nExamples:\n- "${planted[2]}" is about a card.\n\n{{ message }}\n`,
    );
    for (const env of [{}, key]) {
      const found = await run(['holdout', 'check'], env);
      expect(found.code).toBe(2);
      expect(found.err).toContain('Case "copied" of evals/a.eval.yaml repeats a holdout case.');
      expect(found.err).toMatch(
        /Case "near" of evals\/a\.eval\.yaml (is \d+ % like|quotes) a holdout case\./,
      );
      expect(found.err).toMatch(/Line 5 of prompts\/reply\/v1\.md (repeats|quotes) a holdout case\./);
      expect(found.codes.at(-1)).toBe('holdout-spoilt');
      for (const text of planted) expect(found.err).not.toContain(text);
    }
  },
  120_000,
);
