import { type Catalog, catalog } from '../domain/catalog.ts';
import type { Grader } from '../domain/grader.ts';
import { all } from './all.ts';
import { any } from './any.ts';
import { bleu } from './bleu.ts';
import { canary } from './canary.ts';
import { contains } from './contains.ts';
import { contextPrecision } from './context-precision.ts';
import { contextRecall } from './context-recall.ts';
import { cost } from './cost.ts';
import { criteria } from './criteria.ts';
import { endsWith } from './ends-with.ts';
import { equals } from './equals.ts';
import { factual } from './factual.ts';
import { faithful } from './faithful.ts';
import { finish } from './finish.ts';
import { json } from './json.ts';
import { jsonPath } from './json-path.ts';
import { jsonSchema } from './json-schema.ts';
import { judge } from './judge.ts';
import { language } from './language.ts';
import { latency } from './latency.ts';
import { leaks } from './leaks.ts';
import { length } from './length.ts';
import { matches } from './matches.ts';
import { module } from './module.ts';
import { not } from './not.ts';
import { number } from './number.ts';
import { oneOf } from './one-of.ts';
import { pairwise } from './pairwise.ts';
import { refuses } from './refuses.ts';
import { relevant } from './relevant.ts';
import { rouge } from './rouge.ts';
import { safe } from './safe.ts';
import { sameJson } from './same-json.ts';
import { similar } from './similar.ts';
import { startsWith } from './starts-with.ts';
import { tokens } from './tokens.ts';
import { toolCalled } from './tool-called.ts';
import { weighted } from './weighted.ts';

/** The graders' shelf: every key that may stand under `graders:`. */
export const graders: Catalog<Grader> = catalog('grader', [
  equals,
  oneOf,
  contains,
  startsWith,
  endsWith,
  matches,
  number,
  json,
  jsonSchema,
  jsonPath,
  sameJson,
  length,
  similar,
  rouge,
  bleu,
  language,
  refuses,
  leaks,
  canary,
  toolCalled,
  finish,
  latency,
  cost,
  tokens,
  module,
  judge,
  criteria,
  factual,
  faithful,
  relevant,
  contextRecall,
  contextPrecision,
  pairwise,
  safe,
  not,
  all,
  any,
  weighted,
]);
