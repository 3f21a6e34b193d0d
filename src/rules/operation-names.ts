import { isObject, member, stringMember, type Json } from '../domain/json.ts';
import { VERBS, type Verb } from '../domain/operation.ts';

/** By what ids the operations of a document are known. */
export interface OperationNames {
  /** The id of the operation at a path, when no other has it. */
  readonly idAt: (path: string, verb: Verb) => string | undefined;
  /** What became of an id that stands somewhere else than at its operation. */
  readonly idNow: (id: string) => string;
}

/**
 * With `later`, a newer version of the document, an operation that lost its id (or got its first one) is known by what stands at its path
 * there, unless that is another operation that moved. So a finding stays the same one when its operation is renamed.
 */
export function operationNamesOf(document: Json | undefined, later?: Json): OperationNames {
  const own = idsOf(document);
  if (later === undefined) return { idAt: own.idAt, idNow: (id) => id };
  const next = idsOf(later);
  const idAt = (path: string, verb: Verb): string | undefined => {
    const id = own.idAt(path, verb);
    if ((id !== undefined && next.placeOf(id) !== undefined) || operationAt(later, path, verb) === undefined) return id;
    const successor = next.idAt(path, verb);
    return successor !== undefined && own.placeOf(successor) !== undefined ? id : successor;
  };
  const idNow = (id: string): string => {
    const place = own.placeOf(id);
    return place === undefined ? id : (idAt(place.path, place.verb) ?? id);
  };
  return { idAt, idNow };
}

interface Place {
  readonly path: string;
  readonly verb: Verb;
}

/** Operations by id and the reverse, of ids that only one operation has. */
function idsOf(document: Json | undefined): {
  readonly idAt: OperationNames['idAt'];
  readonly placeOf: (id: string) => Place | undefined;
} {
  const places = new Map<string, Place | 'many'>();
  const paths = member(document, 'paths');
  for (const [path, pathItem] of isObject(paths) ? Object.entries(paths) : []) {
    for (const verb of VERBS) {
      const id = stringMember(member(pathItem, verb), 'operationId');
      if (id !== undefined) places.set(id, places.has(id) ? 'many' : { path, verb });
    }
  }
  const placeOf = (id: string): Place | undefined => {
    const place = places.get(id);
    return place === 'many' ? undefined : place;
  };
  const idAt = (path: string, verb: Verb): string | undefined => {
    const id = stringMember(operationAt(document, path, verb), 'operationId');
    return id === undefined || placeOf(id) === undefined ? undefined : id;
  };
  return { idAt, placeOf };
}

function operationAt(document: Json | undefined, path: string, verb: Verb): Json | undefined {
  return member(member(member(document, 'paths'), path), verb);
}
