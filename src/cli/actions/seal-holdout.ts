import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { inHistory } from '../holdout/in-history.ts';
import { loadHeld } from '../holdout/load-held.ts';
import { oneHoldout } from '../holdout/one-holdout.ts';
import { refuseSeen } from '../holdout/refuse-seen.ts';
import { sealContent } from '../holdout/seal-content.ts';
import { sealTermsOf } from '../holdout/seal-terms-of.ts';
import { sealable } from '../holdout/sealable.ts';
import type { World } from '../world.ts';

/** `evals holdout seal`: encrypts the holdout to public keys and removes the plain file, once all is on the disk. */
export async function sealHoldout(input: CommandInput, world: World): Promise<ExitCode> {
  const chosen = await oneHoldout(input, world);
  const { suite, files, root } = chosen;
  const terms = await sealTermsOf(input, suite);
  const { text, content, before } = await sealable(chosen);
  const own = await loadHeld(chosen);
  const held = await loadHeld(chosen, { text, file: files.plain, isSecret: false });
  refuseSeen(before, held.cases, files);
  const sealing = { content, held: held.cases, own: own.cases, suite: held.suite, before };
  const said = await sealContent(chosen, sealing, terms, world);
  await rm(join(root, files.plain));
  const last = [`${files.plain} is removed.`, ...(await inHistory(root, files.plain))];
  world.out.write(`${[...said, ...last].join('\n')}\n`);
  return exitCode.done;
}
