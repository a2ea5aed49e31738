import { candidateDigest } from '../../analyze/looks/candidate-digest.ts';
import { lookAlpha } from '../../analyze/looks/look-alpha.ts';
import { sealChanges } from '../../analyze/looks/seal-changes.ts';
import type { SealSettings } from '../../domain/holdout.ts';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import type { RunSuite } from '../../domain/run.ts';
import { sealSettings } from '../../domain/seal-settings.ts';
import type { Suite } from '../../domain/suite.ts';
import { evidenceFloor } from '../../stats/evidence-floor.ts';
import { againstDigest } from './against-digest.ts';
import type { SuiteReferences } from './find-references.ts';
import type { LentHoldout } from './lend-holdouts.ts';
import type { OpenLedger } from './open-ledger.ts';
import type { PlannedLook } from './planned-look.ts';
import { usualMargin } from './usual-margin.ts';

/** What a look at one suite is planned from. */
export type LookParts = {
  suite: Suite;
  header: RunSuite;
  open: OpenLedger;
  references: SuiteReferences;
  holdout: LentHoldout;
  /** Whether more was gained on what anyone can see is asked too. */
  isOverfitAsked: boolean;
};

/** Says what becomes of one suite, and what is wrong: of a sealed set an error is no look. */
export async function planLook(parts: LookParts): Promise<{ look: PlannedLook; problems: Problem[] }> {
  const { suite, header, open, references, holdout, isOverfitAsked } = parts;
  const settings = holdout.lock.sealed?.settings;
  const candidate = candidateDigest(header.arms);
  const baseline = references.references.map(({ noted }) => noted);
  const against = await againstDigest(suite, baseline);
  const told = open.standing.told(candidate, against);
  const others = new Set(open.standing.candidates);
  others.delete(candidate);
  const way = settings ? wayOf(parts, told) : 'asked';
  const alpha = settings && lookAlpha(settings, open.standing.alarms);
  const sealed = settings && alpha !== undefined ? { settings, alpha } : {};
  const look: PlannedLook = {
    ...{ open, references, candidate, against, way, told, before: others.size },
    ...{ isOverfitAsked, isUnfit: holdout.isUnfit, cases: holdout.lock.cases },
    ...sealed,
  };
  return {
    look,
    problems: [
      ...lostBaselines(parts, settings !== undefined),
      ...mute(parts, look),
      ...(settings ? whyNoLook(parts, look, settings) : []),
    ],
  };
}

const isUnchanged = ({ header, references }: LookParts) =>
  header.arms.every(({ id }) => references.unchanged.includes(id));

function wayOf(parts: LookParts, told: PlannedLook['told']): PlannedLook['way'] {
  if (isUnchanged(parts)) return 'unchanged';
  const isTold = told.bit !== undefined && (!parts.isOverfitAsked || told.alarm !== undefined);
  return isTold ? 'known' : 'asked';
}

const hasFloor = ({ gate: { floor } }: RunSuite) => floor?.pass !== undefined || floor?.score !== undefined;

/** Without a floor an arm whose baseline cannot be asked has nothing to be held against. */
function lostBaselines({ header, references }: LookParts, isOfSeal: boolean): Problem[] {
  const isSealed = isOfSeal && !hasFloor(header);
  return references.lost.map(({ arm, detail }) =>
    problems.baselineNotAsked({ suite: header.name, arm, detail, isSealed }),
  );
}

/** Looks that cannot be passed are spent for nothing. */
function mute({ header, holdout }: LookParts, { settings, alpha, way }: PlannedLook): Problem[] {
  if (!settings || alpha === undefined || way !== 'asked') return [];
  const margin = settings.margin || usualMargin;
  const { cases } = holdout.lock;
  const least = evidenceFloor(margin / 100, alpha);
  return cases < least ? [problems.lookMute({ suite: header.name, cases, least, margin, alpha })] : [];
}

/** Why a sealed set may not be looked at. */
function whyNoLook(
  { suite, header, open, references, isOverfitAsked }: LookParts,
  { way, told }: PlannedLook,
  settings: SealSettings,
): Problem[] {
  const { name } = header;
  const { charged, broken } = open.standing;
  const { looks, promotions } = settings;
  const changes = sealChanges(settings, sealSettings(suite, { looks, promotions }));
  const { without } = references;
  const needs = way === 'asked' ? Number(!told.bit) + Number(isOverfitAsked && !told.alarm) : 0;
  return [
    ...(changes.length > 0 ? [problems.sealChanged({ suite: name, changes })] : []),
    ...(without.length > 0 && !hasFloor(header)
      ? [problems.lookWithoutBaseline({ suite: name, arms: without })]
      : []),
    ...(charged + needs > settings.looks
      ? [problems.looksSpent({ suite: name, charged, of: settings.looks, needs })]
      : []),
    ...(needs > 0 && broken >= settings.looks ? [problems.looksBroke({ suite: name, broken })] : []),
  ];
}
