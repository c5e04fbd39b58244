import { caller } from './client';
import { Problem } from './problem';

/** Spreadsheets; any list is one for who asks for its address with it. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A list's address, asking what is not undefined. */
export function addressOf(path: string, asked: Record<string, string | undefined>): string {
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return query.size > 0 ? `${path}?${query}` : path;
}

/**
 * Fetches a file with the caller's token and hands it to the browser to save.
 *
 * @param name to save it under; the server's when absent
 * @param method POST where the taking itself leaves a trace
 */
export async function download(
  address: string,
  { accept = '*/*', name, method = 'GET' }: { accept?: string; name?: string; method?: 'GET' | 'POST' } = {},
) {
  const token = await caller.token();
  const response = await fetch(address, {
    method,
    headers: {
      Accept: accept,
      'Accept-Language': caller.language(),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
  });
  if (!response.ok) throw await Problem.of(response);
  const sent = /filename="?([^";]+)/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
  save(await response.blob(), name ?? sent ?? 'cot-moc');
}

/** It is never opened in place. */
function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
