import type { Connector } from '../domain/connector.ts';
import type { Profile, RegistryFile } from '../domain/registry-file.ts';
import { checkEach } from '../rules/check.ts';
import { suppress, type Judged } from '../rules/suppress.ts';

export interface Judging {
  /** Judges every connector by this profile, whatever registry.yaml says. */
  readonly profile?: Profile;
  /** YYYY-MM-DD: on which day suppressions must not have expired. */
  readonly today: string;
}

/**
 * What the rules find in each connector, and what its suppressions cover of that. With `within`, only its connectors are judged in
 * themselves, and the others get what shows across connectors.
 */
export function judge(
  tree: { readonly connectors: readonly Connector[]; readonly registry: RegistryFile },
  judging: Judging,
  within?: ReadonlySet<Connector>,
): Map<Connector, Judged> {
  const profileOf = profilesOf(tree, judging);
  const found = checkEach(tree.connectors, profileOf, within);
  return new Map(
    [...found].map(([connector, diagnostics]) => {
      const judged = suppress(connector, diagnostics, { profile: profileOf(connector), today: judging.today });
      // Of what was not judged in itself nobody knows which suppressions are used.
      return [connector, within?.has(connector) === false ? withoutNew(judged, diagnostics) : judged];
    }),
  );
}

/** How strictly each connector of a tree is judged. */
export function profilesOf(
  { registry }: { readonly registry: RegistryFile },
  { profile }: Judging,
): (connector: Connector) => Profile {
  return ({ folder }) => profile ?? profileOfFolder(registry, folder);
}

function withoutNew({ diagnostics, suppressed }: Judged, found: Judged['diagnostics']): Judged {
  return { diagnostics: diagnostics.filter((one) => found.includes(one)), suppressed };
}

/** The profile of the longest folder in registry.yaml that holds a connector; `base` when none does. */
export function profileOfFolder(registry: RegistryFile, folder: string): Profile {
  const holding = registry.profiles
    .filter((rule) => rule.folder === '.' || folder === rule.folder || folder.startsWith(`${rule.folder}/`))
    .toSorted((one, two) => two.folder.length - one.folder.length);
  return holding[0]?.profile ?? 'base';
}
