import { doctorProblems } from '../../domain/doctor-problems.ts';
import { isColorful } from '../is-colorful.ts';
import type { World } from '../world.ts';
import type { DoctorCheck, Finding } from './finding.ts';
import { found } from './found.ts';

type Look = Pick<World, 'env' | 'out'>;

/** How the screen looks, and why. Windows and macOS show UTF-8 whatever a variable says. */
export function terminal(world: Look, system: string): DoctorCheck {
  return { name: 'Terminal', run: async () => [colours(world), width(world), ...encoding(world, system)] };
}

function colours({ env, out }: Look): Finding {
  const state = isColorful(out, env) ? 'Colours' : 'No colours';
  return found.good('colour', `${state}: ${whyColour({ env, out })}`);
}

function whyColour({ env, out }: Look): string {
  if (env.NO_COLOR) return 'NO_COLOR is set';
  if (env.FORCE_COLOR !== undefined) return `FORCE_COLOR is ${env.FORCE_COLOR || 'set'}`;
  if (env.GITHUB_ACTIONS === 'true') return 'GitHub’s logs show them';
  if (!out.isTerminal) return `this is no terminal${env.CI ? ' (CI is set)' : ''}`;
  return env.TERM === 'dumb' ? 'TERM is dumb' : 'this is a terminal';
}

function width({ out }: Look): Finding {
  return out.isTerminal
    ? found.good('width', `${out.width} columns${out.width < 60 ? ': tables are drawn narrow' : ''}`)
    : found.good('width', `Lines are made for ${out.width} columns, and no progress line is drawn`);
}

function encoding({ env, out }: Look, system: string): Finding[] {
  if (!out.isTerminal || system === 'win32' || system === 'darwin') return [];
  const variable = ['LC_ALL', 'LC_CTYPE', 'LANG'].find((name) => env[name]) ?? 'LANG';
  const value = env[variable] ?? '';
  return /utf-?8/i.test(value)
    ? [found.good('utf-8', `UTF-8 (${variable}=${value})`)]
    : [found.problem(doctorProblems.localeNotUtf8({ variable, value }))];
}
