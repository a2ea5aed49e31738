import type { Case } from '../../src/domain/case.ts';

/** A case with everything that a test does not care about. */
export const makeCase = (more: Partial<Case> = {}): Case => ({
  id: 'a',
  vars: {},
  meta: {},
  tags: [],
  weight: 1,
  observe: false,
  checks: [],
  digest: '0',
  gradersDigest: 'g',
  ...more,
});
