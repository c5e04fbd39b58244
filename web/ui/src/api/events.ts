import { caller } from './client';

/** Which sorts of things have changed in the province, as the trail of changes calls them. */
export interface ProvinceEvent {
  id?: string;
  kinds: string[];
}

const AGAIN_AFTER = 1_000;
const AGAIN_AFTER_FAILURE = 15_000;

/**
 * Reads server-sent events piece by piece; what is not finished yet waits for the next piece. A comment, which keeps the
 * stream open, is none; the first message says from where on one listens, and nothing else.
 */
export function eventReader() {
  let rest = '';
  return (piece: string): ProvinceEvent[] => {
    const blocks = (rest + piece).replace(/\r\n?/g, '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    return blocks.map(eventOf).filter(({ id, kinds }) => id || kinds.length > 0);
  };
}

function eventOf(block: string): ProvinceEvent {
  const field = (name: string) =>
    block
      .split('\n')
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).replace(/^ /, ''))
      .join('\n');
  const data = field('data');
  const kinds: unknown = data ? JSON.parse(data).kinds : [];
  return { id: field('id') || undefined, kinds: Array.isArray(kinds) ? kinds.map(String) : [] };
}

/** The last event that was heard, over all the streams of one screen. */
export interface Heard {
  last?: string;
}

/**
 * Tells what changes, until it is told to stop. The stream ends with its token's life and breaks with the network; each
 * time it is asked for anew, from the last event that was heard. `EventSource` cannot send a token.
 */
export async function listen(
  tell: (event: ProvinceEvent) => void,
  heard: Heard,
  until: AbortSignal,
): Promise<void> {
  while (!until.aborted) {
    let pause = AGAIN_AFTER;
    try {
      for await (const event of stream(heard.last, until)) {
        heard.last = event.id ?? heard.last;
        tell(event);
      }
    } catch {
      pause = AGAIN_AFTER_FAILURE; // broken, or refused: the screens say so themselves where it matters
    }
    await new Promise((resolve) => setTimeout(resolve, until.aborted ? 0 : pause));
  }
}

async function* stream(last: string | undefined, until: AbortSignal): AsyncGenerator<ProvinceEvent> {
  const token = await caller.token();
  const response = await fetch('/api/v1/events', {
    signal: until,
    headers: {
      Accept: 'text/event-stream',
      ...(last ? { 'Last-Event-ID': last } : {}),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
  });
  if (!response.ok || !response.body) throw new Error(`events: ${response.status}`);
  const read = eventReader();
  const pieces = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) yield* read(piece.value);
}
