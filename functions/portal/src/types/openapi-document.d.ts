// The API's own description (OpenAPI 3.1) as the reference page reads it.

interface ApiSchema {
  $ref?: string;
  oneOf?: ApiSchema[];
  allOf?: ApiSchema[];
  items?: ApiSchema;
  enum?: unknown[];
  const?: unknown;
  type?: string | string[];
  format?: string;
  description?: string;
  properties?: Record<string, ApiSchema>;
  required?: string[];
}

interface ApiParameter {
  $ref?: string;
  name: string;
  in: string;
  required?: boolean;
  schema: ApiSchema;
  description?: string;
  example?: unknown;
}

type ApiContent = Record<string, { schema?: ApiSchema; example?: unknown }>;

interface ApiResponse {
  $ref?: string;
  description: string;
  content?: ApiContent;
}

interface ApiOperation {
  operationId: string;
  tags: string[];
  summary: string;
  /** The same in English, in more words. */
  'x-en': string;
  description?: string;
  parameters?: ApiParameter[];
  requestBody?: { $ref?: string; content: ApiContent };
  responses: Record<string, ApiResponse>;
  'x-roles'?: string[];
}

type ApiMethod = 'get' | 'post' | 'put' | 'delete';

interface ApiDocument {
  openapi: string;
  info: { summary: string; 'x-en': string; description: string };
  tags: { name: string; 'x-displayName': string; 'x-en': string }[];
  paths: Record<string, Partial<Record<ApiMethod, ApiOperation>> & { parameters?: ApiParameter[] }>;
  components: { schemas: Record<string, ApiSchema> };
  'x-problems': ApiProblem[];
}

/** A kind of problem; its type is the address of the portal that says what it is. */
interface ApiProblem {
  type: string;
  status: number;
  title: string;
  'x-en': string;
}

/** An operation with what its path says. */
interface ApiCall extends ApiOperation {
  path: string;
  method: string;
  tag: string;
  parameters: ApiParameter[];
  roles: string[];
}
