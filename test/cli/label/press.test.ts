import { describe, expect, test } from 'vitest';
import { type Pressed, press, type Session } from '../../../src/cli/label/press.ts';
import { verdictKeys } from '../../../src/cli/label/verdict-keys.ts';

const start: Session = { at: 1, count: 3, said: ['pass'], top: 4, since: 1000, notice: 'a word' };
const keys = verdictKeys({ fail: 0, pass: 1 });
const pressed = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  keys,
  lines: 30,
  rows: 10,
  now: 5000,
  ...more,
});

describe('a verdict', () => {
  test.each<[string, string | null]>([
    ['p', 'pass'],
    ['P', 'pass'],
    ['f', 'fail'],
    ['s', null],
  ])('%s', (key, label) => {
    expect(press(start, pressed(key))).toEqual({
      session: { at: 2, count: 3, said: ['pass', label], top: 0, since: 5000, notice: '' },
      effect: { do: 'write', label },
    });
  });

  test('is none before anybody can have read what is shown', () => {
    const { session, effect } = press(start, pressed('p', { now: 1299 }));
    expect(effect).toBeUndefined();
    expect(session).toMatchObject({ at: 1, said: ['pass'], notice: expect.stringContaining('too quick') });
    expect(press(start, pressed('p', { now: 1300 })).effect).toEqual({ do: 'write', label: 'pass' });
  });

  test('is none when all are labelled', () => {
    const done = { ...start, at: 3 };
    expect(press(done, pressed('p'))).toEqual({ session: done });
    expect(press(done, pressed('s'))).toEqual({ session: done });
  });
});

describe('undo', () => {
  test('goes back to the item before, and takes its label out', () => {
    expect(press({ ...start, at: 2, said: ['pass', null] }, pressed('u'))).toEqual({
      session: { at: 1, count: 3, said: ['pass'], top: 0, since: 5000, notice: 'Taken back: say it anew.' },
      effect: { do: 'undo' },
    });
  });

  test('works where all are labelled', () => {
    expect(press({ ...start, at: 3, said: ['pass'] }, pressed('u'))).toMatchObject({
      session: { at: 2, said: [] },
      effect: { do: 'undo' },
    });
  });

  test('leaves alone what was labelled in another session', () => {
    const { session, effect } = press({ ...start, at: 0, said: [] }, pressed('u'));
    expect(effect).toBeUndefined();
    expect(session).toMatchObject({ at: 0, notice: expect.stringContaining('Nothing') });
  });
});

test.each<[string, boolean]>([
  ['q', false],
  ['ctrl-d', false],
  ['ctrl-c', true],
])('%s leaves', (key, isInterrupted) => {
  expect(press(start, pressed(key)).effect).toEqual({ do: 'quit', isInterrupted });
});

test.each<[string, number]>([
  ['j', 5],
  ['down', 5],
  ['enter', 5],
  ['k', 3],
  ['up', 3],
  ['space', 13],
  ['page-down', 13],
  ['page-up', 0],
  ['home', 0],
  ['end', 20],
])('%s scrolls to line %i', (key, top) => {
  expect(press(start, pressed(key))).toEqual({ session: { ...start, top, notice: '' } });
});

test('nobody scrolls past the end, or before the beginning', () => {
  expect(press({ ...start, top: 20 }, pressed('j')).session.top).toBe(20);
  expect(press({ ...start, top: 0 }, pressed('k')).session.top).toBe(0);
  expect(press({ ...start, top: 0 }, pressed('space', { lines: 5 })).session.top).toBe(0);
});

test.each(['x', 'é', '1', '🙂', 'toString', '__proto__'])('%s means nothing', (key) => {
  expect(press(start, pressed(key))).toEqual({ session: start });
});
