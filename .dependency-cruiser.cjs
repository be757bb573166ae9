/**
 * The rooms and their one-way doors (docs/architecture.md). Comments are addressed to whoever trips a rule.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const pure = '^src/(domain|engine|workbook)/';
const browser = '^src/local/(page/(client|model|chart)|script-host/fakes|stand-in/values)/';

module.exports = {
  forbidden: [
    {
      name: 'domain-is-a-leaf',
      comment: 'domain knows nouns and zod; put I/O in sheets and arithmetic in engine.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: ['^src/domain/', 'node_modules/zod/'] },
    },
    {
      name: 'engine-sees-domain',
      comment: 'The engine computes from domain values alone; pass what it needs as an argument.',
      severity: 'error',
      from: { path: '^src/engine/' },
      to: { pathNot: ['^src/(domain|engine)/'] },
    },
    {
      name: 'workbook-is-pure',
      comment: 'Tabs are parsed and rendered without engine, Google or disk.',
      severity: 'error',
      from: { path: '^src/workbook/' },
      to: { pathNot: ['^src/(domain|workbook)/', 'node_modules/zod/'] },
    },
    {
      name: 'sheets-knows-no-tab',
      comment: 'The gateway speaks grids and ranges; what a tab means belongs to workbook.',
      severity: 'error',
      from: { path: '^src/sheets/' },
      to: { path: '^(functions|src/(engine|workbook|jobs|local|offline))/' },
    },
    {
      name: 'jobs-use-the-port',
      comment: 'A job talks to the spreadsheet through src/sheets/spreadsheet-port.ts only.',
      severity: 'error',
      from: { path: '^src/jobs/' },
      to: { path: '^(functions/|src/(local|offline)/|src/sheets/(?!spreadsheet-port))' },
    },
    {
      name: 'jobs-have-no-host',
      comment: 'A job may hash (node:crypto); files, processes and sockets belong to composition roots.',
      severity: 'error',
      from: { path: '^src/jobs/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'pure-rooms-have-no-host',
      comment: 'domain, engine and workbook run anywhere: no node: module.',
      severity: 'error',
      from: { path: pure },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'google-only-in-sheets',
      comment: 'Only src/sheets touches Google’s client.',
      severity: 'error',
      from: { path: '^(functions|src)/', pathNot: '^src/sheets/' },
      to: { path: 'node_modules/(googleapis|googleapis-common|google-auth-library|gaxios)/' },
    },
    {
      name: 'deep-googleapis-only',
      comment:
        "Import 'googleapis/build/src/apis/sheets/v4.js', never 'googleapis': 124 ms of cold start against 640 ms.",
      severity: 'error',
      from: { path: '^(functions|src|test)/' },
      to: { path: 'node_modules/googleapis/build/src/(index|googleapis)\\.' },
    },
    {
      name: 'stand-in-stands-alone',
      comment: 'The stand-in speaks the public REST protocol and knows nothing of the index.',
      severity: 'error',
      from: { path: '^src/local/stand-in/' },
      to: { path: '^(functions/|src/)', pathNot: '^src/local/stand-in/' },
    },
    {
      name: 'page-runs-in-a-browser',
      comment: 'What the browser gets, and what it is made of, has no node: module.',
      severity: 'error',
      from: { path: browser },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'page-client-sees-no-server',
      comment:
        'The browser gets shapes, words and pure readers; whatever holds a token or a file stays on the server.',
      severity: 'error',
      from: { path: '^src/local/page/client/' },
      to: {
        path: '^(functions|src)/',
        pathNot: [
          '^src/domain/',
          '^src/local/page/(client|model|chart)/',
          '^src/local/script-host/fakes/',
          '^src/local/stand-in/values/',
          '^src/workbook/a1\\.ts$',
        ],
      },
    },
    {
      name: 'page-model-is-pure',
      comment: 'What is shown is worked out of states of a workbook, without server, browser or product.',
      severity: 'error',
      from: { path: '^src/local/page/(model|chart)/' },
      to: {
        path: '^(functions|src)/',
        pathNot: [
          '^src/domain/',
          '^src/local/page/(model|chart)/',
          '^src/local/stand-in/(contract/json|model|values)',
          '^src/workbook/a1\\.ts$',
        ],
      },
    },
    {
      name: 'univer-behind-its-adapter',
      comment:
        'Only src/local/page/client/univer touches the grid’s package, so that another can take its place.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/local/page/client/univer/' },
      to: { path: 'node_modules/@univerjs/' },
    },
    {
      name: 'composition-roots-are-roots',
      comment: 'Nothing imports a composition root.',
      severity: 'error',
      from: { path: '^src/(domain|engine|workbook|sheets|jobs)/' },
      to: { path: '^(functions|src/(offline|local))/' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-production-to-test',
      severity: 'error',
      from: { path: '^(src|functions)/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
