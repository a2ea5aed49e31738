import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { findLeaks } from '../../../src/analyze/leaks/find-leaks.ts';
import { fingerprintsOf } from '../../../src/analyze/leaks/fingerprints-of.ts';
import type { Hidden, Leak, LeakPlace } from '../../../src/analyze/leaks/leak.ts';
import { seeded } from '../../../src/flow/seeded.ts';
import { shuffled } from '../../../src/flow/shuffled.ts';
import { jaccard } from '../../../src/text/jaccard.ts';
import { normalized } from '../../../src/text/normalized.ts';
import { overlapIndex } from '../../../src/text/overlap-index.ts';
import { shingles } from '../../../src/text/shingles.ts';

const file = new URL('../../../../shared/data/banking77-train.jsonl', import.meta.url);
const isHere = existsSync(file);
if (!isHere) console.log('leaks: ../shared/data is not here, so its tests are skipped');

const key = 'the key of the lock';
const setOf = (text: string) => shingles(normalized(text));
const toPlace = (text: string, index: number): LeakPlace => ({ name: `dev ${index}`, text, isCase: true });

/** Below it two customers merely ask for something similar. */
const clean = 0.4;

/** 3,000 messages as dev, and 300 others of which none is nearly one of these. */
function readSplit(): { dev: string[]; holdout: string[] } {
  const all = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): string => JSON.parse(line).text);
  const mixed = [...shuffled(all.length, 7)].map((index) => all[index]!);
  const dev = mixed.slice(0, 3_000);
  const sets = dev.map(setOf);
  const index = overlapIndex();
  for (const set of sets) index.add(set);
  const isApart = (text: string) => {
    const set = setOf(text);
    let most = 0;
    index.overlaps(set, (at, common) => {
      most = Math.max(most, common / (set.length + sets[at]!.length - common));
    });
    return normalized(text).length >= 20 && most < clean;
  };
  return { dev, holdout: mixed.slice(3_000, 4_500).filter(isApart).slice(0, 300) };
}

/** One word in eight becomes another one. */
function changed(text: string, random: () => number): string {
  const words = text.split(' ');
  for (let times = Math.max(1, Math.round(words.length / 8)); times > 0; times--)
    words[Math.floor(random() * words.length)] = 'maybe';
  return words.join(' ');
}

const prompt = (examples: readonly string[]) =>
  ['<system>', 'You sort messages.', ...examples.map((text) => `- ${text} => label`), '</system>'].join('\n');

describe.skipIf(!isHere)('3,000 messages of bank customers and 300 hidden ones', () => {
  let dev: string[];
  let holdout: string[];
  let sides: Hidden[];
  beforeAll(() => {
    ({ dev, holdout } = readSplit());
    const texts = holdout.map((text) => ({ text, of: text }));
    sides = [{ texts }, { fingerprints: fingerprintsOf(texts, key), key }];
  });
  /** Of the planted copies those that are found. */
  const found = (hidden: Hidden, copies: readonly string[]): Leak[] => findLeaks(hidden, copies.map(toPlace));

  test('a clean split gives none, in cases and in a prompt', () => {
    expect(holdout).toHaveLength(300);
    for (const hidden of sides) {
      expect(findLeaks(hidden, dev.map(toPlace))).toEqual([]);
      expect(findLeaks(hidden, [{ name: 'prompt', text: prompt(dev.slice(0, 300)) }])).toEqual([]);
    }
  });

  test('each copy in other case and spaces is found', () => {
    const copies = holdout.map((text) => ` ${text.toUpperCase().replaceAll(' ', '\n ')}`);
    for (const hidden of sides) {
      const exact = found(hidden, copies).filter(({ kind }) => kind === 'exact');
      expect(exact.map(({ place }) => place)).toEqual(copies.map((_, index) => `dev ${index}`));
    }
  });

  test('copies with a few words changed are found, by fingerprints from a likeness of 0.7 on', () => {
    const random = seeded(1);
    const copies = holdout.map((text) => changed(text, random));
    const likeness = copies.map((copy, index) => jaccard(setOf(copy), setOf(holdout[index]!)));
    const [open, sealed] = sides.map(
      (hidden) => new Set(found(hidden, copies).map(({ place }) => Number(place.split(' ')[1]))),
    );
    const from = (least: number) => [...copies.keys()].filter((index) => likeness[index]! >= least);
    expect(from(0.7).length).toBeGreaterThan(100);
    expect(from(0.5).filter((index) => !open!.has(index))).toEqual([]);
    expect(from(0.7).filter((index) => !sealed!.has(index))).toEqual([]);
    const between = from(0.6).filter((index) => likeness[index]! < 0.7);
    expect(between.filter((index) => sealed!.has(index)).length / between.length).toBeGreaterThan(0.85);
  });

  test('copies in a prompt are found, with their lines', () => {
    const copies = holdout.slice(0, 40);
    const text = prompt([...dev.slice(0, 100), ...copies]);
    for (const hidden of sides) {
      const leaks = findLeaks(hidden, [{ name: 'prompt', text }]);
      expect(leaks.map(({ line }) => line)).toEqual(copies.map((_, index) => 103 + index));
    }
    const inSentence = copies.map((copy) => `When a customer says ${copy} then be kind.`);
    const inText = [{ name: 'prompt', text: inSentence.join('\n') }];
    const [open, sealed] = sides.map((hidden) => findLeaks(hidden, inText));
    expect(open!.map(({ line }) => line)).toEqual(copies.map((_, index) => index + 1));
    expect(sealed!.map(({ line }) => line)).toEqual(copies.map((_, index) => index + 1));
  });
});
