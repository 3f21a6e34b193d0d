import * as core from '@actions/core';
import { exchangeIdToken } from '../../src/adapters/github/oidc.ts';
import { remembered, type Authenticate } from '../../src/adapters/registry/client.ts';
import type { AuthenticateFor } from '../../src/app/plan-targets.ts';
import type { Target } from '../../src/domain/registry-file.ts';

/** Signs in at the registries with the identity of the job: one token for each target and purpose, masked in the log. */
export function authenticateByIdentity(): AuthenticateFor {
  const known = new Map<string, Authenticate>();
  return (target) => {
    const found = known.get(target.name) ?? remembered(exchangeFor(target));
    known.set(target.name, found);
    return found;
  };
}

function exchangeFor({ registry, scope }: Target): Authenticate {
  return async (purpose) => {
    const release = purpose.kind === 'publish' ? { release: purpose.release } : {};
    const issued = await exchangeIdToken({ registry, scope, ...release }, async (audience) =>
      core.getIDToken(audience),
    );
    core.setSecret(issued.token);
    return issued.token;
  };
}
