import { describe, expect, test } from 'vitest';
import { candidateDigest } from '../../../src/analyze/looks/candidate-digest.ts';
import { ledgerStanding } from '../../../src/analyze/looks/ledger-standing.ts';
import { lookAlpha } from '../../../src/analyze/looks/look-alpha.ts';
import { sealChanges } from '../../../src/analyze/looks/seal-changes.ts';
import type { Look } from '../../../src/domain/look.ts';
import type { RunArm } from '../../../src/domain/run.ts';

const look = (candidate: string, bit: Look['bit'], more: Partial<Look> = {}): Look => ({
  ...{ schemaVersion: 1, n: 1, at: '2026-11-20T10:15:00.000Z', kind: 'sealed', set: 's' },
  ...{ candidate, against: 'b', alpha: 0.005, bit, previous: 'p', ...more },
});

describe('what a ledger says of one set', () => {
  const looks = [
    look('x', 'PASS', { set: 'earlier' }),
    look('a', 'NOT-PASS'),
    look('b', null),
    look('b', 'NOT-PASS'),
    look('a', 'ALARM', { alpha: null }),
    look('c', 'PASS'),
    look('a', 'PASS', { against: 'other' }),
  ];
  const standing = ledgerStanding(looks, 's');

  test('charges what told something, and neither what broke nor what is of another set', () => {
    expect(standing).toMatchObject({ charged: 5, passed: 2, alarms: 1, broken: 1 });
    expect([...standing.candidates]).toEqual(['a', 'b', 'c']);
  });

  test('knows what a candidate was told, against the same baseline', () => {
    expect(standing.told('a', 'b').bit?.bit).toBe('NOT-PASS');
    expect(standing.told('a', 'b').alarm?.bit).toBe('ALARM');
    expect(standing.told('a', 'other')).toEqual({ bit: looks[6] });
    expect(standing.told('x', 'b')).toEqual({});
  });
});

test.each([
  [10, 1, 0, 0.005],
  [10, 2, 0, 0.05 / 55],
  [1, 1, 0, 0.05],
  [10, 1, 2, 0.00125],
])('%d looks, %d promotions, after %d alarms: %d a look', (looks, promotions, alarms, alpha) => {
  expect(lookAlpha({ confidence: 0.95, looks, promotions }, alarms)).toBeCloseTo(alpha, 12);
});

/**
 * Every strategy that looks `left` times more, asks for the alarm or for the gate at will, and goes on by what it hears:
 * the error that all of its tests take together, at most.
 */
function spent(left: number, alarms: number): number {
  if (left === 0) return 0;
  const test = lookAlpha({ confidence: 0.95, looks: 5, promotions: 1 }, alarms) + spent(left - 1, alarms);
  return Math.max(test, 2 * spent(left - 1, alarms + 1));
}

test('whatever is made of bits and alarms, no more than alpha is spent', () => {
  expect(spent(5, 0)).toBeCloseTo(0.05, 12);
});

const arm: RunArm = {
  ...{ id: 'reply@v1 · bot', lane: 'reply · bot', prompt: 'reply@v1', promptDigest: 'p1', model: 'bot' },
  ...{ provider: 'openai', modelId: 'gpt', settings: { temperature: 0 }, deterministic: false },
};

test('a candidate is prompt and model, whatever they are called and in whichever order they stand', () => {
  const other = { ...arm, promptDigest: 'p2' };
  expect(candidateDigest([{ ...arm, id: 'x', prompt: 'reply@v7', model: 'y', address: 'z' }])).toBe(
    candidateDigest([arm]),
  );
  expect(candidateDigest([arm, other])).toBe(candidateDigest([other, arm]));
  const changes: Partial<RunArm>[] = [
    ...[{ promptDigest: 'p2' }, { provider: 'x' }, { modelId: 'x' }, { settings: { temperature: 1 } }],
    ...[{ options: { baseUrl: 'x' } }, { fallback: ['x'] }, { files: { 'a.mjs': 'x' } }],
  ];
  for (const change of changes)
    expect(candidateDigest([{ ...arm, ...change }])).not.toBe(candidateDigest([arm]));
});

test('what has changed since the seal is named', () => {
  const before = {
    ...{
      margin: 5,
      confidence: 0.95,
      gradersDigest: 'g',
      gateDigest: 'h',
      judges: ['j'],
      looks: 10,
      promotions: 1,
    },
  };
  expect(sealChanges(before, before)).toEqual([]);
  expect(sealChanges(before, { ...before, margin: null, gateDigest: 'x' })).toEqual([
    'its margin: 5, now none',
  ]);
  expect(sealChanges(before, { ...before, confidence: 0.8 })).toEqual(['its confidence: 0.95, now 0.8']);
  expect(sealChanges(before, { ...before, gateDigest: 'x' })).toEqual(['its gate']);
  expect(sealChanges(before, { ...before, gradersDigest: 'x', judges: [] })).toEqual([
    'its graders',
    'a judge, its prompt or its question',
  ]);
});
