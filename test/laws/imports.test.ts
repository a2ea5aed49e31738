import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { house, root } from './house.ts';

/** The storeys, the highest first. A file imports from its own room or from a lower storey. */
const storeys = [
  ['cli'],
  ['load', 'execute', 'providers', 'store'],
  ['plan', 'graders', 'mutators', 'analyze', 'reporters'],
  ['domain'],
  ['stats', 'text', 'flow'],
];
const storeyOf = (room: string) => storeys.findIndex((rooms) => rooms.includes(room));

/** The rooms that may import each package. `node:` modules are in the law of the pure rooms. */
const packages: Record<string, string[]> = {
  '@ai-sdk/anthropic': ['providers'],
  '@ai-sdk/google': ['providers'],
  '@ai-sdk/openai': ['providers'],
  '@ai-sdk/openai-compatible': ['providers'],
  '@ai-sdk/provider': ['providers'],
  '@jmespath-community/jmespath': ['graders', 'providers', 'text'],
  '@pydantic/genai-prices': ['providers'],
  'age-encryption': ['store'],
  ajv: ['graders'],
  'ajv-formats': ['graders'],
  chalk: ['cli', 'reporters'],
  'cli-table3': ['reporters'],
  commander: ['cli'],
  'csv-parse': ['load'],
  diff: ['cli', 'reporters', 'text'],
  'fast-glob': ['load'],
  'fastest-levenshtein': ['text'],
  jiti: ['providers'],
  'js-rouge': ['graders'],
  jsonrepair: ['graders', 'text'],
  libsql: ['store'],
  liquidjs: ['text'],
  'p-limit': ['cli', 'execute'],
  re2js: ['graders', 'text'],
  'string-width': ['cli', 'text', 'reporters'],
  tokenx: ['cli'],
  undici: ['providers'],
  yaml: ['load'],
  zod: ['domain', 'graders', 'load', 'providers'],
};
const packageOf = (name: string) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

describe('imports', () => {
  const files = house();

  test('go to the own room or down', () => {
    const wrong = files.flatMap(({ path, room, imports }) =>
      imports
        .filter(({ isPackage, to }) => {
          const other = to.split('/')[1]!;
          return !isPackage && room !== '' && other !== room && storeyOf(other) <= storeyOf(room);
        })
        .map(({ to }) => `${path} imports ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test('every room has a storey', () => {
    const rooms = [...new Set(files.map(({ room }) => room))].filter((room) => room !== '');
    expect(rooms.filter((room) => storeyOf(room) < 0)).toEqual([]);
  });

  test('lead to a file', () => {
    const wrong = files.flatMap(({ path, imports }) =>
      imports
        .filter(({ to, isPackage }) => !isPackage && !existsSync(join(root, to)))
        .map(({ to }) => `${path} imports ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test('of packages happen in the rooms that may', () => {
    const wrong = files.flatMap(({ path, room, imports }) =>
      imports
        .filter(
          ({ to, isPackage }) =>
            isPackage && !to.startsWith('node:') && !packages[packageOf(to)]?.includes(room),
        )
        .map(({ to }) => `${path} imports ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test('go round in no circle, types included', () => {
    const byPath = new Map(files.map((file) => [file.path, file]));
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (path: string, trail: string[]) => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      else if (!done.has(path)) {
        for (const { to, isPackage } of byPath.get(path)?.imports ?? [])
          if (!isPackage) walk(to, [...trail, path]);
        done.add(path);
      }
    };
    for (const { path } of files) walk(path, []);
    expect(circles).toEqual([]);
  });
});
