import type { Acceptance, Baseline } from '../../domain/baseline.ts';
import type { RunSuite } from '../../domain/run.ts';
import { baselineFile } from '../../store/baseline-file.ts';
import { oneLine } from '../../text/one-line.ts';
import { toScreen } from '../../text/to-screen.ts';
import type { World } from '../world.ts';
import { lanePage } from './lane-page.ts';
import { screen } from './screen.ts';

/** What `accept` stored, in which files, and what is to be done with them. */
export async function acceptedPage(
  {
    after,
    accepted,
    suites,
    files,
  }: { after: readonly Baseline[]; accepted: Acceptance; suites: readonly RunSuite[]; files: string[] },
  world: World,
): Promise<string[]> {
  const on = await screen(world);
  const pages = after.map(({ suite, lanes }) => {
    const gate = suites.find(({ name }) => name === suite)?.gate;
    const own = lanes.filter((lane) => lane.accepted === accepted);
    const others = lanes.filter((lane) => lane.accepted !== accepted).map(({ arm }) => arm.lane);
    const stay = `Other lanes stay as they were: ${others.join(', ')}.`;
    return [
      `${on.strong(oneLine(toScreen(suite)))}  ${on.quiet(baselineFile(suite))}`,
      ...own.flatMap((lane) => lanePage(lane, gate, on)),
      ...(others.length > 0 ? [`  ${oneLine(toScreen(stay))}`] : []),
      '',
    ];
  });
  const { by, asIs, run } = accepted;
  const how = asIs ? `run ${run} as it stands: its models are deterministic` : `run ${run}`;
  return [
    ...pages.flat(),
    `Accepted by ${oneLine(toScreen(by))} from ${how}.`,
    `Commit ${files.length > 1 ? `${files.slice(0, -1).join(', ')} and ${files.at(-1)}` : files[0]}: what is not committed guards nobody.`,
  ];
}
