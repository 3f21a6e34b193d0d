import { hash } from 'node:crypto';
import type { PartPlace } from '../../domain/finding.ts';
import { filePlaceOf } from '../file-places.ts';
import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';
import { twins } from '../shared-checks/twins.ts';

const ICON: PartPlace = { part: 'icon', pointer: '' };

export const unique: Rule = {
  code: 'icon/unique',
  tree: (connectors) => {
    const digests = new Map(connectors.map(({ icon }) => [icon, icon && hash('sha256', icon.bytes)]));
    return twins(
      connectors,
      ({ icon }) => digests.get(icon),
      (_connector, others) => ({
        at: ICON,
        message: `The icon is also that of connector ${quote(others[0]?.id)}`,
        hint: 'Draw one of its own: makers tell connectors apart by it',
        related: others.map((other) => ({ at: filePlaceOf(other, ICON), message: 'The same icon' })),
      }),
    );
  },
};
