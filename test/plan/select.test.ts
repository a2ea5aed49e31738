import { expect, test } from 'vitest';
import { type Selection, select } from '../../src/plan/select.ts';
import { makeCase } from './make-case.ts';

const cases = [
  makeCase({ id: 'refund/late', tags: ['refund'] }),
  makeCase({ id: 'refund/late/typos', tags: ['refund', 'critical'], adversarial: 'typo' }),
  makeCase({ id: 'delivery/caf\u00e9', tags: ['delivery'] }),
  makeCase({ id: 'injected', adversarial: 'injection' }),
];

test.each<[Selection, string[]]>([
  [{}, ['refund/late', 'refund/late/typos', 'delivery/café', 'injected']],
  [{ cases: ['refund/*'] }, ['refund/late', 'refund/late/typos']],
  [{ cases: ['refund/late'] }, ['refund/late']],
  [{ cases: ['*typos', 'inj?cted'] }, ['refund/late/typos', 'injected']],
  [{ cases: ['delivery/cafe\u0301'] }, ['delivery/café']],
  [{ cases: ['nothing'] }, []],
  [{ tags: ['critical', 'delivery'] }, ['refund/late/typos', 'delivery/café']],
  [{ notTags: ['refund'] }, ['delivery/café', 'injected']],
  [{ tags: ['refund'], notTags: ['critical'] }, ['refund/late']],
  [{ adversarial: true }, ['refund/late/typos', 'injected']],
  [{ adversarial: ['injection'] }, ['injected']],
  [{ adversarial: true, tags: ['refund'] }, ['refund/late/typos']],
  [{ only: new Map([['suite', new Set(['injected'])]]) }, ['injected']],
  [{ only: new Map([['another', new Set(['injected'])]]) }, []],
])('%j', (selection, ids) => {
  expect(cases.filter(select(selection, 'suite')).map(({ id }) => id)).toEqual(ids);
});
