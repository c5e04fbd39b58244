import { expect, it } from 'vitest';
import { eventReader } from './events';

it('an event that comes in pieces is read when its last piece is there', () => {
  const read = eventReader();
  expect(read('id: 0192\nda')).toEqual([]);
  expect(read('ta: {"kinds":["observation","target"]}\n')).toEqual([]);
  expect(read('\n')).toEqual([{ id: '0192', kinds: ['observation', 'target'] }]);
});

it('comments keep the stream open and say nothing', () => {
  const read = eventReader();
  expect(read(': listening\ndata: {"kinds":[]}\n\n: still here\n\n')).toEqual([]);
});

it('the first message says from where on one listens', () => {
  expect(eventReader()(': listening\nid: 0191\ndata: {"kinds":[]}\n\n')).toEqual([{ id: '0191', kinds: [] }]);
});

it('several events of one piece are told one after the other', () => {
  const read = eventReader();
  const told = read('id: 1\r\ndata: {"kinds":["plan"]}\r\n\r\nid: 2\r\ndata: {"kinds":["unit"]}\r\n\r\n');
  expect(told.map(({ id }) => id)).toEqual(['1', '2']);
});
