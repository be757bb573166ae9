import { mkdir, writeFile } from 'node:fs/promises';
import { build, type Plugin } from 'esbuild';
import manifest from './package.json' with { type: 'json' };

/** The deploy: all functions in one CommonJS file; the framework comes from the registry beside it. */
const OUT = 'dist/functions';
const FRAMEWORK = '@google-cloud/functions-framework';

/** Node has its own fetch; the one that Google’s client brings for older versions is a tenth of the bundle. */
const nativeFetch: Plugin = {
  name: 'native-fetch',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^node-fetch$/ }, ({ path }) => ({ path, namespace: 'native-fetch' }));
    onLoad({ filter: /.*/, namespace: 'native-fetch' }, () => ({
      contents: 'export default globalThis.fetch;',
    }));
  },
};

/** Ports and names are read from the environment when the file starts, never while it is built. */
async function buildFunctions(): Promise<void> {
  const { metafile } = await build({
    entryPoints: { server: 'functions/index.ts' },
    outdir: OUT,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    minify: true,
    charset: 'utf8',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: [FRAMEWORK],
    plugins: [nativeFetch],
    metafile: true,
    logLevel: 'warning',
  });
  await mkdir(OUT, { recursive: true });
  const deployed = {
    name: 'par-index-functions',
    private: true,
    main: 'server.cjs',
    scripts: { start: 'node server.cjs' },
    engines: { node: '24' },
    dependencies: { [FRAMEWORK]: manifest.dependencies[FRAMEWORK] },
  };
  await writeFile(`${OUT}/package.json`, `${JSON.stringify(deployed, null, 2)}\n`);
  for (const [file, { bytes }] of Object.entries(metafile.outputs))
    process.stdout.write(`${file}: ${Math.round(bytes / 1024)} KB\n`);
}

await buildFunctions();
