import createClient, { type Middleware } from 'openapi-fetch';
import { Problem } from './problem';
import type { paths } from './schema';

/** Who calls: the app fills this in once, so that no feature handles a token. */
export const caller: { token: () => Promise<string | undefined>; language: () => string } = {
  token: async () => undefined,
  language: () => 'vi',
};

const callerHeaders: Middleware = {
  async onRequest({ request }) {
    const token = await caller.token();
    if (token) request.headers.set('Authorization', `Bearer ${token}`);
    request.headers.set('Accept-Language', caller.language());
    return request;
  },
  /** A refusal is thrown as a Problem, so the callers below only ever see data. */
  async onResponse({ response }) {
    if (!response.ok) throw await Problem.of(response);
    return response;
  },
};

export const api = createClient<paths>({ baseUrl: globalThis.location?.origin ?? '' });
api.use(callerHeaders);

interface Answer<T> {
  data?: T;
  response: Response;
}

/** The data of a call that did not throw. */
export async function dataOf<T>(call: Promise<Answer<T>>): Promise<NonNullable<T>> {
  const { data, response } = await call;
  if (data == null) throw new Problem(response.status, 'empty-answer', '', '', undefined, [], {});
  return data;
}

/** The data of a call together with the tag that an edit must send back as `If-Match`. */
export async function taggedDataOf<T>(
  call: Promise<Answer<T>>,
): Promise<{ value: NonNullable<T>; etag: string }> {
  const answer = await call;
  return { value: await dataOf(Promise.resolve(answer)), etag: answer.response.headers.get('ETag') ?? '' };
}

/** The header of an edit of the version that was seen. */
export const ifStill = (version: number) => ({ 'If-Match': `"${version}"` });

/** All items of a paged list. `page` asks for what follows a cursor. */
export async function allOf<T>(
  page: (after: string | undefined) => Promise<{ items?: T[]; next?: string | null }>,
): Promise<T[]> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const answer = await page(after);
    items.push(...(answer.items ?? []));
    after = answer.next ?? undefined;
  } while (after);
  return items;
}

type Content<R> = R extends { content: { 'application/json': infer B } } ? B : never;
type Answers<O> = O extends { responses: infer R } ? Content<R[keyof R & (200 | 201)]> : never;

/** What an operation answers and takes, by path and method: `Answered<'/api/v1/plans', 'get'>`. */
export type Answered<P extends keyof paths, M extends keyof paths[P]> = Answers<paths[P][M]>;
export type Asked<P extends keyof paths, M extends keyof paths[P]> = paths[P][M] extends {
  requestBody: { content: { 'application/json': infer B } };
}
  ? B
  : never;

/** A wire shape some of whose members are known more exactly than the API's description says. */
export type With<Wire, Members> = Omit<Wire, keyof Members> & Members;

/**
 * The `Idempotency-Key` of a creating call: the same body keeps its key until it has succeeded, so pressing the button
 * again after a lost answer cannot create twice; a corrected body is another request and gets another key.
 */
export function idempotencyKeys() {
  const keys = new Map<string, string>();
  return {
    keyOf(body: unknown): string {
      const text = JSON.stringify(body);
      const key = keys.get(text) ?? crypto.randomUUID();
      keys.set(text, key);
      return key;
    },
    succeeded: (body: unknown) => keys.delete(JSON.stringify(body)),
  };
}

/** One creating call with its key. */
export function creating<B, T>(send: (body: B, headers: { 'Idempotency-Key': string }) => Promise<T>) {
  const keys = idempotencyKeys();
  return async (body: B): Promise<T> => {
    const answer = await send(body, { 'Idempotency-Key': keys.keyOf(body) });
    keys.succeeded(body);
    return answer;
  };
}
