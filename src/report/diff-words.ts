import type { ChangeClass, Product } from '../domain/change.ts';
import type { DiffReport, ReportedChange } from './diff-report.ts';
import { plural } from './printable.ts';

/** The most dangerous first. */
export const CLASSES: readonly ChangeClass[] = ['forbidden', 'breaking', 'warning', 'safe'];

const NAMES: Readonly<Record<Product, string>> = {
  'logic-apps': 'Logic Apps',
  'power-automate': 'Power Automate',
  'power-apps': 'Power Apps',
};

/** `Logic Apps, Power Automate`. */
export function productNames(products: readonly Product[]): string {
  return products.map((product) => NAMES[product]).join(', ');
}

/** What a change does to whom, in one sentence without a dot; empty for a safe one. */
export function effectOf({
  class: danger,
  effect,
  products,
}: Pick<ReportedChange, 'class' | 'effect' | 'products'>): string {
  if (danger === 'safe' || products.length === 0) return '';
  const who = whoUses(products);
  return `${sentence(effect, who)} (${productNames(products)})`;
}

const EFFECTS: ReadonlyMap<string | undefined, (who: string) => string> = new Map([
  ['flow-fails', (who: string) => `${who} that use it fail`],
  ['designer-breaks', (who: string) => `${who} that use it run on, but show wrongly when somebody edits them`],
  ['connection-breaks', () => 'Connections have to be repaired or made again'],
]);

function sentence(effect: string | undefined, who: string): string {
  return EFFECTS.get(effect)?.(who) ?? `${who} that use it may behave differently`;
}

function whoUses(products: readonly Product[]): string {
  const apps = products.includes('power-apps');
  const flows = products.some((product) => product !== 'power-apps');
  return apps && flows ? 'Flows and apps' : apps ? 'Apps' : 'Flows';
}

type Counted = Readonly<Record<ChangeClass, number>>;

/** `1 breaking, 2 warnings, 3 safe`; classes without any are left out. */
export function countsInWords(counts: Counted): string {
  return CLASSES.filter((danger) => counts[danger] > 0)
    .map((danger) => (danger === 'warning' ? plural(counts.warning, danger) : `${counts[danger]} ${danger}`))
    .join(', ');
}

export function countClasses(changes: readonly Pick<ReportedChange, 'class'>[]): Counted {
  const counts = { forbidden: 0, breaking: 0, warning: 0, safe: 0 };
  for (const { class: danger } of changes) counts[danger] += 1;
  return counts;
}

/** `2 changes: 1 breaking, 1 safe (official label: major; semver: major)`. */
export function diffSummary(report: DiffReport): string {
  const { counts, changes, update, semver, connectors, notCompared = [] } = report;
  // The list of a pull request may be cut short; the counts never are.
  const total = Math.max(
    changes.length,
    CLASSES.reduce((sum, danger) => sum + counts[danger], 0),
  );
  const unknown = notCompared.length === 0 ? '' : `, ${plural(notCompared.length, 'part')} not compared`;
  if (total === 0) return `${plural(connectors, 'connector')}: no change${unknown}`;
  const acknowledged = changes.filter((change) => change.acknowledged === true).length;
  const note = acknowledged > 0 ? `, ${acknowledged} acknowledged` : '';
  return `${plural(total, 'change')}: ${countsInWords(counts)}${note}${unknown} (official label: ${update}; semver: ${semver})`;
}
