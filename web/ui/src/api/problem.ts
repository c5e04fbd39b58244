/** One refused field. `at` is a JSON pointer into the body sent, such as `/amount`. */
export interface Fault {
  at: string;
  /** of a body of many lines, or the cell of a report */
  line?: number;
  code?: string;
  detail: string;
}

/** The API's refusal (RFC 9457), in the language the request asked for. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    /** stable, such as `no-province`; empty when something else than the API answered */
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly traceId: string | undefined,
    readonly errors: readonly Fault[],
    /** the whole body, for members that belong to one code only */
    readonly members: Readonly<Record<string, unknown>>,
  ) {
    super(detail || title || `HTTP ${status}`);
  }

  static async of(response: Response): Promise<Problem> {
    const body: unknown = await response.json().catch(() => ({}));
    const members = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
    const type = text(members.type);
    const code = text(members.code) || type.replace(/^urn:cotmoc:problem:/, '').replace(/^about:blank$/, '');
    return new Problem(
      response.status,
      code,
      text(members.title),
      text(members.detail),
      text(members.traceId) || undefined,
      Array.isArray(members.errors) ? members.errors.filter(isFault) : [],
      members,
    );
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const isFault = (value: unknown): value is Fault =>
  typeof value === 'object' && value !== null && typeof (value as Fault).detail === 'string';
