import { expect, test } from 'vitest';
import { sideReference } from '../../../src/cli/diff/side-reference.ts';

test.each([
  ['latest', { kind: 'run', run: 'latest' }, []],
  ['ab12', { kind: 'run', run: 'ab12' }, []],
  ['latest#gpt-5', { kind: 'run', run: 'latest' }, ['gpt-5']],
  ['#gpt-5', { kind: 'run', run: 'latest' }, ['gpt-5']],
  ['ab12#tone@v3#openai:gpt-5', { kind: 'run', run: 'ab12' }, ['tone@v3', 'openai:gpt-5']],
  ['ab12#tone@v3 · openai:gpt-5', { kind: 'run', run: 'ab12' }, ['tone@v3 · openai:gpt-5']],
  ['ab12#', { kind: 'run', run: 'ab12' }, []],
  ['', { kind: 'run', run: 'latest' }, []],
  ['baseline', { kind: 'baseline' }, []],
  ['baseline#fast', { kind: 'baseline' }, ['fast']],
  ['git:main', { kind: 'git', revision: 'main' }, []],
  ['git:origin/release/2#fast', { kind: 'git', revision: 'origin/release/2' }, ['fast']],
  ['git:HEAD~1', { kind: 'git', revision: 'HEAD~1' }, []],
  ['git:', { kind: 'git', revision: '' }, []],
  ['evals/baselines/s.json', { kind: 'file', file: 'evals/baselines/s.json' }, []],
  ['old.json#fast', { kind: 'file', file: 'old.json' }, ['fast']],
  ['.\\old', { kind: 'file', file: '.\\old' }, []],
  ['../other', { kind: 'file', file: '../other' }, []],
])('%s', (text, wanted, parts) => {
  expect(sideReference(text)).toMatchObject({ ...wanted, parts, reference: text });
});
