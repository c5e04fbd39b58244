import { expect, it } from 'vitest';
import { compare, orderFault } from './order';

it('decimals are compared exactly', () => {
  expect(compare('0.9', '0.90')).toBe(0);
  expect(compare('1', '0.999999999999999999')).toBe(1);
  expect(compare('-0.1', '0')).toBe(-1);
});

it('nearly met stays below the whole plan, exceeded at or above it', () => {
  expect(orderFault({ nearlyFrom: '1' }, 'nearlyFrom')).toBe('order1');
  expect(orderFault({ nearlyFrom: '0.95' }, 'nearlyFrom')).toBeUndefined();
  expect(orderFault({ exceededFrom: '0.99' }, 'exceededFrom')).toBe('order1');
  expect(orderFault({ exceededFrom: '1' }, 'exceededFrom')).toBeUndefined();
});

it('unlikely stays above nothing and below likely, which is certain at most', () => {
  expect(orderFault({ openFrom: '0.2', likelyFrom: '0.2' }, 'openFrom')).toBe('order3');
  expect(orderFault({ openFrom: '0', likelyFrom: '0.8' }, 'openFrom')).toBe('order3');
  expect(orderFault({ openFrom: '0.2', likelyFrom: '0.8' }, 'openFrom')).toBeUndefined();
  expect(orderFault({ likelyFrom: '1.01' }, 'likelyFrom')).toBe('order3');
  expect(orderFault({ likelyFrom: '1' }, 'likelyFrom')).toBeUndefined();
});

it('behind stays between zero and on track', () => {
  expect(orderFault({ behindFrom: '0.9', onTrackFrom: '0.9' }, 'behindFrom')).toBe('order2');
  expect(orderFault({ behindFrom: '0', onTrackFrom: '0.9' }, 'behindFrom')).toBeUndefined();
});
