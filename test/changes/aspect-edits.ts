import type { ChangeKindName } from '../../src/diff/change-kinds.ts';
import { isTree, type Edit, type Material, type Tree, type Value } from './material.ts';
import { madeSite, sitesIn, type Area, type Site } from './sites.ts';

/** A change to a parameter or a field, and at which it can be made. */
interface AspectEdit {
  /** What it says before, which is also what a made one says. */
  readonly has: Tree;
  /** What it must not say before. */
  readonly lacks?: readonly string[];
  readonly required?: boolean;
  readonly change: (site: Site) => void;
}

const BOUNDS = [
  'enum',
  'format',
  'default',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'x-ms-dynamic-values',
];
const DYNAMIC = [
  'x-ms-dynamic-list',
  'x-ms-dynamic-tree',
  'x-ms-dynamic-values',
  'x-ms-dynamic-schema',
  'x-ms-dynamic-properties',
];
const VALUES: Tree = { operationId: 'ListProbes', 'value-path': 'id', 'value-title': 'name' };
const SCHEMA: Tree = { operationId: 'GetProbe', 'value-path': 'schema' };

const set = (key: string, value: Value) => (site: Site) => {
  site.value[key] = value;
};
const unset = (key: string) => (site: Site) => {
  delete site.value[key];
};
/** Another member of an object that a keyword holds. */
const within = (keyword: string, member: string, value: Value) => (site: Site) => {
  const old = site.value[keyword];
  site.value[keyword] = { ...(isTree(old) ? old : {}), [member]: value };
};
const string = { type: 'string' } as const;

const ASPECTS = {
  removed: { has: string, change: (site) => site.remove() },
  renamed: { has: string, change: (site) => site.rename(`${site.name.slice(0, 1)}_${site.name.slice(1)}`) },
  'made-required': { has: string, lacks: ['default'], required: false, change: (site) => site.require(true) },
  'made-required-with-default': {
    has: { ...string, default: 'a', 'x-ms-visibility': 'internal' },
    required: false,
    change: (site) => site.require(true),
  },
  'made-optional': { has: string, required: true, change: (site) => site.require(false) },
  'type-changed': { has: string, lacks: BOUNDS, change: set('type', 'boolean') },
  'type-widened': { has: { type: 'integer' }, lacks: BOUNDS, change: set('type', 'number') },
  'type-narrowed': { has: { type: 'number' }, lacks: BOUNDS, change: set('type', 'integer') },
  'format-changed': { has: string, lacks: ['format'], change: set('format', 'email') },
  'format-incompatible': { has: { ...string, format: 'date-time' }, change: set('format', 'date') },
  'enum-added': { has: string, lacks: ['enum'], change: set('enum', ['a', 'b']) },
  'enum-narrowed': { has: { ...string, enum: ['a', 'b', 'c'] }, change: narrow },
  'enum-widened': {
    has: { ...string, enum: ['a', 'b', 'c'] },
    change: ({ value }) => {
      value['enum'] = [...(Array.isArray(value['enum']) ? value['enum'] : []), 'probe value'];
    },
  },
  'default-changed': { has: { ...string, default: 'a' }, change: set('default', 'probe value') },
  hidden: { has: string, lacks: ['default'], change: set('x-ms-visibility', 'internal') },
  'hidden-with-default': {
    has: { ...string, default: 'a' },
    required: true,
    change: set('x-ms-visibility', 'internal'),
  },
  'visibility-changed': { has: string, change: set('x-ms-visibility', 'important') },
  'made-nullable': { has: string, lacks: ['x-nullable'], change: set('x-nullable', true) },
  'made-not-nullable': { has: { ...string, 'x-nullable': true }, change: unset('x-nullable') },
  'made-read-only': { has: string, lacks: ['readOnly'], change: set('readOnly', true) },
  'made-writable': { has: { ...string, readOnly: true }, change: unset('readOnly') },
  'constraint-tightened': { has: string, lacks: ['maxLength'], required: false, change: set('maxLength', 5) },
  'constraint-tightened-required': { has: string, lacks: ['minLength'], required: true, change: set('minLength', 5) },
  'constraint-loosened': { has: { ...string, maxLength: 5 }, change: unset('maxLength') },
  'constraint-changed': { has: { ...string, pattern: 'a' }, change: set('pattern', '^probe$') },
  'collection-format': {
    has: { type: 'array', items: string },
    lacks: ['collectionFormat'],
    change: set('collectionFormat', 'pipes'),
  },
  'url-encoding': { has: string, lacks: ['x-ms-url-encoding'], change: set('x-ms-url-encoding', 'double') },
  'dynamic-values': {
    has: { ...string, 'x-ms-dynamic-values': VALUES },
    lacks: DYNAMIC,
    change: within('x-ms-dynamic-values', 'operationId', 'ListOtherProbes'),
  },
  'dynamic-title': {
    has: { ...string, 'x-ms-dynamic-values': VALUES },
    lacks: DYNAMIC,
    change: within('x-ms-dynamic-values', 'value-title', 'probe'),
  },
  'dynamic-value-path': {
    has: { ...string, 'x-ms-dynamic-values': VALUES },
    lacks: DYNAMIC,
    change: within('x-ms-dynamic-values', 'value-path', 'probe'),
  },
  'dynamic-schema': {
    has: { type: 'object', 'x-ms-dynamic-schema': SCHEMA },
    lacks: DYNAMIC,
    change: unset('x-ms-dynamic-schema'),
  },
  'dynamic-schema-source': {
    has: { type: 'object', 'x-ms-dynamic-schema': SCHEMA },
    lacks: DYNAMIC,
    change: within('x-ms-dynamic-schema', 'operationId', 'GetOtherProbe'),
  },
  discriminator: { has: { type: 'object', discriminator: 'a' }, change: set('discriminator', 'b') },
  'added-optional': { has: string, change: (site) => site.add('probeAdded', { ...string }, false) },
  'added-required': { has: string, change: (site) => site.add('probeAdded', { ...string }, true) },
  'added-with-default': {
    has: string,
    change: (site) => site.add('probeAdded', { ...string, default: 'a', 'x-ms-visibility': 'internal' }, true),
  },
  summary: { has: string, change: set('x-ms-summary', 'Probe summary') },
  description: { has: string, change: set('description', 'Probe description') },
  detail: { has: string, change: set('x-ms-test-value', 'probe') },
} as const satisfies Readonly<Record<string, AspectEdit>>;

