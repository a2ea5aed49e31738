import { catalog } from '../domain/catalog.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { terminal } from './terminal.ts';

/** The reporters' shelf. */
export const reporters = catalog('reporter', [terminal, json, junit, markdown, github]);
