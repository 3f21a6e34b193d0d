import { strToU8, zipSync, type Zippable } from 'fflate';

/** Archives that a hostile run could leave in place of one with `file`, which has this honest content. */
export function hostileArchives(file: string, honest: unknown): readonly (readonly [string, Uint8Array])[] {
  const bytes = strToU8(JSON.stringify(honest));
  const zip = (files: Zippable): Uint8Array => zipSync(files);
  const json = (value: unknown): Uint8Array => zip({ [file]: strToU8(JSON.stringify(value)) });
  return [
    ['a name that climbs out of the folder', zip({ [`../../${file}`]: bytes })],
    ['an absolute name', zip({ [`/etc/${file}`]: bytes })],
    ['a name for another system', zip({ [`..\\${file}`]: bytes })],
    ['a second file', zip({ [file]: bytes, 'index.mjs': strToU8('process.exit(0)') })],
    ['the file in a folder', zip({ connectors: { [file]: bytes } })],
    ['a link', zip({ [file]: [strToU8('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }] })],
    ['30 MB of nothing', zip({ [file]: new Uint8Array(30_000_000) })],
    ['4 MB that are no archive', new Uint8Array(4_000_000)],
    ['no archive', strToU8('hello')],
    ['an empty archive', zip({})],
    ['no JSON', zip({ [file]: strToU8('{"version":') })],
    ['bytes that are no text', zip({ [file]: new Uint8Array([0xff, 0xfe, 0]) })],
    ['a million brackets', zip({ [file]: strToU8('['.repeat(1_000_000)) })],
    ['nothing of the form', json({})],
    ['one key more', json({ ...(honest as object), '@octocat': '::error::pwned' })],
    ['another version', json({ ...(honest as object), version: 2 })],
    ['a key that would change a prototype', zip({ [file]: strToU8(withPrototype(honest)) })],
  ];
}

function withPrototype(honest: unknown): string {
  return JSON.stringify(honest).replace('{', '{"__proto__":{"kind":"there"},');
}
