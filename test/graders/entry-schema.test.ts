import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { entrySchema } from '../../src/graders/entry-schema.ts';
import { graders } from '../../src/graders/index.ts';

const validate = new Ajv2020({ strict: false }).compile(entrySchema(graders));

describe('entrySchema', () => {
  it.each(graders.all().map(({ name, example }) => [name, example]))(
    'accepts the example of %s',
    (_, example) => {
      expect(validate(parse(example)), JSON.stringify(validate.errors)).toBe(true);
    },
  );

  it.each([
    { equals: '$expect' },
    { equals: { a: ['$vars.x'] } },
    { number: '$expect', after: '$meta.marker', tolerance: '$vars.off' },
    { length: { max: '$vars.max' }, unit: 'words' },
    { contains: ['$vars.one', 'two'], weight: 0, name: 'n', threshold: 0.5, not: true },
    { json: true, repair: true },
    { not: { any: [{ contains: 'a' }, { all: [{ equals: 1 }] }] } },
    { 'tool-called': ['f', { name: 'g', arguments: { a: 1 } }] },
    { 'tool-called': '$expect' },
    { 'json-schema': { type: 'object' } },
    { 'json-schema': { file: './a.json' } },
  ])('accepts %j', (entry) => {
    expect(validate(entry), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each([
    {},
    { contains: 'a', equals: 'b' },
    { contain: 'a' },
    { contains: 'a', ignorecase: true },
    { contains: 1 },
    { contains: '' },
    { length: { most: 3 } },
    { length: 3, unit: 'pages' },
    { length: 3, weight: -1 },
    { length: 3, threshold: 2 },
    { length: 3, not: { contains: 'a' } },
    { any: { contains: 'a' } },
    { any: [] },
    { all: [{ contain: 'a' }] },
    { refuses: 'maybe' },
    { finish: 'done' },
  ])('refuses %j', (entry) => {
    expect(validate(entry)).toBe(false);
  });

  it('is plain JSON without a reference to anything but its own definitions', () => {
    const schema = entrySchema(graders);
    const text = JSON.stringify(schema);
    expect(JSON.parse(text)).toEqual(schema);
    const names = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]!.replace('#/$defs/', ''));
    expect(names.filter((name) => !Object.hasOwn(schema.$defs as object, name))).toEqual([]);
  });
});
