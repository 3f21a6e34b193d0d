import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const HERE = dirname(fileURLToPath(import.meta.url));

/** Bundles the floor and a peer, as we are bundled ourselves: loading many small files would be held against them. */
export async function bundleContenders(
  folder: string,
): Promise<{ readonly floor: string; readonly seriousme: string }> {
  const schema = join(folder, 'official-schema.js');
  writeFileSync(schema, officialSchema());
  await build({
    entryPoints: { floor: join(HERE, 'floor.ts'), seriousme: join(HERE, 'seriousme.ts') },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    minify: true,
    logLevel: 'warning',
    // The peer reads its schemas from beside its own file.
    external: ['@seriousme/openapi-schema-validator'],
    plugins: [resolveTo('official-schema', schema)],
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
  });
  return { floor: join(folder, 'floor.mjs'), seriousme: join(folder, 'seriousme.mjs') };
}

/** Bundles the engine alone. Gives the file. */
export function bundleEngine(folder: string): Promise<string> {
  return bundleAlone('compare-history', folder);
}

/** Bundles the converter alone. Gives the file. */
export function bundleConverter(folder: string): Promise<string> {
  return bundleAlone('convert', folder);
}

async function bundleAlone(name: string, folder: string): Promise<string> {
  const outfile = join(folder, `${name}.mjs`);
  const entryPoints = [join(HERE, `${name}.ts`)];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', target: 'node24', minify: true });
  return outfile;
}

function resolveTo(name: string, path: string): Plugin {
  return {
    name,
    setup: (build) => {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path }));
    },
  };
}

type AjvClass = new (options: object) => { compile: (schema: object) => unknown };

/** The official schema as the peer ships it, and the ajv for its old draft, compiled to source. */
function officialSchema(): string {
  const require = createRequire(createRequire(import.meta.url).resolve('@seriousme/openapi-schema-validator'));
  const Ajv = (require('ajv-draft-04') as { default: AjvClass }).default;
  const addFormats = (require('ajv-formats') as { default: (ajv: object) => void }).default;
  const standalone = (require('ajv/dist/standalone') as { default: (ajv: object, refs: object) => string }).default;
  const schema = require('./schemas/v2.0/schema.json') as { readonly id: string };
  const ajv = new Ajv({ strict: false, validateFormats: true, code: { source: true, esm: true } });
  addFormats(ajv);
  ajv.compile(schema);
  return standalone(ajv, { validate: schema.id });
}
