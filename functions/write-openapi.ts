import { writeFile } from 'node:fs/promises';
import { openApiDocument } from './openapi.ts';

/** npm run openapi: writes the description of the functions for those who call them. */
await writeFile('docs/openapi.json', `${JSON.stringify(openApiDocument(), null, 2)}\n`);
