import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { build, type Plugin } from 'esbuild';
import {
  LIGHTER,
  NEVER_CREDENTIALS,
  NEVER_CREDENTIALS_PART,
  NEVER_MODULES,
  neverModule,
} from './lighter-parts.ts';
import manifest from './package.json' with { type: 'json' };

/** The deploy: what every start needs in few files, what is asked for a few times a year in others; the framework comes from the registry beside it. */
const OUT = 'dist/functions';
const FRAMEWORK = '@google-cloud/functions-framework';

/** The end of a path, whichever slash it has. */
function endingIn(paths: readonly string[]): RegExp {
  const ends = paths.map((path) => path.replaceAll('.', '\\.').replaceAll('/', '[\\\\/]'));
  return new RegExp(`[\\\\/](${ends.join('|')})$`);
}

/** Google's libraries read their own version; the rest of their manifests is of no use. */
const MANIFESTS = endingIn([
  'google-auth-library/package.json',
  'googleapis-common/package.json',
  'gaxios/package.json',
]);

const lighter: Plugin = {
  name: 'lighter',
  setup: ({ onResolve, onLoad }) => {
    // Google's own libraries bring several copies of one transport; that of the client serves them all.
    const ofClient = createRequire(createRequire(import.meta.url).resolve('googleapis-common'));
    onResolve({ filter: /^gaxios$/ }, () => ({ path: ofClient.resolve('gaxios') }));
    const ofAuth = new RegExp(`^\\./(?:auth/)?(${NEVER_CREDENTIALS.join('|')})(\\.js)?$`);
    onResolve({ filter: ofAuth }, ({ path, importer }) =>
      importer.includes('google-auth-library') ? { path, namespace: 'never' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'never' }, () => ({ contents: NEVER_CREDENTIALS_PART }));
    onLoad({ filter: endingIn(NEVER_MODULES) }, async ({ path }) => ({
      contents: neverModule(await readFile(path, 'utf8')),
    }));
    onLoad({ filter: MANIFESTS }, async ({ path }) => {
      const { name, version } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ name, version }), loader: 'json' };
    });
    const filter = new RegExp(`^(${Object.keys(LIGHTER).join('|')})$`);
    onResolve({ filter }, ({ path }) => ({ path, namespace: 'lighter' }));
    onLoad({ filter: /.*/, namespace: 'lighter' }, ({ path }) => ({
      contents: LIGHTER[path] ?? '',
      resolveDir: import.meta.dirname,
    }));
  },
};

/** Ports and names are read from the environment when the file starts, never while it is built. */
async function buildFunctions(): Promise<void> {
  // Names of parts follow their contents: those of the build before would stay.
  await rm(OUT, { recursive: true, force: true });
  const { metafile } = await build({
    entryPoints: { server: 'functions/index.ts' },
    outdir: OUT,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    chunkNames: 'part-[hash]',
    bundle: true,
    minify: true,
    charset: 'utf8',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    // Google's client is CommonJS and requires Node's own modules.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    external: [FRAMEWORK],
    plugins: [lighter],
    metafile: true,
    logLevel: 'warning',
  });
  await mkdir(OUT, { recursive: true });
  const deployed = {
    name: 'par-index-functions',
    private: true,
    type: 'module',
    main: 'server.mjs',
    scripts: { start: 'node server.mjs' },
    engines: { node: '24' },
    dependencies: { [FRAMEWORK]: manifest.dependencies[FRAMEWORK] },
  };
  await writeFile(`${OUT}/package.json`, `${JSON.stringify(deployed, null, 2)}\n`);
  for (const [file, { bytes }] of Object.entries(metafile.outputs))
    process.stdout.write(`${file}: ${Math.round(bytes / 1024)} KB\n`);
}

await buildFunctions();
