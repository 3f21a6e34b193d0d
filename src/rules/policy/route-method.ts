import { policyValuesOf } from '../facts/policies.ts';
import { quote } from '../quote.ts';
import { inProperties, type Rule } from '../rule.ts';

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', '@REQUEST.ORIGINALHTTPMETHOD']);

export const routeMethod: Rule = {
  code: 'policy/route-method',
  policy: (policy) =>
    policyValuesOf(policy).flatMap(({ name, value, pointer }) => {
      if (policy.template !== 'routerequesttoendpoint' || name !== 'httpMethod') return [];
      if (typeof value === 'string' && METHODS.has(value.toUpperCase())) return [];
      const message = `${quote(value)} is not an HTTP method that a request can be routed with`;
      return [
        {
          at: inProperties(pointer),
          message,
          hint: 'Use for example "GET", or "@Request.OriginalHTTPMethod" to keep it',
        },
      ];
    }),
};
