import { isArray, isObject } from '../../src/domain/json.ts';
import { child, type Pointer } from '../../src/domain/pointer.ts';
import type { Draft } from './draft.ts';
import type { Fault, FaultTable, Inject } from './fault.ts';
import { isHostReplaced } from './policy-fragments.ts';
import { inDocument, inProperties } from './spots.ts';
import { twinOf } from './twin.ts';

/** The connector's title or description, changed. */
const onText =
  (key: 'title' | 'description', change: (text: string) => string | undefined): Inject =>
  (draft) => {
    const place = `/info/${key}`;
    const before = draft.doc.textAt(place)?.trim() ?? '';
    const after = before === '' ? undefined : change(before);
    return after === undefined ? undefined : inDocument(draft, draft.doc.set(place, after));
  };

/** Titles that have room for a word. */
const onTitle = (change: (title: string) => string): Inject =>
  onText('title', (title) => (title.length > 18 ? undefined : change(title)));
const onDescription = (change: (description: string) => string): Inject =>
  onText('description', (description) => (description.length > 450 ? undefined : change(description)));

/** A key that is there, taken away: what held it is the place. */
const without =
  (pointer: Pointer, holder: Pointer): Inject =>
  (draft) => {
    if (draft.doc.at(pointer) === undefined) return undefined;
    draft.doc.remove(pointer);
    return inDocument(draft, holder);
  };

const withoutProperty =
  (key: string): Inject =>
  (draft) => {
    if (draft.about.at(`/properties/${key}`) === undefined) return undefined;
    draft.about.remove(`/properties/${key}`);
    return inProperties(draft, '');
  };

const METADATA = '/x-ms-connector-metadata';

/** The entry of a name, exactly as the platform spells it. */
function entryOf({ doc }: Draft, name: string): Pointer | undefined {
  const list = doc.at(METADATA);
  const index = isArray(list) ? list.findIndex((one) => isObject(one) && one['propertyName'] === name) : -1;
  return index < 0 ? undefined : child(METADATA, index);
}

const onEntry =
  (name: string, key: 'propertyName' | 'propertyValue', value: string): Inject =>
  (draft) => {
    const entry = entryOf(draft, name);
    return entry === undefined ? undefined : inDocument(draft, draft.doc.set(child(entry, key), value));
  };

const suppression = (entry: Readonly<Record<string, string>>, text: string): Fault => ({
  form: 'native',
  inject: (draft) => {
    draft.about.push('/suppressions', { reason: 'A probe', owner: 'the bench', ...entry });
    return { file: draft.names.properties, text };
  },
});

const NAMES: Fault['follows'] = {
  'operation/summary-sentence-case': 'words of the title are names, which keep their capital letters',
};
const SUFFIX = ' (Independent Publisher)';
const STATUS = '/info/x-ms-api-annotation/status';

export const METADATA_FAULTS: FaultTable = {
  'metadata/connector-file-not-valid': {
    form: 'native',
    inject: (draft) => {
      draft.about.set('/publisherr', 'Contoso');
      return { file: draft.names.properties, text: 'publisherr:' };
    },
  },
  'metadata/properties-not-valid': (draft) => {
    draft.about.set('/properties/capabilities', 'actions');
    return inProperties(draft, '/capabilities');
  },
  'metadata/properties-key-unknown': (draft) => {
    draft.about.set('/properties/publisherr', 'Contoso');
    return inProperties(draft, '/publisherr');
  },
  'metadata/schema-header-missing': {
    form: 'native',
    inject: (draft) => {
      draft.edit(draft.names.properties, (text) => text.replace(/^#.*\n/, ''));
      return { file: draft.names.properties };
    },
  },
  'metadata/suppression-expired': suppression({ rule: 'metadata/contact-missing', expires: '2027-01-01' }, 'expires:'),
  'metadata/suppression-unused': suppression(
    { rule: 'operation/summary-missing', place: 'NowhereToBeFound', expires: '2027-12-31' },
    'place: NowhereToBeFound',
  ),
  'metadata/title-missing': { inject: without('/info/title', '/info'), follows: NAMES },
  'metadata/title-too-long': onText('title', (title) => `${title} for all who look after the seven seas`),
  'metadata/title-restricted-word': onTitle((title) => `${title} API`),
  'metadata/title-restricted-product': onTitle((title) => `${title} Power BI`),
  'metadata/title-must-end-with-alphanumeric': onTitle((title) => `${title}!`),
  'metadata/title-in-english': onTitle((title) => `${title} für`),
  'metadata/title-unique': (draft) => {
    twinOf(draft, 'info');
    return inDocument(draft, '/info/title');
  },
  'metadata/title-independent-suffix': {
    given: ({ doc }) =>
      void doc.set('/info/title', `${doc.textAt('/info/title')?.replace(SUFFIX, '') ?? 'Probe'}${SUFFIX}`),
    inject: onText('title', (title) => title.replace(SUFFIX, '')),
  },
  'metadata/description-missing': without('/info/description', '/info'),
  'metadata/description-length': onText('description', () => 'Probes faults'),
  'metadata/description-restricted-product': onDescription((text) => `${text} Made for Power Automate.`),
  'metadata/description-restricted-word': onDescription((text) => `${text} Calls the API.`),
  'metadata/version-missing': without('/info/version', '/info'),
  'metadata/contact-missing': without('/info/contact/url', '/info/contact'),
  'metadata/contact-email-not-valid': (draft) =>
    draft.doc.at('/info/contact') === undefined
      ? undefined
      : inDocument(draft, draft.doc.set('/info/contact/email', 'support at fault.example')),
  'metadata/connector-properties-missing': (draft) => {
    const entry = entryOf(draft, 'Website');
    if (entry === undefined) return undefined;
    draft.doc.remove(entry);
    return inDocument(draft, METADATA);
  },
  'metadata/connector-property-name': onEntry('Privacy policy', 'propertyName', 'Privacy Policy'),
  'metadata/connector-url-not-valid': onEntry('Website', 'propertyValue', 'fault.example'),
  'metadata/connector-category-invalid': onEntry('Categories', 'propertyValue', 'Faults'),
  'metadata/too-many-connector-categories': onEntry('Categories', 'propertyValue', 'AI;Data;Finance'),
  'metadata/connector-status': {
    given: ({ doc }) => void doc.set(STATUS, 'Production'),
    inject: without(STATUS, '/info'),
  },
  'metadata/publisher-missing': withoutProperty('publisher'),
  'metadata/stack-owner-missing': withoutProperty('stackOwner'),
  'metadata/stack-owner-blocks-deployment': {
    given: ({ about }) => about.remove('/properties/stackOwner'),
    inject: (draft) => {
      draft.about.set('/properties/stackOwner', 'Contoso');
      return inProperties(draft, '/stackOwner');
    },
  },
  'metadata/capability-triggers-without-trigger': (draft) => {
    if (JSON.stringify(draft.doc.value).includes('"x-ms-trigger"')) return undefined;
    draft.about.set('/properties/capabilities', ['actions', 'triggers']);
    return inProperties(draft, '/capabilities/1');
  },
  'metadata/connector-exists': (draft) => {
    // Nobody calls a host that a policy replaces.
    if (isHostReplaced(draft)) return undefined;
    twinOf(draft, 'host', 'basePath', 'paths');
    return inDocument(draft, '/host');
  },
};
