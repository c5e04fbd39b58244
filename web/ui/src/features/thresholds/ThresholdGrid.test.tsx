// @vitest-environment jsdom
import { act, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it } from 'vitest';
import { type Drafts, type Line, typeInto } from './lines';
import { ThresholdGrid } from './ThresholdGrid';
import '../../i18n';

// What the table asks of a browser that jsdom has not: a window that never changes its size.
class Still {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true, ResizeObserver: Still });

const line = (key: string, from: Line['from']): Line => ({
  key,
  scope: key ? { level: 'indicator', indicator: key } : { level: 'province' },
  threshold: {
    level: 'province',
    id: 'first',
    version: 1,
    exceededFrom: '1.05',
    nearlyFrom: '0.95',
    onTrackFrom: '1',
    behindFrom: '0.9',
    tolerance: '0.05',
    likelyFrom: '0.8',
    openFrom: '0.2',
    staleFrom: 2,
    rangeMet: 'or-better',
    ceilingIndex: 'two-minus',
    withdrawn: false,
    validFrom: '2000-01-01',
    reason: 'thử',
    recordedAt: '2026-11-23T10:00:00Z',
    recordedBy: 'lc.quytac',
  },
  own: 'first',
  from,
  coming: [],
  versions: [],
});

let drafts: Drafts = new Map();
function Screen({ mayEdit }: { mayEdit: boolean }) {
  const [now, setNow] = useState<Drafts>(new Map());
  drafts = now;
  return (
    <ThresholdGrid
      lines={[line('', 'own'), line('GROWTH', 'province')]}
      nameOf={({ indicator }) => indicator ?? 'Tỉnh'}
      drafts={now}
      refusals={new Map()}
      shown={undefined}
      places={[]}
      mayEdit={() => mayEdit}
      saving={false}
      onType={(typed, field, text) => setNow((before) => typeInto(before, typed, field, text, 'vi'))}
      onTake={() => {}}
      onWithdraw={() => {}}
      onAdd={() => {}}
    />
  );
}

const root = () => createRoot(document.body.appendChild(document.createElement('div')));
let mounted: ReturnType<typeof root>;
async function open(mayEdit = true) {
  mounted = root();
  await act(async () => mounted.render(<Screen mayEdit={mayEdit} />));
}
afterEach(async () => {
  await act(async () => mounted.unmount());
  document.body.replaceChildren();
});

const cell = (row: number, column: number) => {
  const found = document.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`);
  if (!found) throw new Error(`There is no cell ${row}:${column}.`);
  return found;
};
const input = () => document.querySelector<HTMLInputElement>('td input');
const click = (element: HTMLElement) =>
  act(async () => {
    element.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
  });
const press = (key: string, shiftKey = false) =>
  act(async () => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }),
    );
  });
const type = (text: string) =>
  act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input(), text);
    input()?.dispatchEvent(new Event('input', { bubbles: true }));
  });

it('a click makes a cell an input, Enter keeps what was typed and goes below', async () => {
  await open();
  await click(cell(0, 3));
  expect(input()?.value).toBe('90');
  await type('82,5');
  await press('Enter');
  expect(input()).toBeNull();
  expect(drafts.get('')?.typed).toEqual({ behindFrom: '82,5' });
  expect(cell(0, 3).className).toContain('changed');
  expect(document.activeElement).toBe(cell(1, 3));
});

it('F2 opens a cell, Tab keeps and goes on, Esc takes back', async () => {
  await open();
  await act(async () => cell(1, 0).focus());
  await press('F2');
  await type('110');
  await press('Tab');
  expect(document.activeElement).toBe(cell(1, 1));
  await press('Enter');
  await type('1');
  await press('Escape');
  expect(drafts.get('GROWTH')?.typed).toEqual({ exceededFrom: '110' });
  expect(document.activeElement).toBe(cell(1, 1));
});

it('a click on another cell keeps what was typed in the first', async () => {
  await open();
  await click(cell(0, 0));
  await type('107');
  await click(cell(1, 1));
  expect(drafts.get('')?.typed).toEqual({ exceededFrom: '107' });
  expect(input()?.value).toBe('95');
});

it('a digit typed on a cell begins anew', async () => {
  await open();
  await act(async () => cell(0, 7).focus());
  await press('4');
  await press('Enter');
  expect(drafts.get('')?.typed).toEqual({ staleFrom: '4' });
});

it('who only reads opens nothing', async () => {
  await open(false);
  await click(cell(0, 0));
  await act(async () => cell(0, 0).focus());
  await press('Enter');
  expect(input()).toBeNull();
});
