import { relative, resolve } from 'node:path';
import type { CommandInput } from '../../domain/command.ts';
import { problems } from '../../domain/problems.ts';
import { type AddedCases, readAddedCases } from '../../load/read-added-cases.ts';
import { readText } from '../../load/read-text.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** The cases that were piped in, or that a file has. Throws `Refusal`. */
export async function givenCases({ options }: CommandInput, world: World): Promise<AddedCases> {
  const { from } = options;
  const [text, file] =
    typeof from === 'string' ? await fromFile(from, world) : [await world.input?.(), 'standard input'];
  if (text === undefined) throw new Refusal([problems.holdoutNoCases({})]);
  const { value, problems: found } = readAddedCases(
    text.replaceAll('\r\n', '\n').replace(/^\ufeff/, ''),
    file,
  );
  if (!value) throw new Refusal(found);
  return value;
}

async function fromFile(from: string, { folder }: World): Promise<[string, string]> {
  const path = resolve(folder, from);
  const read = await readText(path);
  const file = relative(folder, path).replaceAll('\\', '/');
  if (read.status !== 'read') throw new Refusal([problems.unreadableFile({ file, detail: read.detail })]);
  return [read.text, file];
}
