import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { entrySchema } from '../../src/graders/entry-schema.ts';
import { graders } from '../../src/graders/index.ts';
import { type FileKind, fileSchemas } from '../../src/load/file-schemas.ts';

const schemas = fileSchemas(entrySchema(graders));
const one = { id: 'x', input: 'a', expect: 'b' };
const config = (fields: object) => ({ models: { fast: { use: 'openai:gpt-5-mini', ...fields } } });

// An independent validator reads them, as an editor does.
test.each<[FileKind, unknown, boolean]>([
  ['suite', { suite: 'a', cases: [one] }, true],
  ['suite', { suite: 'a', casse: [one] }, false],
  ['suite', { suite: 'a', cases: [{ ...one, expct: 'b' }] }, false],
  ['suite', { suite: 'a', cases: [one], graders: [{ contains: 'b', ignoreCase: true }] }, true],
  ['suite', { suite: 'a', cases: [one], graders: [{ contians: 'b' }] }, false],
  ['suite', { suite: 'a', cases: [one], gate: { floor: { pas: 80 } } }, false],
  ['cases', one, true],
  ['cases', { ...one, expct: 'b' }, false],
  ['config', config({ settings: { temperature: 0 }, baseUrl: 'http://127.0.0.1/v1' }), true],
  ['config', config({ settings: { temprature: 0 } }), false],
  ['config', config({ price: { inpt: 1, output: 2 } }), false],
  ['config', { models: { fast: { us: 'openai:gpt-5-mini' } } }, false],
  ['config', { modles: {} }, false],
  ['prompt', { inputs: ['message'] }, true],
  ['prompt', { inptus: ['message'] }, false],
  ['quarantine', [{ suite: 'a', case: 'x', reason: 'flaky', until: '2026-12-31' }], true],
  ['quarantine', [{ suite: 'a', case: 'x', until: '2026-12-31' }], false],
  ['labels', { case: 'x', output: 'yes', label: 'pass' }, true],
  ['labels', { input: 'may I?', output: 'yes', label: 4, at: '2026-12-31', rater: 'ana' }, true],
  ['labels', { case: 'x', output: 'yes', labl: 'pass' }, false],
])('%s %j', (kind, value, isValid) => {
  expect(new Ajv2020({ strict: false, validateFormats: false }).validate(schemas[kind], value)).toBe(isValid);
});
