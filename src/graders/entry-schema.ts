import { z } from 'zod';
import type { Catalog } from '../domain/catalog.ts';
import type { Grader } from '../domain/grader.ts';
import { isMap } from '../text/is-map.ts';

/** A JSON Schema, or a part of one. */
export type SchemaPart = { [key: string]: unknown };

const reference = {
  type: 'string',
  pattern: '^\\$(expect|vars|meta)(\\..+)?$',
  description: 'A value of the case: $expect, $vars.name, $meta.name. It keeps its type.',
};
const toReference = { $ref: '#/$defs/reference' };
const toEntry = { $ref: '#/$defs/grader' };

const common: SchemaPart = {
  name: {
    type: 'string',
    minLength: 1,
    description: "What it is called in reports; the grader's name when left out.",
  },
  weight: {
    type: 'number',
    minimum: 0,
    default: 1,
    description: 'How much it counts; 0 is shown and never counted.',
  },
  not: { type: 'boolean', default: false, description: 'Turns the verdict round.' },
  threshold: { type: 'number', minimum: 0, maximum: 1, description: 'The score from which it passes.' },
};

/**
 * The JSON Schema (2020-12) of one entry under `graders:`, derived from the shelf: the grader's name as the key, its
 * options and the common ones beside it, and `$expect` and the like wherever a value stands. It is a `$ref` into its
 * own `$defs` (`grader`, `reference`, and one for each grader): whoever puts it into a larger schema moves `$defs` to the root.
 */
export function entrySchema(shelf: Catalog<Grader>): SchemaPart {
  const own = shelf.all().map((grader) => [`grader-${grader.name}`, graderSchema(grader)] as const);
  const anyOf = own.map(([key]) => ({ $ref: `#/$defs/${key}` }));
  return { ...toEntry, $defs: { grader: { anyOf }, reference, ...Object.fromEntries(own) } };
}

function graderSchema(grader: Grader): SchemaPart {
  const options = Object.fromEntries(
    Object.entries(grader.options).map(([key, schema]) => [
      key,
      withReferences(toSchema(schema as z.ZodType)),
    ]),
  );
  const value = grader.holdsGraders ? held(grader) : withReferences(toSchema(grader.value));
  return {
    type: 'object',
    description: grader.summary,
    properties: { ...common, ...options, [grader.name]: { description: grader.summary, ...value } },
    required: [grader.name],
    additionalProperties: false,
  };
}

/** A list of entries, or one: the shape that the grader's own schema takes. */
function held({ value }: Grader): SchemaPart {
  return toSchema(value).type === 'array' ? { type: 'array', items: toEntry, minItems: 1 } : toEntry;
}

function toSchema(schema: z.ZodType): SchemaPart {
  const { $schema: _, ...part } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
  });
  return part;
}

/** Lets a reference stand for the value and for every value in it. A part without a type takes any text already. */
function withReferences(part: SchemaPart): SchemaPart {
  const { description, default: usual, ...rest } = part;
  const inner = mapParts(rest);
  const isAny = Object.keys(rest).length === 0;
  const said = {
    ...(description === undefined ? {} : { description }),
    ...(usual === undefined ? {} : { default: usual }),
  };
  return isAny ? said : { ...said, anyOf: [...alternatives(inner), toReference] };
}

const alternatives = (part: SchemaPart) =>
  Array.isArray(part.anyOf) && Object.keys(part).length === 1 ? (part.anyOf as SchemaPart[]) : [part];

function mapParts(part: SchemaPart): SchemaPart {
  const mapped = { ...part };
  if (isMap(part.items)) mapped.items = withReferences(part.items);
  if (Array.isArray(part.anyOf)) mapped.anyOf = part.anyOf.map((one: SchemaPart) => mapParts(one));
  if (isMap(part.properties)) {
    mapped.properties = Object.fromEntries(
      Object.entries(part.properties).map(([key, one]) => [key, withReferences(one as SchemaPart)]),
    );
  }
  return mapped;
}
