import { randomBytes } from 'node:crypto';
import type { HoldoutCase } from '../../domain/holdout.ts';
import { holdoutLeaves } from '../../domain/holdout-leaves.ts';
import type { SealedBatch } from '../../domain/sealed-batch-schema.ts';
import { encryptMessage } from './encrypt-message.ts';

/** Cases that were sealed: their message, and the leaves by which the lock knows them. */
export type SealedMessage = { message: string; leaves: string[] };

/** Encrypts cases to all recipients, each with a salt that nobody else knows. */
export async function sealBatch(
  { cases, ...head }: Omit<SealedBatch, 'schemaVersion' | 'cases'> & { cases: readonly HoldoutCase[] },
  recipients: readonly string[],
): Promise<SealedMessage> {
  const salted = cases.map((one) => ({ salt: randomBytes(16).toString('hex'), case: one }));
  const batch: SealedBatch = { schemaVersion: 1, ...head, cases: salted };
  return {
    message: await encryptMessage(JSON.stringify(batch), recipients),
    leaves: salted.map((one) => holdoutLeaves.sealed(one.salt, one.case)),
  };
}
