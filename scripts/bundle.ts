// Bundles what must run without a TypeScript loader: the command line (`cli`, into dist/) and each action (into its committed dist/).
// House style, which most runs do not need, lies beside both in a file of its own (docs/adr/0006).
// Usage: node scripts/bundle.ts [cli|actions|--check]      both without an argument; --check compares the committed bundles
import { chmodSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build, type BuildOptions } from 'esbuild';

// CommonJS packages inside an ES module bundle call `require`.
const REQUIRE =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";

const COMMON: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  minify: true,
  legalComments: 'none',
  banner: { js: REQUIRE },
  logLevel: 'warning',
};

interface Bundle {
  readonly entry: string;
  readonly outfile: string;
  readonly options?: BuildOptions;
}

const houseStyle = (outfile: string): Bundle => ({
  entry: 'src/house-style/thread.ts',
  outfile,
  // One of its packages has a form for Node that finds its own files at run time, and one for bundlers.
  options: { mainFields: ['module', 'main'] },
});

/** What an action is bundled with besides: the one that judges strangers' files gets no HTTP client. */
const OPTIONS: Readonly<Record<string, BuildOptions>> = {
  'actions/validate/index.ts': {
    alias: {
      '@actions/http-client': './actions/validate/no-network.ts',
      '@actions/http-client/lib/auth': './actions/validate/no-network.ts',
    },
  },
};

// Static imports are resolved before any line runs, so the check for the version of Node needs a file of its own.
const ENTRY = `#!/usr/bin/env node
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error('connectors needs Node 24 or newer, and this is ' + process.version + '. In a clone, "npm ci" installs one: use "npx connectors" or "npm start" there.');
  process.exit(2);
}
// Compiled code is kept beside the program, and lies there as safe as the program itself; where that cannot be written, none is kept.
nodeModule.enableCompileCache(fileURLToPath(new URL('.compile-cache', import.meta.url)));
const { main } = await import('./cli.mjs');
await main(process.argv.slice(2));
`;

async function bundleCommandLine(): Promise<void> {
  rmSync('dist', { recursive: true, force: true });
  mkdirSync('dist', { recursive: true });
  await build({
    ...COMMON,
    entryPoints: { cli: 'src/cli/main.ts', 'judge-thread': 'src/app/judge-thread.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
  });
  await build(optionsOf(houseStyle('dist/house-style.mjs')));
  writeFileSync('dist/connectors.mjs', ENTRY);
  chmodSync('dist/connectors.mjs', 0o755);
}

async function bundleActions(): Promise<void> {
  for (const bundle of actionBundles()) await build(optionsOf(bundle));
}

/** GitHub's runner executes what is committed, so what is committed must be what the source builds to. */
async function checkActions(): Promise<void> {
  for (const bundle of actionBundles()) {
    const { outputFiles } = await build({ ...optionsOf(bundle), write: false });
    const committed = existsSync(bundle.outfile) ? readFileSync(bundle.outfile) : undefined;
    if (committed !== undefined && outputFiles?.[0] !== undefined && committed.equals(outputFiles[0].contents))
      continue;
    console.error(`${bundle.outfile} is not what its source builds to: run "npm run build" and commit it.`);
    process.exitCode = 1;
  }
}

function actionBundles(): Bundle[] {
  const entries = globSync('actions/*/index.ts').toSorted();
  const actions = entries.map((entry) => ({
    entry,
    outfile: entry.replace(/index\.ts$/, 'dist/index.mjs'),
    ...(OPTIONS[entry] === undefined ? {} : { options: OPTIONS[entry] }),
  }));
  return [...actions, houseStyle('actions/validate/dist/house-style.mjs')];
}

function optionsOf({ entry, outfile, options }: Bundle): BuildOptions {
  return { ...COMMON, ...options, entryPoints: [entry], outfile };
}

const what = process.argv[2];
if (what === '--check') await checkActions();
else if (what === 'cli') await bundleCommandLine();
else if (what === 'actions') await bundleActions();
else if (what === undefined) {
  await bundleCommandLine();
  await bundleActions();
} else {
  console.error(`"${what}" is not something to bundle: cli, actions, or nothing for both.`);
  process.exit(2);
}
