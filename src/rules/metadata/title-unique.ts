import type { Connector } from '../../domain/connector.ts';
import { titleOf } from '../facts/connector-texts.ts';
import { filePlaceOf } from '../file-places.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';
import { twins } from '../shared-checks/twins.ts';

const TITLE = inOpenApi('/info/title');

export const titleUnique: Rule = {
  code: 'metadata/title-unique',
  tree: (connectors) =>
    twins(connectors, comparableTitle, (connector, others) => ({
      at: TITLE,
      message: `Title ${quote(shownTitle(connector))} is also that of connector ${quote(others[0]?.id)}`,
      hint: 'Call one of them by what makes it different: makers see both in one list',
      related: others.map((other) => ({ at: filePlaceOf(other, TITLE), message: 'The same title' })),
    })),
};

function shownTitle({ openapi }: Connector): string {
  return openapi === undefined ? '' : (titleOf(openapi.value) ?? '');
}

/** Case and spaces do not tell two titles apart. */
function comparableTitle(connector: Connector): string | undefined {
  const title = shownTitle(connector).toLowerCase().replace(/\s/g, '');
  return title === '' ? undefined : title;
}
