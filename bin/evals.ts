#!/usr/bin/env -S node --max-semi-space-size=8 --heap-growing-percent=50
// A run holds some 20 MB and drops the rest at once; with V8's usual sizes the garbage would grow to ten times that.
import { runProcess } from '../src/cli/run-process.ts';

await runProcess(process);
