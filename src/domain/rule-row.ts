import type { Product } from './change.ts';
import type { Severity } from './finding.ts';
import type { Profile } from './registry-file.ts';

/** How a profile judges one code; `off` switches it off. */
export type ProfileSeverity = Severity | 'off';

/** What is fixed about one rule code. */
export interface RuleRow {
  readonly severity: Readonly<Record<Profile, ProfileSeverity>>;
  /** Products whose users would notice. */
  readonly products: readonly Product[];
  /** Names under which the platform's own validator reports it. */
  readonly official: readonly string[];
  /** Whether `validate --fix` can repair it. */
  readonly fixable: boolean;
  /** `planned`: the code is reserved, nothing reports it yet. `unchecked`: nothing ever will, and `why` says why. */
  readonly status: 'checked' | 'planned' | 'unchecked';
  /** Of what is `unchecked`: one sentence on why files cannot tell, or who tells instead. */
  readonly why?: string;
  /** Who reports it: reading files, judging a document by its schema, a rule of its own in src/rules, applying suppressions, or comparing with a base. */
  readonly by: 'load' | 'structure' | 'rule' | 'suppression' | 'base';
}

type Severities = RuleRow['severity'];
type Options = Partial<Pick<RuleRow, 'products' | 'official' | 'fixable'>>;

const per = (
  base: ProfileSeverity,
  certified: ProfileSeverity,
  independent: ProfileSeverity,
  strict: ProfileSeverity,
) => ({ base, certified, 'independent-publisher': independent, strict }) satisfies Severities;

export const ERROR = per('error', 'error', 'error', 'error');
export const WARNING = per('warning', 'warning', 'warning', 'warning');
/** A fact that whoever reads the report should know; nothing to mend. */
export const NOTE = per('info', 'info', 'info', 'info');
/** Guidance: worth knowing, and asked for by the strict profile. */
export const GUIDE = per('info', 'info', 'info', 'warning');
/** Guidance for who registers only: certification asks for the opposite. */
export const BASE_GUIDE = per('info', 'off', 'off', 'off');
export const STRICT = per('off', 'off', 'off', 'warning');
/** Only who certifies is refused; everybody else is told. */
export const CERT_ELSE_WARNING = per('warning', 'error', 'error', 'error');
export const CERT_ERROR = per('off', 'error', 'error', 'error');
export const CERT_WARNING = per('off', 'warning', 'warning', 'warning');
export const CERT_GUIDE = per('off', 'info', 'info', 'warning');
/** What certification asks of companies; an independent publisher hands in no such thing. */
export const VERIFIED_ERROR = per('off', 'error', 'off', 'error');
export const VERIFIED_WARNING = per('off', 'warning', 'off', 'warning');
export const INDEPENDENT_ERROR = per('off', 'off', 'error', 'off');
export const INDEPENDENT_WARNING = per('off', 'off', 'warning', 'off');
export const INDEPENDENT_GUIDE = per('off', 'off', 'info', 'off');
/** Outside what a registry judges, or judged elsewhere: the code is reserved so that nothing else takes it. */
const OFF = per('off', 'off', 'off', 'off');

export const EVERY_PRODUCT: readonly Product[] = ['logic-apps', 'power-automate', 'power-apps'];
export const FLOWS: readonly Product[] = ['logic-apps', 'power-automate'];
export const POWER: readonly Product[] = ['power-automate', 'power-apps'];

/** A code that a rule in src/rules reports. */
export const checked = (severity: Severities, options: Options = {}): RuleRow =>
  row('checked', 'rule', severity, options);
/** A code that reading the files reports. */
export const loaded = (severity: Severities, options: Options = {}): RuleRow =>
  row('checked', 'load', severity, options);
/** A code for what a schema finds, unless a rule says it better. */
export const structural = (severity: Severities, options: Options = {}): RuleRow =>
  row('checked', 'structure', severity, options);
/** A code for what is wrong with a suppression, which is known only when all else was judged. */
export const ofSuppressions = (severity: Severities, options: Options = {}): RuleRow =>
  row('checked', 'suppression', severity, options);
/** A code for what only shows beside a base. */
export const ofChange = (severity: Severities, options: Options = {}): RuleRow =>
  row('checked', 'base', severity, options);
/** A code that stays reserved for what files cannot tell. */
export const unchecked = (why: string): RuleRow => ({ ...row('unchecked', 'rule', OFF, {}), why });

function row(status: RuleRow['status'], by: RuleRow['by'], severity: Severities, options: Options): RuleRow {
  return { severity, products: EVERY_PRODUCT, official: [], fixable: false, ...options, status, by };
}
