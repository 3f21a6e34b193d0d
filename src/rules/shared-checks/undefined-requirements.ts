import { entriesOf, member, type JsonObject } from '../../domain/json.ts';
import type { Pointer } from '../../domain/pointer.ts';
import { didYouMean } from '../did-you-mean.ts';
import { quote } from '../quote.ts';
import { keyInOpenApi, type Problem } from '../rule.ts';
import { requirementsOf } from '../facts/security.ts';

/** Findings for security requirements that no security definition has the name of. */
export function undefinedRequirements(document: JsonObject, holder: JsonObject, pointer: Pointer): Problem[] {
  const defined = new Set(entriesOf(member(document, 'securityDefinitions')).map(([name]) => name));
  return requirementsOf(holder, pointer).flatMap((requirement) => {
    if (defined.has(requirement.name)) return [];
    return [
      {
        at: keyInOpenApi(requirement.pointer),
        message: `Security requirement ${quote(requirement.name)} is not in "securityDefinitions"`,
        hint: didYouMean(requirement.name, defined, 'Define it there, or remove the requirement'),
      },
    ];
  });
}
