import type { Ajv, ErrorObject, Options } from 'ajv';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { lazy } from '../flow/lazy.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { linearRegex } from './linear-regex.ts';

/** Checks a value against a schema; gives back what is wrong, empty when nothing is. */
export type Validate = (value: unknown) => readonly ErrorObject[];
type Validator = (schema: object | boolean) => Validate;

const older = /json-schema\.org\/draft-0[67]/;

const load = lazy(async (): Promise<Validator> => {
  const [{ Ajv2020 }, { Ajv }, formats, options] = await Promise.all([
    import('ajv/dist/2020.js'),
    import('ajv'),
    import('ajv-formats'),
    toOptions(),
  ]);
  return remembering((schema) => {
    const isOlder = typeof schema === 'object' && older.test(String(Reflect.get(schema, '$schema')));
    const ajv = isOlder ? new Ajv(options) : new Ajv2020(options);
    formats.default.default(ajv);
    replaceUniqueItems(ajv);
    const validate = ajv.compile(schema);
    return (value) => (validate(value) ? [] : (validate.errors ?? []));
  });
});

/** Typing mistakes in keywords are errors; the opinions of the library on style are not. */
async function toOptions(): Promise<Options> {
  const compile = await linearRegex();
  const regExp = (pattern: string) => Object.assign(compile(pattern), { toString: () => pattern });
  return {
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
    allowUnionTypes: true,
    code: { regExp: Object.assign(regExp, { code: 'linear' }) },
    logger: false,
  };
}

/** The stock keyword compares each item with each; a long list of maps from a model would hang it. */
function replaceUniqueItems(ajv: Ajv | Ajv2020): void {
  ajv.removeKeyword('uniqueItems').addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    error: { message: 'must not hold the same item twice' },
    validate: (isOn: boolean, items: unknown[]) =>
      !isOn || new Set(items.map((item) => canonicalJson(item))).size === items.length,
  });
}

/** Compiles each schema once, for as long as anybody holds it. */
function remembering(make: Validator): Validator {
  const known = new WeakMap<object, Validate>();
  return (schema) => {
    if (typeof schema === 'boolean') return make(schema);
    const validate = known.get(schema) ?? make(schema);
    known.set(schema, validate);
    return validate;
  };
}

/**
 * The compiler of JSON Schemas (draft 2020-12; 06 and 07 where `$schema` says so), each compiled once; a promise until
 * it is loaded. Patterns run in linear time. The compiler throws `Error` for a bad schema, an unknown keyword or format.
 */
export function schemaValidator(): Validator | Promise<Validator> {
  return load();
}
