import { expect, it } from 'vitest';
import { fieldsOf, wholeOf } from './correction';
import type { Statement } from './statements.api';

const seen: Statement = {
  code: 'L07',
  kind: 'target',
  quote: 'hơn 51.100 tỷ đồng',
  source: 'Nghị quyết 17/NQ-HĐND',
  note: null,
  period: '2023',
  plan: 'plan of 2023',
  target: 'industry',
  revision: 2,
  observation: 'first',
  observations: ['first', 'second'],
  version: 3,
};
const reason = 'chép thiếu chữ';

it('what was not touched is sent back as it was, its ties too', () => {
  expect(wholeOf(seen, { ...fieldsOf(seen), quote: 'trên 51.100 tỷ đồng', reason })).toEqual({
    kind: 'target',
    quote: 'trên 51.100 tỷ đồng',
    source: 'Nghị quyết 17/NQ-HĐND',
    note: null,
    period: '2023',
    plan: 'plan of 2023',
    target: 'industry',
    revision: 2,
    observations: ['first', 'second'],
    reason,
  });
});

it('a revision does not outlive the tie to its target', () => {
  for (const target of [undefined, 'retail'])
    expect(wholeOf(seen, { ...fieldsOf(seen), target, reason })).toMatchObject({
      target: target ?? null,
      revision: null,
    });
});

it('ties are taken off one by one, and the figures left keep their order', () => {
  expect(
    wholeOf(seen, { ...fieldsOf(seen), plan: undefined, observations: ['second'], reason }),
  ).toMatchObject({ plan: null, target: 'industry', revision: 2, observations: ['second'] });
});

it('an emptied note or period is none', () => {
  expect(wholeOf(seen, { ...fieldsOf(seen), note: ' ', period: '', reason })).toMatchObject({
    note: null,
    period: null,
  });
});
