import * as z from 'zod';
import { FUNCTION_NAMES, type FunctionName, POLICIES } from './access/policies.ts';
import {
  CancelAnswerSchema,
  CheckAnswerSchema,
  PreviewAnswerSchema,
  ProblemSchema,
  QueuedAnswerSchema,
  RecomputeAnswerSchema,
  StatusAnswerSchema,
} from './schemas/answers.ts';
import {
  PublishAnswerSchema,
  VerifyAnswerSchema,
  WithdrawAnswerSchema,
} from './schemas/publication-answers.ts';
import { PublishRequestSchema, WithdrawRequestSchema } from './schemas/publication-requests.ts';
import {
  CancelRequestSchema,
  RecomputeRequestSchema,
  StatusRequestSchema,
  WorkbookRequestSchema,
} from './schemas/requests.ts';
import { SetupAnswerSchema, SetupRequestSchema } from './schemas/setup-schemas.ts';

interface Operation {
  readonly summary: string;
  readonly request: z.ZodType;
  /** By status; every other status is a problem document. */
  readonly answers: Readonly<Record<string, z.ZodType>>;
}

/** What each function takes and answers. A function that is not described here does not compile. */
const OPERATIONS: Readonly<Record<FunctionName, Operation>> = {
  recompute: {
    summary: 'Scores what was entered and writes rankings, summary, issues and run log in one commit',
    request: RecomputeRequestSchema,
    answers: { '200': RecomputeAnswerSchema, '202': QueuedAnswerSchema },
  },
  preview: {
    summary: 'What a recompute would change; writes nothing',
    request: WorkbookRequestSchema,
    answers: { '200': PreviewAnswerSchema },
  },
  check: {
    summary: 'Everything that would have to be corrected; writes nothing',
    request: WorkbookRequestSchema,
    answers: { '200': CheckAnswerSchema },
  },
  status: {
    summary: 'What is under way, whether the results stand, the newest lines of the run log',
    request: StatusRequestSchema,
    answers: { '200': StatusAnswerSchema },
  },
  cancel: {
    summary: 'Asks runs of a workbook to stop before they write',
    request: CancelRequestSchema,
    answers: { '200': CancelAnswerSchema },
  },
  publish: {
    summary: 'The draft of a publication; with its hash as confirmation, the publication itself',
    request: PublishRequestSchema,
    answers: { '200': PublishAnswerSchema },
  },
  withdraw: {
    summary: 'Closes what is published and says so in both logs',
    request: WithdrawRequestSchema,
    answers: { '200': WithdrawAnswerSchema },
  },
  verify: {
    summary: 'Computes the published results again and compares every cell and hash; writes nothing',
    request: WorkbookRequestSchema,
    answers: { '200': VerifyAnswerSchema },
  },
  setup: {
    summary: 'What a new year would begin with; with an empty file of the caller’s, its control workbook',
    request: SetupRequestSchema,
    answers: { '200': SetupAnswerSchema },
  },
};

/** Statuses of refusals, with what they stand for. */
const REFUSALS: Readonly<Record<string, string>> = {
  '400': 'The body is not what the function takes',
  '401': 'No identity token, or one that is not valid',
  '403': 'Known, but not allowed',
  '404': 'No such workbook, or none that the caller may see',
  '409': 'Cancelled, overtaken, or the tabs changed meanwhile',
  '413': 'The body is larger than 64 KB, or the workbook larger than Google takes',
  '422': 'The entries have errors',
  '429': 'Too many calls of this person for this workbook, or Google’s quota',
  '500': 'An error of the functions',
  '502': 'Google refused the functions’ own account',
  '503': 'Google does not answer, or the work takes longer than a caller waits; try again',
};

function schemaOf(schema: z.ZodType): unknown {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12' });
  return rest;
}

function pathOf(name: FunctionName): unknown {
  const { summary, request, answers } = OPERATIONS[name];
  const { role } = POLICIES[name];
  const good = Object.entries(answers).map(([status, schema]) => [
    status,
    { description: summary, content: { 'application/json': { schema: schemaOf(schema) } } },
  ]);
  const refusals = Object.entries(REFUSALS).map(([status, description]) => [
    status,
    {
      description,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  return {
    post: {
      operationId: name,
      summary,
      description: `For whoever is at least ${role} of the workbook.`,
      security: [{ identityToken: [] }],
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(request) } } },
      responses: Object.fromEntries([...good, ...refusals]),
    },
  };
}

/** The functions as OpenAPI 3.1 has them, made from the schemas that check the requests. */
export function openApiDocument(): unknown {
  return {
    openapi: '3.1.0',
    info: { title: 'PAR Index on Google Sheets: functions', version: '1' },
    paths: {
      ...Object.fromEntries(FUNCTION_NAMES.map((name) => [`/${name}`, pathOf(name)])),
      '/health': {
        get: {
          operationId: 'health',
          summary: 'Whether the process answers; asks nothing of Google',
          responses: { '200': { description: 'It does' } },
        },
      },
    },
    components: {
      securitySchemes: { identityToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: schemaOf(ProblemSchema) },
    },
  };
}
