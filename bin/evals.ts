#!/usr/bin/env node
import { runProcess } from '../src/cli/run-process.ts';

await runProcess(process);