type AspectName = keyof typeof ASPECTS;

function narrow({ value }: Site): void {
  const values = Array.isArray(value['enum']) ? value['enum'] : [];
  value['enum'] = values.filter((one) => one !== values.at(-1));
}

/** The same of the first real place where it can be made, and otherwise of one that both versions get. */
function at(area: Area, name: AspectName): Edit {
  const edit: AspectEdit = ASPECTS[name];
  return (material) => {
    const site =
      realSite(material, area, edit) ??
      madeSite(material, area, 'probeField', structuredClone(edit.has), edit.required === true);
    return () => edit.change(site);
  };
}

function realSite(material: Material, area: Area, edit: AspectEdit): Site | undefined {
  const fitting = sitesIn(material, area).filter((site) => fits(site, edit));
  return fitting[fitting.length >> 1];
}

function fits({ value, isRequired }: Site, { has, lacks = [], required }: AspectEdit): boolean {
  if (required !== undefined && required !== isRequired) return false;
  const unwanted = ['$ref', 'allOf', 'x-ms-visibility', ...lacks].filter((key) => has[key] === undefined);
  if (unwanted.some((key) => value[key] !== undefined && value[key] !== '')) return false;
  return Object.entries(has).every(([key, wanted]) => isLike(value[key], wanted));
}

/** Lists have two values or more, objects the same keys or more; "a" stands for any text, and a number for any number. */
function isLike(value: Value | undefined, wanted: Value): boolean {
  if (Array.isArray(wanted)) return Array.isArray(value) && new Set(value).size > 1;
  if (isTree(wanted)) return isTree(value) && Object.keys(wanted).every((key) => value[key] !== undefined);
  if (wanted === 'a' || typeof wanted === 'number') return typeof value === typeof wanted;
  return value === wanted;
}

const COMMON = [
  'removed',
  'renamed',
  'type-changed',
  'format-changed',
  'hidden',
  'visibility-changed',
  'made-not-nullable',
  'enum-narrowed',
  'enum-widened',
  'constraint-loosened',
  'constraint-tightened',
] as const;
const INPUTS = [
  ...COMMON,
  'made-required',
  'made-required-with-default',
  'made-optional',
  'type-widened',
  'format-incompatible',
  'enum-added',
  'default-changed',
  'hidden-with-default',
  'constraint-changed',
] as const;
const OUTPUTS = [...COMMON, 'type-narrowed', 'made-optional', 'made-required', 'made-nullable'] as const;

