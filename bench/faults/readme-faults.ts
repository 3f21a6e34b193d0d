import type { Draft } from './draft.ts';
import { oauthIn } from './auth-fragments.ts';
import type { FaultTable } from './fault.ts';

const FILE = 'README.md';
const README = `# Probe
What it is for.

## Publisher
Contoso

## Prerequisites
An account, and an app: register it with the service, and note its client id.

## Supported operations
All of them.

## Obtaining credentials
Ask for them.

## Known issues and limitations
None.

## Deployment instructions
Import it.
`;

/** The copies of real connectors come without their readme. */
function given(draft: Draft): void {
  draft.put(FILE, README);
}

export const README_FAULTS: FaultTable = {
  'readme/missing': {
    given,
    inject: (draft) => {
      draft.drop(FILE);
      // What has no file is told at the definition.
      return { file: draft.names.definition };
    },
  },
  'readme/sections': {
    given,
    inject: (draft) => {
      draft.put(FILE, README.replace('## Publisher\n', ''));
      return { file: FILE };
    },
  },
  'readme/oauth-app-steps': {
    given,
    inject: (draft) => {
      if (oauthIn(draft) === undefined) return undefined;
      draft.put(FILE, README.replace(/An account.*/, 'An account.'));
      return { file: FILE };
    },
  },
};
