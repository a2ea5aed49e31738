import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import { entrySchema } from '../../graders/entry-schema.ts';
import { graders } from '../../graders/index.ts';
import { type FileKind, fileSchemas } from '../../load/file-schemas.ts';
import { closest } from '../../text/closest.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** `evals schema`: the JSON Schema of one kind of file, for a person to read, or all of them into a folder, for editors. */
export async function schema({ arguments: given, options }: CommandInput, world: World): Promise<ExitCode> {
  const schemas = fileSchemas(entrySchema(graders));
  const names = Object.keys(schemas);
  const toText = (kind: string, indent?: number) =>
    `${JSON.stringify(schemas[kind as FileKind], null, indent)}\n`;
  if (typeof options.out === 'string') {
    const folder = resolve(world.folder, options.out);
    await mkdir(folder, { recursive: true });
    await Promise.all(names.map((kind) => writeFile(join(folder, `${kind}.json`), toText(kind))));
    return exitCode.done;
  }
  if (given.kind === undefined)
    throw new Refusal([problems.badFlag({ detail: `"schema" needs a kind of file: ${names.join(', ')}` })]);
  const kind = String(given.kind);
  if (!names.includes(kind))
    throw new Refusal([
      problems.unknownName({ kind: 'kind of file', name: kind, names, suggestion: closest(kind, names) }),
    ]);
  world.out.write(toText(kind, 2));
  return exitCode.done;
}
