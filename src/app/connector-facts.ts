import type { Connector } from '../domain/connector.ts';
import type { RegistryFile } from '../domain/registry-file.ts';
import type { ConnectorFacts } from '../diff/draft.ts';
import { profileOfFolder } from './judge.ts';

/**
 * What registry.yaml says of a connector that matters for its changes: it is certified when its folder has the profile `certified`.
 * Of several files, such as the base's and a pull request's, one that says so is enough: taking the profile away must not lift what it forbids.
 */
export function factsFrom(registries: readonly RegistryFile[]): (connector: Connector) => ConnectorFacts {
  return ({ folder }) => ({
    certified: registries.some((registry) => profileOfFolder(registry, folder) === 'certified'),
  });
}