function named<A extends Area, N extends AspectName>(area: A, names: readonly N[]): Record<`${A}-${N}`, Edit> {
  return Object.fromEntries(names.map((name) => [`${area}-${name}`, at(area, name)])) as Record<`${A}-${N}`, Edit>;
}

/** Two of which one stands behind the other change places. */
function swapped(area: Area, required: boolean): Edit {
  return (material) => {
    const one = madeSite(material, area, 'probeOne', { type: 'string' }, required);
    one.add('probeTwo', { type: 'string' }, required);
    return () => one.swap();
  };
}

/** Changes to parameters, and to the fields that makers fill or read. */
export const ASPECT_EDITS = {
  ...named('parameter', INPUTS),
  ...named('input-field', [...INPUTS, 'made-read-only', 'made-writable', 'added-optional']),
  ...named('output-field', OUTPUTS),
  ...named('notification-field', OUTPUTS),
  'required-parameter-added': at('parameter', 'added-required'),
  'required-parameter-added-with-default': at('parameter', 'added-with-default'),
  'optional-parameter-added': at('parameter', 'added-optional'),
  'required-parameter-constraint-tightened': at('parameter', 'constraint-tightened-required'),
  'input-field-required-added': at('input-field', 'added-required'),
  'input-field-required-added-with-default': at('input-field', 'added-with-default'),
  'required-input-field-constraint-tightened': at('input-field', 'constraint-tightened-required'),
  'output-field-added': at('output-field', 'added-optional'),
  'notification-field-added': at('notification-field', 'added-optional'),
  'collection-format-changed': at('parameter', 'collection-format'),
  'url-encoding-changed': at('parameter', 'url-encoding'),
  'dynamic-values-changed': at('parameter', 'dynamic-values'),
  'dynamic-title-changed': at('parameter', 'dynamic-title'),
  'dynamic-value-path-changed': at('parameter', 'dynamic-value-path'),
  'dynamic-schema-changed': at('input-field', 'dynamic-schema'),
  'dynamic-schema-source-changed': at('input-field', 'dynamic-schema-source'),
  'discriminator-changed': at('input-field', 'discriminator'),
  'required-parameter-order-changed': swapped('parameter', true),
  'display-order-changed': swapped('parameter', false),
  'summary-changed': at('parameter', 'summary'),
  'description-changed': at('output-field', 'description'),
  'detail-changed': at('input-field', 'detail'),
} as const satisfies Partial<Readonly<Record<ChangeKindName, Edit>>>;

/** The same kinds by another way: where a second aspect, or another area, gives a kind that is tried above. */
export const MORE_ASPECT_EDITS: readonly (readonly [kind: ChangeKindName, where: string, edit: Edit])[] = [
  ['summary-changed', 'of an input field', at('input-field', 'summary')],
  ['summary-changed', 'of an output field', at('output-field', 'summary')],
  ['description-changed', 'of a parameter', at('parameter', 'description')],
  ['description-changed', 'of a notification field', at('notification-field', 'description')],
  ['detail-changed', 'of a parameter', at('parameter', 'detail')],
  ['detail-changed', 'a read-only output field', at('output-field', 'made-read-only')],
  ['detail-changed', 'the default of an output field', at('output-field', 'default-changed')],
  ['display-order-changed', 'of input fields', swapped('input-field', false)],
  ['display-order-changed', 'of output fields', swapped('output-field', false)],
  ['parameter-type-changed', 'to a narrower one', at('parameter', 'type-narrowed')],
  ['parameter-type-widened', 'by null', at('parameter', 'made-nullable')],
  ['input-field-type-changed', 'to a narrower one', at('input-field', 'type-narrowed')],
  ['input-field-type-widened', 'by null', at('input-field', 'made-nullable')],
  ['output-field-type-changed', 'to a wider one', at('output-field', 'type-widened')],
  ['output-field-format-changed', 'to an incompatible one', at('output-field', 'format-incompatible')],
  ['output-field-enum-narrowed', 'from any value', at('output-field', 'enum-added')],
  ['output-field-hidden', 'with a default', at('output-field', 'hidden-with-default')],
  ['dynamic-values-changed', 'of an input field', at('input-field', 'dynamic-values')],
  ['dynamic-value-path-changed', 'of an input field', at('input-field', 'dynamic-value-path')],
  ['dynamic-schema-changed', 'of an output field', at('output-field', 'dynamic-schema')],
];
