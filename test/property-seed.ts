import fc from 'fast-check';

// The same examples at every run, so that a merge is never blocked by luck; PROPERTY_SEED=random looks for new ones.
const { PROPERTY_SEED: seed, PROPERTY_RUNS: runs } = process.env;
fc.configureGlobal({
  ...(seed === 'random' ? {} : { seed: Number(seed ?? 20_261_121) }),
  ...(runs === undefined ? {} : { numRuns: Number(runs) }),
});
