import { z } from 'zod';

const json = z.json();

/** A line of a file of proposals, which `evals cases mutate --model` writes and `evals cases review` reads. */
export const proposalSchema = z.strictObject({
  schemaVersion: z.literal(1),
  decision: z.literal('rejected').optional(),
  suite: z.string().min(1),
  variable: z.string().min(1),
  before: z.string(),
  lost: z.array(z.string()),
  // Beside the proposals, and nowhere else: accepting one writes there.
  to: z.string().regex(/^[^/\\]+\.jsonl$/, 'needs the name of a .jsonl file in the same folder'),
  row: z
    .object({
      id: z.string().min(1),
      parent: z.string().min(1),
      adversarial: z.string().min(1),
      vars: z.record(z.string(), json),
      meta: z
        .object({
          mutation: z
            .object({ model: z.string(), prompt: z.string(), how: z.string(), of: z.string() })
            .catchall(json),
        })
        .catchall(json),
    })
    .catchall(json),
});
