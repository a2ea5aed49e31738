import { expect, test } from 'vitest';
import { toRetryAfterMs } from '../../../src/providers/wire/to-retry-after-ms.ts';

const now = new Date('2025-01-01T00:00:00Z');

test.each<{ headers: Record<string, string>; ms: number | undefined }>([
  { headers: {}, ms: undefined },
  { headers: { 'retry-after': '2' }, ms: 2000 },
  { headers: { 'retry-after': '0.5' }, ms: 500 },
  { headers: { 'retry-after': '0' }, ms: 0 },
  { headers: { 'retry-after': ' 3 ' }, ms: 3000 },
  { headers: { 'retry-after-ms': '250', 'retry-after': '2' }, ms: 250 },
  { headers: { 'retry-after-ms': 'soon', 'retry-after': '2' }, ms: 2000 },
  { headers: { 'retry-after': 'Wed, 01 Jan 2025 00:01:00 GMT' }, ms: 60_000 },
  { headers: { 'retry-after': 'Tue, 31 Dec 2024 23:00:00 GMT' }, ms: 0 },
  {
    headers: { 'retry-after': 'Wed, 01 Jan 2025 05:01:00 GMT', date: 'Wed, 01 Jan 2025 05:00:20 GMT' },
    ms: 40_000,
  },
  { headers: { 'retry-after': 'Wed, 01 Jan 2025 00:01:00 GMT', date: 'today' }, ms: 60_000 },
  { headers: { 'retry-after': '-5' }, ms: undefined },
  { headers: { 'retry-after': 'later' }, ms: undefined },
  { headers: { 'retry-after': '' }, ms: undefined },
])('$headers: $ms', ({ headers, ms }) => {
  expect(toRetryAfterMs(headers, now)).toBe(ms);
});
