import { describe, expect, test } from 'vitest';
import { backoff } from '../../src/execute/backoff.ts';

describe('backoff', () => {
  test.each([
    { attempt: 1, random: 1, wait: 500 },
    { attempt: 1, random: 0, wait: 0 },
    { attempt: 2, random: 0.5, wait: 500 },
    { attempt: 3, random: 1, wait: 2000 },
    { attempt: 6, random: 1, wait: 16_000 },
    { attempt: 7, random: 1, wait: 30_000 },
    { attempt: 2000, random: 1, wait: 30_000 },
    { attempt: 1, random: 0.3, asked: 7000, wait: 7000 },
    { attempt: 5, random: 0.3, asked: 0, wait: 0 },
    { attempt: 1, random: 0.3, asked: -5, wait: 0 },
    { attempt: 1, random: 0.3, asked: 3_600_000, wait: 120_000 },
  ])('attempt $attempt, random $random, asked for $asked: $wait ms', ({ attempt, random, asked, wait }) => {
    expect(backoff(attempt, random, asked)).toBe(wait);
  });
});
