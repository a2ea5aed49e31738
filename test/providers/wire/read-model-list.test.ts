import { expect, test } from 'vitest';
import { readModelList } from '../../../src/providers/wire/read-model-list.ts';

test.each([
  ['OpenAI', { object: 'list', data: [{ id: 'gpt-4o' }, { id: 'o3' }] }, ['gpt-4o', 'o3'], true],
  [
    'Anthropic, all',
    { data: [{ type: 'model', id: 'claude-haiku-4-5-20251001' }], has_more: false },
    ['claude-haiku-4-5-20251001'],
    true,
  ],
  ['Anthropic, the first page', { data: [{ id: 'a' }], has_more: true, last_id: 'a' }, ['a'], false],
  ['Google', { models: [{ name: 'models/gemini-2.5-flash' }] }, ['gemini-2.5-flash'], true],
  [
    'Google, the first page',
    { models: [{ name: 'tunedModels/x' }], nextPageToken: 'n' },
    ['tunedModels/x'],
    false,
  ],
  ['nothing in it', { data: [] }, [], true],
  ['entries of another kind', { data: ['a', null, { id: 3 }, { id: 'b' }] }, ['b'], true],
])('%s', (_, body, ids, isWhole) => {
  expect(readModelList(JSON.stringify(body))).toEqual({ ids, isWhole });
});

test.each(['', '<html>log in</html>', '[]', 'null', '"x"', '{"data":{}}', '{"error":{}}', '{"data":['])(
  '%j is no list',
  (body) => {
    expect(readModelList(body)).toBeUndefined();
  },
);
