#!/usr/bin/env -S node --max-semi-space-size=8 --heap-growing-percent=100 --no-parallel-scavenge
// A run holds some 20 MB and drops the rest at once; with V8's usual sizes the garbage would grow to ten times that, and
// threads that share so little work cost more than they do.
import { runProcess } from '../src/cli/run-process.ts';

await runProcess(process);
