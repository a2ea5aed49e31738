import type { CassetteModel, CassetteRequest } from '../domain/cassette.ts';
import type { Request } from '../domain/request.ts';
import { cassetteRequest } from '../plan/cassette-request.ts';
import { type RequestDifference, requestDifference } from '../plan/request-difference.ts';
import type { EntrySpot } from './cassette-spots.ts';

/** So many recorded requests of the case are looked at. */
const looked = 8;

/** How a request differs from the likest of `spots`; without differences, why there is nothing to compare. */
export function whyMissing(
  spots: readonly EntrySpot[],
  asked: CassetteModel,
  request: Request,
  requestAt: (spot: EntrySpot) => CassetteRequest | undefined,
): { differences: RequestDifference[]; nearest?: string } {
  const wanted = cassetteRequest(undefined, Number.POSITIVE_INFINITY)(asked, request);
  const compared = spots.slice(0, looked).flatMap((spot) => {
    const recorded = requestAt(spot);
    if (!recorded) return [];
    const here = requestDifference(
      { ...recorded, repeat: spot.label.repeat },
      { ...wanted, repeat: request.repeat },
    );
    return [here];
  });
  const [nearest] = compared.sort((a, b) => a.length - b.length);
  if (!nearest) return { differences: [] };
  return nearest.length > 0
    ? { differences: nearest }
    : { differences: [], nearest: 'what was recorded for this case is another request' };
}
