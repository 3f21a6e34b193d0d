import { entriesOf, isArray, member, objectMember, type Json, type JsonObject } from '../../domain/json.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';
import { requirementsOf, type SecurityRequirement } from '../facts/security.ts';

export const securityRequirementValue: Rule = {
  code: 'auth/security-requirement-value',
  document: (document) => problemsOf(document, document, ''),
  operation: ({ value, pointer }, { document = {} }) => problemsOf(document, value, pointer),
};

function problemsOf(document: JsonObject, holder: JsonObject, pointer: Pointer): Problem[] {
  const definitions = objectMember(document, 'securityDefinitions');
  return requirementsOf(holder, pointer).flatMap((requirement) => {
    const definition = member(definitions, requirement.name);
    if (definition === undefined || !isArray(requirement.scopes)) return [];
    return member(definition, 'type') === 'oauth2'
      ? scopesNotDeclared(requirement, requirement.scopes, definition)
      : scopesNotEmpty(requirement, requirement.scopes);
  });
}

function scopesNotEmpty(requirement: SecurityRequirement, scopes: readonly Json[]): Problem[] {
  if (scopes.length === 0) return [];
  const message = `Security requirement ${quote(requirement.name)} lists scopes, and only OAuth 2 has scopes`;
  return [{ at: inOpenApi(requirement.pointer), message, hint: 'Write an empty list' }];
}

function scopesNotDeclared(requirement: SecurityRequirement, scopes: readonly Json[], definition: Json): Problem[] {
  const declared = new Set(entriesOf(member(definition, 'scopes')).map(([name]) => name));
  return scopes.flatMap((scope, index) => {
    if (typeof scope !== 'string' || declared.has(scope)) return [];
    const message = `Scope ${quote(scope)} is not among the scopes of ${quote(requirement.name)}`;
    const hint = 'Add it to "scopes" of the security definition, or remove it here';
    return [{ at: inOpenApi(child(requirement.pointer, index)), message, hint }];
  });
}
