import type { Connector, OpenApiPart, TreePart } from '../domain/connector.ts';
import type { FilePlace } from '../domain/finding.ts';
import { plainPart } from '../domain/plain-part.ts';
import type { Pointer } from '../domain/pointer.ts';
import type { ConnectorReader } from '../load/load-tree.ts';
import type { JudgedOne } from './judged-one.ts';

/** A part without its function. */
type PackedPart<Part extends TreePart> = Omit<Part, 'placeOf'>;
type Parts = Pick<Connector, 'openapi' | 'properties' | 'manifestPart'>;

/** A judged connector without a function in it: what can go to another thread. */
export interface PackedJudged extends Omit<JudgedOne, 'outline'> {
  readonly outline: Omit<Connector, keyof Parts>;
  readonly openapi: PackedPart<OpenApiPart> | undefined;
  readonly properties: PackedPart<TreePart> | undefined;
  readonly manifestPart: PackedPart<TreePart> | undefined;
}

export function packed({ outline, ...rest }: JudgedOne): PackedJudged {
  const { openapi, properties, manifestPart, ...plain } = outline;
  const parts = {
    openapi: openapi && packedPart(openapi),
    properties: properties && packedPart(properties),
    manifestPart: manifestPart && packedPart(manifestPart),
  };
  return { ...rest, outline: plain, ...parts };
}

function packedPart<Part extends TreePart>({ placeOf: _placeOf, ...part }: Part): PackedPart<Part> {
  return part;
}

/** What cannot come from another thread is read again when somebody asks for it, which is rare. */
export function unpacked(
  { outline, openapi, properties, manifestPart, ...rest }: PackedJudged,
  read: ConnectorReader,
): JudgedOne {
  let again: Connector | undefined;
  const whole = <Part extends TreePart>(
    part: PackedPart<Part> | undefined,
    name: keyof Parts,
  ): (PackedPart<Part> & Pick<TreePart, 'placeOf'>) | undefined => {
    if (part === undefined) return undefined;
    if (part.prefix !== undefined) return { ...part, ...plainPart(part.file, part.value, part.prefix) };
    const placeOf = (pointer: Pointer): FilePlace => {
      again ??= read();
      return again?.[name]?.placeOf(pointer) ?? { file: part.file };
    };
    return { ...part, placeOf };
  };
  const manifest = whole(manifestPart, 'manifestPart');
  const parts = { openapi: whole(openapi, 'openapi'), properties: whole(properties, 'properties') };
  return { ...rest, outline: { ...outline, ...parts, ...(manifest && { manifestPart: manifest }) } };
}
