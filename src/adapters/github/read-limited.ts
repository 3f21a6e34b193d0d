import { Failure } from '../../domain/failure.ts';

/** All bytes of a body, or a Failure as soon as there are more than `limit`. */
export async function readLimited(body: unknown, limit: number): Promise<Uint8Array> {
  if (!(body instanceof ReadableStream)) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.length;
    if (size > limit) {
      throw new Failure('refused', `The artifact is larger than ${limit} bytes`, {
        hint: 'Only the file that actions/validate writes may be in it',
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
