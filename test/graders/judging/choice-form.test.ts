import { describe, expect, it } from 'vitest';
import { choiceForm } from '../../../src/graders/judging/choice-form.ts';

const menu = { Poor: 0, 'not bad': 0.5, 5: 1 };
const form = choiceForm(menu, 'mean');
const read = (value: Record<string, unknown>) => form.read(value, JSON.stringify(value));

describe('a word of a menu', () => {
  it.each([
    ['Poor', { verdict: 'Poor', score: 0 }],
    ['poor', { verdict: 'Poor', score: 0 }],
    [' NOT BAD\n', { verdict: 'not bad', score: 0.5 }],
    ['5', { verdict: '5', score: 1 }],
    [5, { verdict: '5', score: 1 }],
  ])('%j is on it', (verdict, sample) => {
    expect(read({ reason: 'so', verdict })).toEqual({ ...sample, reason: 'so' });
  });

  it.each([
    ['good'],
    ['poor.'],
    ['poor or not bad'],
    ['notbad'],
    [''],
    [6],
    [true],
    [null],
    [['poor']],
    [{ verdict: 'poor' }],
    [undefined],
    ['constructor'],
    ['__proto__'],
  ])('%j is off it', (verdict) => {
    expect(read({ reason: 'so', verdict })).toEqual({ why: 'its verdict is none of 5, Poor, not bad' });
  });

  it.each([[undefined], [''], [' \n'], [null], [1], [['so']]])('the reason %j is none', (reason) => {
    expect(read({ reason, verdict: 'poor' })).toEqual({ why: 'it gives no reason' });
  });

  it('is asked for with the reason before it', () => {
    expect(form.schema).toMatchObject({
      properties: { verdict: { enum: ['5', 'Poor', 'not bad'] } },
      required: ['reason', 'verdict'],
      additionalProperties: false,
    });
    expect(Object.keys((form.schema as { properties: object }).properties)).toEqual(['reason', 'verdict']);
    expect([form.key, form.settle]).toEqual(['verdict', 'mean']);
  });

  it('is told by its name, for prompts that have a rule', () => {
    expect(form.named!('POOR', 'all of it')).toEqual({ verdict: 'Poor', score: 0, reason: 'all of it' });
    expect(form.named!('good', 'all of it')).toBeUndefined();
  });

  it('is one form for one menu', () => {
    expect(choiceForm(menu)).toBe(form);
    expect(choiceForm({ ...menu })).not.toBe(form);
  });
});
