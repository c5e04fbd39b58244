// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import { Problem } from '../api/problem';
import { CorrectionForm } from './CorrectionForm';
import { type Correction, useCorrecting } from './correcting';
import '../i18n';

interface Paper {
  number: string;
  issuer: string;
  version: number;
}
type Fields = Omit<Paper, 'version'>;

// What forms ask of a browser that jsdom has not: a window that never changes its size.
class Still {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Object.assign(globalThis, {
  IS_REACT_ACT_ENVIRONMENT: true,
  ResizeObserver: Still,
  matchMedia: () => ({ matches: false, addEventListener() {}, removeEventListener() {} }),
});

/** A server that keeps one paper, corrected by whoever saw its newest version. */
function kept(paper: Paper) {
  const server = {
    paper,
    reasons: [] as string[],
    correct: async ({ seen, right: { reason, ...fields } }: Correction<Paper, Fields>) => {
      if (seen.version !== server.paper.version) {
        throw new Problem(
          412,
          'instrument-changed',
          'Văn bản vừa được người khác sửa',
          '',
          undefined,
          [],
          {},
        );
      }
      server.paper = { ...fields, version: seen.version + 1 };
      server.reasons.push(reason);
      return server.paper;
    },
  };
  return server;
}

function Screen({ server, began }: { server: ReturnType<typeof kept>; began: Paper }) {
  return (
    <CorrectionForm
      current={began}
      reload={async () => server.paper}
      fieldsOf={({ number, issuer }): Fields => ({ number, issuer })}
      lineOf={({ number, issuer }) => `${number} · ${issuer}`}
      correcting={useCorrecting(server.correct)}
      hint="hint"
      onCorrected={() => {}}
    >
      {() => (
        <>
          <Form.Item name="number">
            <Input />
          </Form.Item>
          <Form.Item name="issuer">
            <Input />
          </Form.Item>
        </>
      )}
    </CorrectionForm>
  );
}

const roots: ReturnType<typeof createRoot>[] = [];
afterEach(() =>
  act(async () => {
    for (const root of roots.splice(0)) root.unmount();
  }),
);

async function open(server: ReturnType<typeof kept>, began: Paper) {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  roots.push(root);
  await act(async () =>
    root.render(
      <QueryClientProvider client={new QueryClient()}>
        <Screen server={server} began={began} />
      </QueryClientProvider>,
    ),
  );
  const field = (name: string) => place.querySelector<HTMLInputElement>(`#correction_${name}`);
  return {
    place,
    shown: (name: string) => field(name)?.value,
    type: (name: string, text: string) =>
      act(async () => {
        const input = field(name);
        const owner = input instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
        Object.getOwnPropertyDescriptor(owner.prototype, 'value')?.set?.call(input, text);
        input?.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    press: (word: string) =>
      act(async () => {
        [...place.querySelectorAll('button')].find(({ textContent }) => textContent === word)?.click();
      }),
  };
}

/** Forms judge, and servers answer, a little later. */
const soon = (check: () => void) =>
  vi.waitFor(async () => {
    await act(async () => {});
    check();
  });

it('nothing is corrected without a reason', async () => {
  const server = kept({ number: '17/NQ-HDND', issuer: 'HĐND', version: 1 });
  const { place, type, press } = await open(server, server.paper);
  await type('number', '17/NQ-HĐND');
  await press('Lưu chỗ sửa');
  await soon(() => expect(place.textContent).toContain('Không được để trống.'));
  expect(server.paper.version).toBe(1);
  await type('reason', 'Gõ nhầm');
  await press('Lưu chỗ sửa');
  await soon(() => expect(server.paper).toEqual({ number: '17/NQ-HĐND', issuer: 'HĐND', version: 2 }));
  expect(server.reasons).toEqual(['Gõ nhầm']);
});

it('when somebody else was faster, theirs is taken by hand and what was typed stays', async () => {
  const began = { number: '17/NQ-HDND', issuer: 'HĐND', version: 1 };
  const server = kept({ ...began, issuer: 'Hội đồng nhân dân tỉnh', version: 2 });
  const { place, shown, type, press } = await open(server, began);
  await type('number', '17/NQ-HĐND');
  await type('reason', 'Gõ nhầm');
  await press('Lưu chỗ sửa');
  await soon(() =>
    expect(place.textContent).toContain('Bản hiện hành: 17/NQ-HDND · Hội đồng nhân dân tỉnh.'),
  );
  expect(server.paper.version).toBe(2);
  await press('Lấy bản hiện hành, giữ điều đã gõ');
  expect([shown('number'), shown('issuer')]).toEqual(['17/NQ-HĐND', 'Hội đồng nhân dân tỉnh']);
  await press('Lưu chỗ sửa');
  await soon(() =>
    expect(server.paper).toEqual({ number: '17/NQ-HĐND', issuer: 'Hội đồng nhân dân tỉnh', version: 3 }),
  );
});
