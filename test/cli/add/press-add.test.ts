import { expect, test } from 'vitest';
import type { Draft } from '../../../src/cli/add/draft.ts';
import { type AddEffect, type AddSession, pressAdd } from '../../../src/cli/add/press-add.ts';
import { readTyping } from '../../../src/cli/add/read-typing.ts';

const draft = (id: string): Draft => ({
  line: 1,
  id,
  vars: { message: 'Where is it?' },
  tags: ['late'],
  isGradable: false,
  replaced: [],
});

/** A session in which this was typed, each key a second after the other; and what was to be done. */
function typed(text: string, step = 1_000): { session: AddSession; effects: AddEffect[] } {
  let session: AddSession = {
    at: 0,
    drafts: [draft('a'), draft('b')],
    added: 0,
    top: 0,
    since: 0,
    notice: '',
  };
  const effects: AddEffect[] = [];
  const mayBe = (id: string) => (id === 'taken' ? 'Another id, please.' : undefined);
  for (const [index, one] of readTyping()(text).entries()) {
    const now = (index + 1) * step;
    const pressed = pressAdd(session, { typed: one, lines: 30, rows: 10, now, mayBe });
    session = pressed.session;
    if (pressed.effect) effects.push(pressed.effect);
  }
  return { session, effects };
}
const enter = '\r';

test.each([
  ['a', 1, 1],
  ['s', 1, 0],
  ['aa', 2, 2],
  ['as', 2, 1],
  ['aaaa', 2, 2],
  ['xyz', 0, 0],
])('%s: %d gone through, %d added', (keys, at, added) => {
  const { session, effects } = typed(keys);
  expect([session.at, session.added, effects.length]).toEqual([at, added, added]);
});

test.each([
  [`t, x, y ,,${enter}`, { tags: ['late', 'x', 'y'] }],
  [`t\u0015x y${enter}`, { tags: ['x y'] }],
  [`t\u0015${enter}`, { tags: [] }],
  [`edelivery${enter}`, { expect: 'delivery' }],
  [`e{"refund":true}${enter}`, { expect: { refund: true } }],
  [`e{not json${enter}`, { expect: '{not json' }],
  [`e42${enter}`, { expect: '42' }],
  [`ex${enter}e\u007f${enter}`, { expect: undefined }],
  [`ié\u007fb${enter}`, { id: 'ab' }],
  [`itaken\u001b`, { id: 'a' }],
  ['e\u001b[200~two\nlines\u001b[201~\r', { expect: 'two lines' }],
])('%j writes %j', (keys, changed) => {
  const { session, effects } = typed(`${keys}a`);
  expect(effects).toMatchObject([{ do: 'add', draft: changed }]);
  expect(session.drafts[1]).toEqual(draft('b'));
});

test('an id that may not be is said, and can be mended', () => {
  const { session } = typed(`i\u0015taken${enter}`);
  expect(session).toMatchObject({ notice: 'Another id, please.', writing: { field: 'id', text: 'taken' } });
  expect(typed(`i\u0015taken${enter}2${enter}`).session.drafts[0]!.id).toBe('taken2');
});

test('while something is written keys are letters, and Ctrl-C always leaves', () => {
  expect(typed('eqas').session).toMatchObject({ at: 0, writing: { text: 'qas' } });
  expect(typed('eqas\u0003').effects).toEqual([{ do: 'quit', isInterrupted: true }]);
  expect(typed('q').effects).toEqual([{ do: 'quit', isInterrupted: false }]);
});

test('pasted text is written where something is written, and is no key', () => {
  expect(typed('\u001b[200~aaq\u001b[201~')).toMatchObject({ session: { at: 0 }, effects: [] });
});

test('nobody adds what they had no time to read', () => {
  const { session, effects } = typed('aa', 200);
  expect([session.at, effects.length]).toEqual([1, 1]);
  expect(typed('a', 200).session).toMatchObject({ at: 0, notice: expect.stringContaining('too quick') });
});

test('the page scrolls, and begins anew with the next draft', () => {
  expect(typed(' ').session.top).toBe(9);
  expect(typed('\u001b[F').session.top).toBe(20);
  expect(typed(' a').session.top).toBe(0);
});

test('a sequence may come in parts', () => {
  const read = readTyping();
  expect([...read('\u001b['), ...read('A'), ...read('x\u001b[9;9u')]).toEqual([{ key: 'up' }, { key: 'x' }]);
});
