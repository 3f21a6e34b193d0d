import type { Json, JsonObject } from '../../src/domain/json.ts';
import { child, type Pointer } from '../../src/domain/pointer.ts';
import type { Draft } from './draft.ts';
import type { FaultTable, Inject } from './fault.ts';
import { probe, type More } from './fragments.ts';
import { inDocument } from './spots.ts';

const KEY = 'x-ms-api-annotation';
const STATUS = `/info/${KEY}/status`;

function version(draft: Draft, annotation: JsonObject, number = 1, more: More = {}): Pointer {
  const operationId = number === 1 ? 'ProbeFault' : `ProbeFault_V${number}`;
  return probe(draft, { operationId, [KEY]: annotation, ...more }, `/fault-probe/of/the/bench/version${number}`);
}

const onVersion =
  (annotation: JsonObject, ...at: readonly string[]): Inject =>
  (draft) =>
    inDocument(draft, child(version(draft, annotation), ...at));

const family = (revision?: Json): JsonObject => ({ family: 'Probe', ...(revision === undefined ? {} : { revision }) });

const withoutStatus = ({ doc }: Draft): void => {
  if (doc.at(STATUS) !== undefined) doc.remove(STATUS);
};

/** Whether some operation says how far it is. */
const saysStatus = ({ doc }: Draft): boolean => /"status":"(?:Preview|Production)"/.test(JSON.stringify(doc.value));

export const VERSION_FAULTS: FaultTable = {
  'version/annotation-replacement-for-active-operation': onVersion(
    { ...family(1), replacement: { api: 'probe', operationId: 'ProbeBetter' } },
    KEY,
    'replacement',
  ),
  'version/operation-family-duplicate-revision': (draft) => {
    version(draft, family(1));
    return inDocument(draft, child(version(draft, family(1), 2), KEY, 'revision'));
  },
  'version/operation-family-many-empty-revisions': {
    inject: (draft) => {
      version(draft, family());
      return inDocument(draft, child(version(draft, family(), 2), KEY));
    },
    follows: { 'version/operation-family-revision-empty': 'the first of the two has no revision either' },
  },
  'version/operation-family-revision-empty': onVersion(family(), KEY),
  'version/operation-family-many-active': (draft) => {
    const [, second] = [1, 2, 3].map((number) => version(draft, family(number), number));
    return inDocument(draft, second ?? '');
  },
  'version/operation-id-revision-suffix': onVersion(family(2), 'operationId'),
  'version/operation-status-ahead-of-connector': {
    given: withoutStatus,
    inject: (draft) => {
      if (saysStatus(draft)) return undefined;
      draft.doc.set(STATUS, 'Preview');
      return inDocument(draft, child(version(draft, { status: 'Production' }), KEY, 'status'));
    },
  },
  'version/production-on-beta-service': {
    given: withoutStatus,
    inject: (draft) => {
      if (saysStatus(draft)) return undefined;
      draft.doc.set('/basePath', '/beta');
      return inDocument(draft, draft.doc.set(STATUS, 'Production'));
    },
  },
  'version/annotation-status': onVersion({ status: 'production' }, KEY, 'status'),
  'version/deprecated-suffix-missing': (draft) => {
    const texts = { summary: 'Probe the fault', description: 'Returns what the probe finds (deprecated).' };
    return inDocument(draft, child(probe(draft, { deprecated: true, ...texts }), 'summary'));
  },
};
