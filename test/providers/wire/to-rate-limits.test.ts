import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toRateLimits } from '../../../src/providers/wire/to-rate-limits.ts';
import { toResetMs } from '../../../src/providers/wire/to-reset-ms.ts';

const now = new Date('2025-01-01T00:00:00Z');

describe('what a server says', () => {
  test.each<{ what: string; headers: Record<string, string>; limits: unknown }>([
    { what: 'nothing', headers: { 'content-type': 'text/plain' }, limits: undefined },
    {
      what: 'OpenAI’s way, requests a day and tokens a minute',
      headers: {
        'x-ratelimit-limit-requests': '10000',
        'x-ratelimit-remaining-requests': '9999',
        'x-ratelimit-reset-requests': '8.64s',
        'x-ratelimit-limit-tokens': '200000',
        'x-ratelimit-remaining-tokens': '199980',
        'x-ratelimit-reset-tokens': '6ms',
      },
      limits: {
        requests: { limit: 10000, remaining: 9999, resetMs: 8640 },
        tokens: { limit: 200000, remaining: 199980, resetMs: 6 },
      },
    },
    {
      what: 'Anthropic’s way',
      headers: {
        'anthropic-ratelimit-requests-limit': '50',
        'anthropic-ratelimit-requests-remaining': '12',
        'anthropic-ratelimit-requests-reset': '2025-01-01T00:00:45Z',
        'anthropic-ratelimit-tokens-limit': '40000',
        'anthropic-ratelimit-tokens-remaining': '0',
        'anthropic-ratelimit-tokens-reset': '2025-01-01T00:01:00Z',
      },
      limits: {
        requests: { limit: 50, remaining: 12, resetMs: 45_000 },
        tokens: { limit: 40000, remaining: 0, resetMs: 60_000 },
      },
    },
    {
      what: 'plainly, until a moment since 1970',
      headers: { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '3', 'x-ratelimit-reset': '1735689630' },
      limits: { requests: { limit: 60, remaining: 3, resetMs: 30_000 } },
    },
    {
      what: 'as the older drafts of the IETF',
      headers: { 'ratelimit-limit': '100, 100;w=60', 'ratelimit-remaining': '50', 'ratelimit-reset': '30' },
      limits: { requests: { limit: 100, remaining: 50, resetMs: 30_000 } },
    },
    {
      what: 'as one list',
      headers: { ratelimit: 'limit=100, remaining=50, reset=30' },
      limits: { requests: { limit: 100, remaining: 50, resetMs: 30_000 } },
    },
    {
      what: 'as the newer drafts',
      headers: { ratelimit: '"default";r=50;t=30' },
      limits: { requests: { remaining: 50, resetMs: 30_000 } },
    },
    {
      what: 'nonsense',
      headers: {
        'x-ratelimit-limit-requests': '-5',
        'x-ratelimit-remaining-requests': 'NaN',
        'x-ratelimit-reset-requests': 'soon',
      },
      limits: undefined,
    },
    {
      what: 'something of which only a part can be read',
      headers: {
        'x-ratelimit-limit-requests': 'unlimited',
        'x-ratelimit-remaining-requests': '7',
        'x-ratelimit-reset-requests': 'Infinity',
      },
      limits: { requests: { remaining: 7 } },
    },
  ])('$what', ({ headers, limits }) => {
    expect(toRateLimits(headers, now)).toEqual(limits);
  });
});

describe('until when', () => {
  test.each<[text: string | undefined, ms: number | undefined]>([
    ['1s', 1000],
    ['20ms', 20],
    ['6m0s', 360_000],
    ['1h2m3.5s', 3_723_500],
    ['1d', 86_400_000],
    ['0s', 0],
    ['30', 30_000],
    ['0.25', 250],
    ['1735689601.5', 1500],
    ['1735689660000', 60_000],
    ['2025-01-01T00:00:00.250Z', 250],
    ['2025-01-01T01:00:30+01:00', 30_000],
    ['2024-12-31T23:59:59.5Z', 0],
    ['1', undefined],
    ['0', undefined],
    ['2025-01-01T00:00:01Z', undefined],
    ['1735689601', undefined],
    ['-3', undefined],
    ['1e9', undefined],
    ['', undefined],
    ['2025-99-99T00:00:00Z', undefined],
    [undefined, undefined],
  ])('%s: %s ms', (text, ms) => {
    expect(toResetMs(text, undefined, now)).toBe(ms);
  });

  test('where our clock is wrong, the server’s own is what a date is measured with', () => {
    const date = 'Wed, 01 Jan 2025 00:00:00 GMT';
    const wrong = new Date('2031-05-05T12:00:00Z');
    expect(toResetMs('2025-01-01T00:00:30Z', date, wrong)).toBe(30_000);
    expect(toResetMs('1735689630', date, wrong)).toBe(30_000);
  });
});

test('whatever the headers are, what is read are amounts, and a reader never fails', () => {
  const names = [
    'x-ratelimit-remaining-requests',
    'x-ratelimit-reset-requests',
    'x-ratelimit-limit-requests',
  ];
  const value = fc.oneof(
    fc.string(),
    fc.double().map(String),
    fc.date({ noInvalidDate: false }).map(String),
    fc.stringMatching(/^[\d.:TZdhms-]{0,30}$/),
  );
  const headers = fc.dictionary(fc.constantFrom(...names, 'ratelimit', 'date'), value);
  fc.assert(
    fc.property(headers, (said) => {
      const amounts = Object.values(toRateLimits(said, now)?.requests ?? {});
      for (const amount of amounts) expect(Number.isFinite(amount) && amount >= 0).toBe(true);
    }),
  );
});
