import { routes } from '@plumbline/shared/contract/api';
import { startTestApi, type TestApi } from './start-test-api.js';

interface Media {
  schema?: object;
  example?: unknown;
}

interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  security: object[];
  parameters?: { name: string; in: string; required?: boolean; schema?: object }[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { description: string; content?: Record<string, Media> }>;
}

interface Document {
  openapi: string;
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
}

let api: TestApi;
let document: Document;
beforeAll(async () => {
  api = await startTestApi();
  document = (await (await fetch(`${api.url}/api/openapi.json`)).json()) as Document;
});
afterAll(() => api.stop());

const operations = (): [string, string, Operation][] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, string, Operation] => [
      path,
      method,
      operation,
    ]),
  );
const failing = (fits: (operation: Operation, path: string) => boolean): string[] =>
  operations()
    .filter(([path, , operation]) => !fits(operation, path))
    .map(([path, method]) => `${method} ${path}`);
const successOf = ({ responses }: Operation) =>
  Object.entries(responses).find(([status]) => status.startsWith('2'))!;

test('it is OpenAPI 3.1 and describes every operation once, by an id of its own', () => {
  expect(document.openapi).toMatch(/^3\.1\.\d$/);
  expect(operations()).toHaveLength(routes.length);
  expect(new Set(operations().map(([, , { operationId }]) => operationId)).size).toBe(routes.length);
});

test('every operation says what it does, under a known heading, with whom it lets in', () => {
  const tags = new Set(document.tags.map(({ name }) => name));
  const schemes = new Set(Object.keys(document.components.securitySchemes));
  expect(failing(({ summary, tags: [tag] }) => summary.length > 5 && tags.has(tag!))).toEqual([]);
  expect(
    failing(({ security }) => security.flatMap((one) => Object.keys(one)).every((name) => schemes.has(name))),
  ).toEqual([]);
});

test('every operation shows an example of what it takes and gives, and how it fails', () => {
  const shows = (media: Record<string, Media> | undefined) =>
    !media ||
    Object.values(media).every(({ schema, example }) => schema !== undefined && example !== undefined);
  expect(failing((operation) => shows(operation.requestBody?.content))).toEqual([]);
  expect(failing((operation) => shows(successOf(operation)[1].content))).toEqual([]);
  expect(failing((operation) => 'application/problem+json' in operation.responses['4XX']!.content!)).toEqual(
    [],
  );
});

test('every parameter of an address is declared as required, and no other', () => {
  expect(
    failing(({ parameters = [] }, path) => {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
      const declared = parameters.filter((each) => each.in === 'path');
      const required = declared.every((each) => each.required === true && each.schema !== undefined);
      return (
        required &&
        declared
          .map(({ name }) => name)
          .sort()
          .join() === named.sort().join()
      );
    }),
  ).toEqual([]);
});

test('every reference leads somewhere, and no named schema is left over', () => {
  const text = JSON.stringify(document);
  const named = new Set(
    [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name!),
  );
  const known = Object.keys(document.components.schemas);
  expect([...named].filter((name) => !known.includes(name))).toEqual([]);
  expect(known.filter((name) => !named.has(name))).toEqual([]);
  expect([...text.matchAll(/"\$ref":"(?!#\/components\/schemas\/)[^"]*"/g)]).toEqual([]);
});
